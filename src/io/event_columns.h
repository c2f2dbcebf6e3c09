// Which column of a CSV file of events is what.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "io/read_report.h"

namespace harmattan::io {

enum class EventField : std::uint8_t {
    id,
    date_start,
    date_end,
    year,
    month,
    day,
    latitude,
    longitude,
    best,
    low,
    high,
    type,
    where_precision,
    date_precision,
    place,
    region,
    country,
    side_a,
    side_b,
    conflict,
    dyad,
    source,
    second_source,
    note
};
inline constexpr std::size_t event_field_count = 24;

struct EventColumns {
    std::vector<std::string> header;  // names as in the file, repaired and trimmed
    std::array<std::optional<std::size_t>, event_field_count> at{};

    std::optional<std::size_t> of(EventField field) const { return at[static_cast<std::size_t>(field)]; }
    bool has(EventField field) const { return of(field).has_value(); }
};

// Finds the columns by name, whatever the case and the blanks around; writes layout, columns_used and
// columns_ignored into the report. Throws Error "csv.no_header" when the names are all numbers,
// "csv.missing_column" (file, column, found) and "csv.duplicate_column" (file, column) for a needed name that
// stands twice.
EventColumns find_event_columns(std::vector<std::string> header, ReadReport& report);

}  // namespace harmattan::io
