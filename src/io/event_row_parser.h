// From a record of a table to an event, or to the reason why it is none.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "events/event_table.h"
#include "geo/projection.h"
#include "io/event_layout.h"
#include "io/place_check.h"
#include "io/source_files.h"
#include "io/table_reader.h"
#include "io/value_rules.h"

namespace harmattan::io {

struct RowChecks {
    std::optional<base::Day> today;
    PlaceCheck* places = nullptr;
    std::optional<geo::Projection> crs;  // of x and y
    bool texts_are_guarded = false;      // and read without the guard
    // Records whose first day or point lies outside are passed over, and not counted.
    std::optional<base::DayRange> days;
    std::optional<geo::Extent> extent;
};

class EventRowParser {
  public:
    // All must outlive the parser, which counts into the report.
    EventRowParser(const EventLayout& layout, ValueRules& rules, SourceFiles& files, const RowChecks& checks,
                   ReadReport& report);

    // Reads the reader's present record. The event's texts hold until the reader goes on or the next call. No
    // value when the record is rejected: its first problem then stands in the report; and for one that is not
    // wanted. Counts records, kept and rejected.
    const events::EventRow* parse(TableReader& reader);

    // For doubts that only the caller can have, such as an id that was there before.
    void warn_of_kept(std::string key, base::NamedValues values, std::optional<EventField> field);

  private:
    bool is_wanted() const;
    bool has_fields();
    bool fill_id();
    bool fill_place();
    bool fill_place_from_geometry();
    bool fill_place_from_pair();
    bool fill_place_from_plane();
    bool fill_dates();
    bool fill_date_parts();
    bool fill_fatalities();
    bool fill_weight();
    void fill_precisions();
    void fill_where_precision();
    void fill_date_precision();
    void widen_to_precision();
    void fill_type();
    void fill_texts();
    void fill_origin();
    std::optional<double> radius();
    void doubt_dates();
    void doubt_place();
    void doubt_estimates();

    std::string_view value(EventField field);
    std::string_view text(EventField field);
    std::string_view as_utf8(EventField field);
    std::optional<double> degrees(EventField field, double limit, const char* range_key);
    std::optional<double> metres(EventField field);
    std::optional<base::DayRange> date_in(EventField field);
    std::optional<base::DayRange> slow_date_in(EventField field, std::string_view written);
    base::DayRange take_date(const DateText& date, EventField field);
    std::optional<int> date_part(EventField field, int if_none);
    bool fill_estimate(EventField field, std::int32_t& estimate);
    std::optional<std::int32_t> count(EventField field, std::string_view written);
    bool is_unknown(std::string_view written) const;

    bool reject(std::string key, base::NamedValues values = {}, std::optional<EventField> field = {});
    void warn(std::string key, base::NamedValues values, std::optional<EventField> field = {});
    RowProblem problem(std::string key, base::NamedValues values, std::optional<EventField> field) const;

    const EventLayout& layout_;
    const EventSchema& schema_;
    ValueRules& rules_;
    SourceFiles& files_;
    const RowChecks& checks_;
    ReadReport& report_;
    TableReader* reader_ = nullptr;  // during parse()
    events::EventRow row_;
    base::DayRange days_;
    events::DatePrecision written_precision_ = 0;          // of the date's own text: a month or a year
    std::vector<RowProblem> warnings_;                     // of this record; only a kept one's are reported
    std::array<std::string, event_field_count> repaired_;  // texts that were not UTF-8, or guarded
};

}  // namespace harmattan::io
