// From a record of a table to an event, or to the reason why it is none.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

#include "events/event_table.h"
#include "geo/projection.h"
#include "io/event_layout.h"
#include "io/foreign_texts.h"
#include "io/source_files.h"
#include "io/table_reader.h"
#include "io/utf8_text.h"
#include "io/value_rules.h"

namespace harmattan::io {

struct RowChecks {
    std::optional<base::Day> today;
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

    // That were read as Windows-1252.
    const ForeignTexts& foreign_texts() const { return foreign_texts_; }
    // Whether a date was none that reads as YYYY-MM-DD, so that it was read by ValueRules::dates().
    bool has_used_date_rules() const { return has_used_date_rules_; }

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
    void note_update();
    void doubt_dates();
    void doubt_estimates();

    // The trimmed field; empty where the table has no such column.
    std::string_view value(EventField field) const {
        const auto& column = layout_.at[static_cast<std::size_t>(field)];
        return column ? field_at(*column) : std::string_view{};
    }
    std::string_view field_at(std::size_t column) const {
        return fields_ != nullptr ? fields_[column] : trimmed(reader_->field(column));
    }
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
    ForeignTexts foreign_texts_;
    std::uint64_t foreign_in_record_ = 0;  // that are counted and not listed
    bool has_used_date_rules_ = false;

    TableReader* reader_ = nullptr;             // during parse()
    const std::string_view* fields_ = nullptr;  // its trimmed_fields()
    bool has_plain_texts_ = false;              // of ASCII alone, and not guarded
    std::vector<std::pair<EventField, events::Text>> used_texts_;
    events::EventRow row_;
    base::DayRange days_;
    events::DatePrecision written_precision_ = 0;          // of the date's own text: a month or a year
    std::vector<RowProblem> warnings_;                     // of this record; only a kept one's are reported
    std::array<std::string, event_field_count> repaired_;  // texts that were not UTF-8, or guarded
};

}  // namespace harmattan::io
