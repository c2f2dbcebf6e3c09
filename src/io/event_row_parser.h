// From a CSV record to an event, or to the reason why it is none.
#pragma once

#include "events/event_table.h"
#include "io/csv_reader.h"
#include "io/event_columns.h"

namespace harmattan::io {

class EventRowParser {
  public:
    // Both must outlive the parser, which counts into the report.
    EventRowParser(const EventColumns& columns, ReadReport& report) : columns_(columns), report_(report) {}

    // Reads the reader's present record, of file number `file` in the table. The event's texts hold until the
    // reader goes on or the next call. No value when the record is rejected: its first problem then stands in the
    // report. Counts records, kept and rejected.
    const events::EventRow* parse(CsvReader& reader, std::uint32_t file);

  private:
    bool has_fields(const CsvReader& reader);
    bool fill_id();
    bool fill_place();
    bool fill_dates();
    bool fill_fatalities();
    void fill_precisions();
    void fill_type();
    void fill_texts();

    std::string_view value(EventField field);
    std::string_view text(EventField field);
    std::optional<double> degrees(EventField field, double limit, const char* range_key);
    std::optional<base::Day> date_in(EventField field);
    std::optional<base::Day> date_from_parts();
    std::optional<base::Day> day_of(base::CivilDate date, EventField field, std::string_view written);
    bool fill_estimate(EventField field, std::int32_t& estimate);
    std::uint8_t precision(EventField field, int most);

    bool reject(std::string key, base::NamedValues values = {}, std::optional<EventField> field = {});
    void warn(std::string key, base::NamedValues values, std::optional<EventField> field = {});
    RowProblem problem(std::string key, base::NamedValues values, std::optional<EventField> field) const;

    const EventColumns& columns_;
    ReadReport& report_;
    CsvReader* reader_ = nullptr;  // during parse()
    events::EventRow row_;
    std::vector<RowProblem> warnings_;                     // of this record; only a kept one's are reported
    std::array<std::string, event_field_count> repaired_;  // texts that were not UTF-8
};

}  // namespace harmattan::io
