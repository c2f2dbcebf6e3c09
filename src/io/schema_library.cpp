#include "io/schema_library.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include <fmt/core.h>

#include "base/resources.h"
#include "io/cut_names.h"

namespace harmattan::io {
namespace {

constexpr std::uintmax_t largest_schema_bytes = std::uintmax_t(1) << 20;

std::vector<SchemaPtr> read_embedded() {
    std::vector<SchemaPtr> schemas;
    for (const std::string& name : base::resource_names("data/schemas/"))
        schemas.push_back(std::make_shared<const EventSchema>(parse_schema(base::resource_text(name), name)));
    return schemas;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Where a schema's names stand in a table.
class ColumnsOfSchema {
  public:
    ColumnsOfSchema(const EventSchema& schema, const TableSigns& signs)
        : found_(signs.names_are_cut ? names_in_full(schema, signs.lower_names)
                                     : NamesInFull{signs.lower_names, {}}) {}

    std::optional<std::size_t> of(const std::string& name) const {
        const auto at = std::find(found_.names.begin(), found_.names.end(), name);
        if (at != found_.names.end()) return static_cast<std::size_t>(at - found_.names.begin());
        return std::nullopt;
    }
    bool may_have(const std::string& name) const {
        return of(name) || std::any_of(found_.unclear.begin(), found_.unclear.end(),
                                       [&](const UnclearName& column) { return has(column.may_be, name); });
    }

  private:
    NamesInFull found_;
};

// The size of the largest set that the table has all names of; 0 for none. Records with points of their own need
// no columns for the place: formats with geometry often leave them out.
std::size_t names_matched(const EventSchema& schema, const ColumnsOfSchema& columns, bool has_points) {
    const auto is_place = [&](const std::string& name) {
        return has(schema.names_of(EventField::latitude), name) ||
               has(schema.names_of(EventField::longitude), name);
    };
    std::size_t most = 0;
    for (const auto& set : schema.recognised_by) {
        const bool has_all = std::all_of(set.begin(), set.end(), [&](const auto& name) {
            return columns.may_have(name) || (has_points && is_place(name));
        });
        if (has_all) most = std::max(most, set.size());
    }
    return most;
}

struct Candidate {
    SchemaMatch match;
    std::size_t names = 0;
    bool has_further_sign = false;

    bool is_better_than(const Candidate& other) const {
        if (has_further_sign != other.has_further_sign && names == other.names) return has_further_sign;
        return names > other.names;
    }
};

Candidate look_at(const SchemaPtr& schema, const TableSigns& signs) {
    const ColumnsOfSchema columns(*schema, signs);
    Candidate found{{}, names_matched(*schema, columns, signs.has_points), false};
    if (found.names == 0) return found;
    const bool needs_sign = !schema->only_for_names.empty() || schema->or_value_not;
    if (needs_sign && fits(signs.file_name, schema->only_for_names)) {
        found.match = {schema, "schema.why_name", {{"file", signs.file_name}}};
    } else if (schema->or_value_not) {
        const auto& [name, usual] = *schema->or_value_not;
        const auto column = columns.of(name);
        if (const std::string value = column ? signs.other_value(*column, usual) : ""; !value.empty())
            found.match = {schema, "schema.why_value", {{"column", name}, {"value", value}}};
    } else if (!needs_sign) {
        found.match = {schema, "schema.why_columns", {{"count", fmt::format("{}", found.names)}}};
    }
    if (!found.match.schema) found.names = 0;
    found.has_further_sign = needs_sign;
    return found;
}

}  // namespace

const std::vector<SchemaPtr>& embedded_schemas() {
    static const std::vector<SchemaPtr> schemas = read_embedded();
    return schemas;
}

SchemaPtr embedded_schema(std::string_view id) {
    for (const SchemaPtr& schema : embedded_schemas())
        if (schema->id == id) return schema;
    return nullptr;
}

SchemaPtr schema_from_file(const std::filesystem::path& file) {
    std::error_code failure;
    const auto bytes = std::filesystem::file_size(file, failure);
    if (failure) throw base::Error("schema.cannot_read", {{"file", file.string()}, {"reason", failure.message()}});
    if (bytes > largest_schema_bytes || !std::filesystem::is_regular_file(file))
        throw base::Error("schema.too_large", {{"file", file.string()}, {"bytes", fmt::format("{}", bytes)}});
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::make_shared<const EventSchema>(parse_schema(text.str(), file.string()));
}

std::vector<SchemaPtr> schemas_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<SchemaPtr> schemas;
    for (const auto& file : files) schemas.push_back(schema_from_file(file));
    return schemas;
}

std::filesystem::path user_schema_folder() {
    const char* const data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && data[0] == '/') return std::filesystem::path(data) / "harmattan" / "schemas";
    const char* const home = std::getenv("HOME");
    if (home == nullptr || home[0] == '\0') return {};
    return std::filesystem::path(home) / ".local" / "share" / "harmattan" / "schemas";
}

SchemaMatch recognise(const std::vector<SchemaPtr>& schemas, const TableSigns& signs) {
    Candidate best;
    const auto look = [&](const SchemaPtr& schema) {
        if (Candidate found = look_at(schema, signs); found.is_better_than(best)) best = std::move(found);
    };
    for (const SchemaPtr& schema : schemas) look(schema);
    for (const SchemaPtr& schema : embedded_schemas()) look(schema);
    return best.match;
}

}  // namespace harmattan::io
