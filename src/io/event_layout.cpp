#include "io/event_layout.h"

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "base/nearest_word.h"
#include "io/ascii_case.h"
#include "io/cut_names.h"
#include "io/file_signature.h"
#include "io/guess_layout.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

std::size_t index_of(EventField field) {
    return static_cast<std::size_t>(field);
}

std::string joined(const std::vector<std::string>& names) {
    return shortened(fmt::format("{}", fmt::join(names, ", ")), 400);
}

// The only column of that name, whatever the case.
std::optional<std::size_t> find_column(const std::vector<std::string>& lower_names, const std::string& name,
                                       const std::string& file) {
    const auto found = std::find(lower_names.begin(), lower_names.end(), name);
    if (found == lower_names.end()) return std::nullopt;
    if (std::find(found + 1, lower_names.end(), name) != lower_names.end())
        throw base::Error("csv.duplicate_column", {{"file", file}, {"column", name}});
    return static_cast<std::size_t>(found - lower_names.begin());
}

bool is_date_part(EventField field) {
    return field == EventField::year || field == EventField::month || field == EventField::day;
}

void take_columns_of_schema(EventLayout& layout, const std::vector<std::string>& lower_names,
                            const std::string& file) {
    for (std::size_t i = 0; i < event_field_count; ++i) {
        const auto field = static_cast<EventField>(i);
        if (layout.at[i]) continue;                                               // mapped
        if (is_date_part(field) && layout.has(EventField::date_start)) continue;  // the whole date says more
        for (const std::string& name : layout.schema->columns[i]) {
            layout.at[i] = find_column(lower_names, name, file);
            if (layout.at[i]) break;
        }
    }
}

void take_mapping(EventLayout& layout, const ColumnMapping& mapping, const std::vector<std::string>& lower_names,
                  const std::string& file) {
    for (const auto& [field, column] : mapping) {
        const auto exact = std::find(layout.header.begin(), layout.header.end(), column);
        const auto found = exact != layout.header.end()
                               ? std::optional(static_cast<std::size_t>(exact - layout.header.begin()))
                               : find_column(lower_names, ascii_lower(column), file);
        if (!found)
            throw base::Error("map.no_such_column",
                              {{"file", file}, {"column", column}, {"found", joined(layout.header)}});
        layout.at[index_of(field)] = found;
    }
}

// A schema's own sign looks at the values of the sample.
std::string other_value_in(const TableSample& sample, std::size_t column, const std::string& usual) {
    for (const auto& row : sample.rows)
        if (column < row.size() && !row[column].empty() && row[column] != usual) return shortened(row[column]);
    return {};
}

std::vector<std::string> lowered(const std::vector<std::string>& names) {
    std::vector<std::string> lower;
    for (const std::string& name : names) lower.push_back(ascii_lower(name));
    return lower;
}

SchemaMatch recognise_in(const TableSample& sample, const LayoutOptions& options,
                         const std::vector<std::string>& lower_names) {
    return recognise(options.schemas, {lower_names, sample.has_points, sample.names_are_cut, sample.file_name,
                                       [&](std::size_t column, const std::string& usual) {
                                           return other_value_in(sample, column, usual);
                                       }});
}

bool is_used(const EventLayout& layout, std::size_t column) {
    return std::find(layout.at.begin(), layout.at.end(), std::optional(column)) != layout.at.end();
}

// The name of the field that one of the names stands for.
std::string field_of(const EventSchema& schema, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < event_field_count; ++i)
        for (const std::string& name : schema.columns[i])
            if (std::find(names.begin(), names.end(), name) != names.end())
                return std::string(name_of(static_cast<EventField>(i)));
    return {};
}

// Says which names were understood though they are cut, and which were not.
void note_cut_names(EventLayout& layout, const NamesInFull& found, const std::vector<std::string>& lower_names) {
    std::vector<std::string> told;
    for (std::size_t i = 0; i < lower_names.size(); ++i)
        if (found.names[i] != lower_names[i] && is_used(layout, i))
            told.push_back(fmt::format("{} = {}", layout.header[i], found.names[i]));
    if (!told.empty()) layout.notes.push_back({"note.names_cut", {{"names", joined(told)}}});
    for (const UnclearName& name : found.unclear) {
        const std::string field = field_of(*layout.schema, name.may_be);
        if (is_used(layout, name.column) || field.empty()) continue;
        layout.notes.push_back(
            {"note.name_cut_unclear",
             {{"column", layout.header[name.column]}, {"names", joined(name.may_be)}, {"field", field}}});
    }
}

void take_columns(EventLayout& layout, const TableSample& sample, const std::vector<std::string>& lower_names) {
    if (!sample.names_are_cut) return take_columns_of_schema(layout, lower_names, sample.file);
    const NamesInFull found = names_in_full(*layout.schema, lower_names);
    take_columns_of_schema(layout, found.names, sample.file);
    note_cut_names(layout, found, lower_names);
}

void refuse_data_as_header(const TableSample& sample) {
    const bool is_data = std::all_of(sample.header.begin(), sample.header.end(), [](const std::string& name) {
        return name.empty() || parse_number(name) || parse_date(name).has_form;
    });
    if (is_data) throw base::Error("csv.no_header", {{"file", sample.file}});
}

// What a date and a place need; `id` too where the source always has one.
void require(const EventLayout& layout, const TableSample& sample, bool needs_id) {
    std::vector<std::string_view> missing;
    if (needs_id && !layout.has(EventField::id)) missing.emplace_back("id");
    if (!layout.has(EventField::date_start) && !layout.has(EventField::year)) missing.emplace_back("date_start");
    const bool has_degrees = layout.has(EventField::latitude) && layout.has(EventField::longitude);
    const bool has_plane = layout.has(EventField::x) && layout.has(EventField::y);
    if (!has_degrees && !has_plane && !layout.has_geometry && !layout.has(EventField::coordinates)) {
        if (!layout.has(EventField::latitude)) missing.emplace_back("latitude");
        if (!layout.has(EventField::longitude)) missing.emplace_back("longitude");
    }
    if (missing.empty()) return;
    throw base::Error(missing.size() == 1 ? "csv.missing_column" : "csv.missing_columns",
                      {{"file", sample.file},
                       {"column", fmt::format("{}", fmt::join(missing, ", "))},
                       {"found", joined(layout.header)}});
}

std::string trimmed_text(std::string_view text) {
    return std::string(trimmed(text));
}

EventField field_of_mapping(const std::string& name) {
    if (name == "date") return EventField::date_start;
    if (name == "fatalities") return EventField::best;
    if (const auto field = event_field_of(name)) return *field;
    const std::string nearest = base::nearest_word(name, all_event_field_names());
    if (!nearest.empty()) throw base::Error("map.unknown_field_like", {{"text", name}, {"nearest", nearest}});
    throw base::Error("map.unknown_field", {{"text", name}, {"allowed", joined(all_event_field_names())}});
}

}  // namespace

ColumnMapping parse_mapping(const std::string& text) {
    ColumnMapping mapping;
    for (std::size_t first = 0; first <= text.size();) {
        const auto end = std::min(text.find(',', first), text.size());
        const std::string part = text.substr(first, end - first);
        const auto equals = part.find('=');
        const std::string name = trimmed_text(part.substr(0, equals));
        const std::string column = equals == std::string::npos ? "" : trimmed_text(part.substr(equals + 1));
        if (name.empty() || column.empty()) throw base::Error("map.unreadable", {{"text", text}});
        const EventField field = field_of_mapping(ascii_lower(name));
        for (const auto& [other, ignored] : mapping)
            if (other == field) throw base::Error("map.field_twice", {{"field", name}});
        mapping.emplace_back(field, column);
        first = end + 1;
    }
    return mapping;
}

EventLayout find_layout(const TableSample& sample, const LayoutOptions& options) {
    if (!sample.header.empty() && is_web_page(sample.header.front()))
        throw base::Error("file.web_page", {{"file", sample.file}});
    refuse_data_as_header(sample);
    EventLayout layout;
    layout.header = sample.header;
    layout.has_geometry = sample.has_points;
    const auto lower_names = lowered(sample.header);
    SchemaMatch match{options.schema, "schema.why_given", {}};
    if (!match.schema) match = recognise_in(sample, options, lower_names);
    take_mapping(layout, options.mapping, lower_names, sample.file);
    const bool is_known = match.schema != nullptr;
    if (!is_known)
        match = {embedded_schema("table"), options.mapping.empty() ? "schema.why_guess" : "schema.why_map", {}};
    layout.schema = match.schema;
    layout.why_key = match.why_key;
    layout.why_values = match.why_values;
    layout.chosen.fill(is_known ? ColumnChoice::by_schema : ColumnChoice::by_guess);
    for (const auto& [field, column] : options.mapping) layout.chosen[index_of(field)] = ColumnChoice::by_mapping;
    const bool is_settled = !is_known && options.is_mapping_all;
    if (!is_settled) take_columns(layout, sample, lower_names);
    if (is_known) {
        layout.version = version_in(sample.file_name, layout.schema->names);
    } else if (!is_settled) {
        guess_columns_of(layout, sample);
    }
    propose_swap(layout, sample);
    require(layout, sample, is_known && !options.schema && !layout.schema->id_may_be_missing);
    return layout;
}

bool is_known_source(const TableSample& sample, const LayoutOptions& options) {
    if (options.schema || !options.mapping.empty()) return true;
    return recognise_in(sample, options, lowered(sample.header)).schema != nullptr;
}

void describe(const EventLayout& layout, ReadReport& report) {
    report.dataset = layout.schema->id;
    report.layout = layout.schema->name;
    report.version = layout.version;
    report.why_key = layout.why_key;
    report.why_values = layout.why_values;
    report.notes.insert(report.notes.end(), layout.notes.begin(), layout.notes.end());
    std::vector<bool> is_used(layout.header.size());
    for (std::size_t i = 0; i < event_field_count; ++i) {
        if (!layout.at[i]) continue;
        is_used[*layout.at[i]] = true;
        const std::string field(name_of(static_cast<EventField>(i)));
        const std::string& column = layout.header[*layout.at[i]];
        report.event_columns.push_back({field, column, layout.chosen[i]});
        report.columns_used.push_back(fmt::format("{} <- {}", field, column));
    }
    for (std::size_t i = 0; i < layout.header.size(); ++i)
        if (!is_used[i]) report.columns_ignored.push_back(layout.header[i]);
}

}  // namespace harmattan::io
