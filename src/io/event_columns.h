// The columns of Harmattan's own table (data/schemas/harmattan.toml), whatever the format it is written in.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/day.h"
#include "events/event_table.h"

namespace harmattan::io {

enum class ColumnType { text, integer, real, date };

// Empty: not given. A text is never the empty one. It is a view into the table.
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, double, base::Day>;

// An event with what the table knows of it elsewhere.
struct EventRecord {
    events::EventRow row;
    const events::EventFile* file = nullptr;
    std::string_view source_file;  // as it is to be written
    std::optional<double> radius_km;
};

struct EventColumn {
    const char* name;
    ColumnType type;
    Cell (*value)(const EventRecord& record);
    const char* description_en;  // for a table's metadata
};

// In the order in which they are written. date_start, date_end: days, both included. date_prec, where_prec: UCDP's
// codes. radius_km: how far from its point an event may have been; empty where that is not known, or it is an
// area. best, low, high: reported fatalities. weight: events that the row stands for.
std::span<const EventColumn> event_columns();

// A row of the table, without its file's name.
EventRecord record_of(const events::EventTable& table, std::size_t row);

// The cell as text with full precision, as CSV has it: "2017-03-02", "14.35", "1".
void write_cell(const Cell& cell, std::string& text);

}  // namespace harmattan::io
