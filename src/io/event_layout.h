// Which column of a table of events is what, and why.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/event_field.h"
#include "io/read_report.h"
#include "io/schema_library.h"

namespace harmattan::io {

// "latitude=Y,date=when": a field and the column it is read from.
using ColumnMapping = std::vector<std::pair<EventField, std::string>>;

// Reads the text of --map; "date" stands for date_start and "fatalities" for best. Throws Error "map.unreadable",
// "map.unknown_field", "map.unknown_field_like", "map.field_twice".
ColumnMapping parse_mapping(const std::string& text);

struct EventLayout {
    std::vector<std::string> header;
    std::array<std::optional<std::size_t>, event_field_count> at{};
    std::array<ColumnChoice, event_field_count> chosen{};
    SchemaPtr schema;  // never null: "table" where no source was recognised
    std::string why_key;
    base::NamedValues why_values;
    std::string version;             // of the source, when the file's name tells it
    std::vector<ReadingNote> notes;  // why a column was guessed; what is proposed
    bool has_geometry = false;       // the place comes from the records' own points

    std::optional<std::size_t> of(EventField field) const { return at[static_cast<std::size_t>(field)]; }
    bool has(EventField field) const { return of(field).has_value(); }
};

// What is known of a table before its columns are settled.
struct TableSample {
    std::string file;       // for messages
    std::string file_name;  // its last part, which may tell the release
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  // the first ones
    bool has_points = false;                     // its records have points of their own
    bool names_are_cut = false;                  // to ten letters, by the format
};

struct LayoutOptions {
    ColumnMapping mapping;
    SchemaPtr schema;                // instead of recognising one
    std::vector<SchemaPtr> schemas;  // the user's own, looked at first
    // Without a schema the mapping says all: what it leaves open has no column, and nothing is guessed.
    bool is_mapping_all = false;
};

// The layout of a table: the schema that is given or recognised, with the mapped columns in place of its own;
// without a schema the mapping and, for what it leaves open, a guess from names and values. Throws Error
// "csv.no_header" when the names are all numbers or dates, "csv.missing_column" (file, column, found),
// "csv.missing_columns" (the same, of several), "file.web_page", "csv.duplicate_column" (file, column) for a name
// that stands twice, "map.no_such_column", and "map.nothing_known" when no date or place can be found.
EventLayout find_layout(const TableSample& sample, const LayoutOptions& options);

// Whether the table is one of events by its columns alone: a source is recognised. For files that may hold either
// events or features.
bool is_known_source(const TableSample& sample, const LayoutOptions& options);

// Writes schema, columns used and ignored into the report.
void describe(const EventLayout& layout, ReadReport& report);

}  // namespace harmattan::io
