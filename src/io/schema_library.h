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

// What a sample of the table's rows tells: whether a column (its lower-case name) holds a value other than the one
// given, and which.
using OtherValue = std::function<std::string(const std::string& column, const std::string& usual)>;

// The schema all of whose names of one set the table has (those of latitude and longitude may miss where its
// records have points); the one with the most such names when several fit, and of two with as many the one with a
// further sign (the file's name or a value). User's schemas before the program's.
SchemaMatch recognise(const std::vector<SchemaPtr>& schemas, const std::vector<std::string>& lower_names,
                      bool has_points, const std::string& file_name, const OtherValue& other_value);

}  // namespace harmattan::io
