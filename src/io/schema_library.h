// Which source a table is from, by its content.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "io/event_schema.h"

namespace harmattan::io {

using SchemaPtr = std::shared_ptr<const EventSchema>;

// The schemas that come with the program (data/schemas), read once.
const std::vector<SchemaPtr>& embedded_schemas();

// The schema of an id among those that come with the program; null when there is none.
SchemaPtr embedded_schema(std::string_view id);

// Every *.toml of a folder, in order of name; none when there is no such folder. Throws what parse_schema throws.
std::vector<SchemaPtr> schemas_in(const std::filesystem::path& folder);

// One file. Throws Error "schema.cannot_read" and what parse_schema throws.
SchemaPtr schema_from_file(const std::filesystem::path& file);

// Where a user's own schemas lie: $XDG_DATA_HOME/harmattan/schemas, or ~/.local/share/harmattan/schemas.
std::filesystem::path user_schema_folder();

struct SchemaMatch {
    SchemaPtr schema;  // null when none fits
    // Why, as a message: "schema.why_columns" (count), "schema.why_name" (file), "schema.why_value" (column,
    // value).
    std::string why_key;
    base::NamedValues why_values;
};

// What a sample of the table's rows tells: a value of the column (from 0) other than the one given; empty where
// there is none.
using OtherValue = std::function<std::string(std::size_t column, const std::string& usual)>;

// What a table shows of itself.
struct TableSigns {
    std::vector<std::string> lower_names;
    bool has_points = false;     // its records have
    bool names_are_cut = false;  // to ten letters, by the format (io/cut_names.h)
    std::string file_name;
    OtherValue other_value;
};

// The schema all of whose names of one set the table has (those of latitude and longitude may miss where its
// records have points; a cut name that may be one of them is one); the one with the most such names when several
// fit, and of two with as many the one with a further sign (the file's name or a value). User's schemas before the
// program's.
SchemaMatch recognise(const std::vector<SchemaPtr>& schemas, const TableSigns& signs);

}  // namespace harmattan::io
