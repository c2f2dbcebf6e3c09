#include "io/event_columns.h"

#include <algorithm>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

struct KnownNames {
    EventField field;
    std::array<std::string_view, 4> names;  // the first that the file has is taken
};

// The names of UCDP GED (codebook 23.1), of its older and shortened tables, and of our own files.
constexpr std::array<KnownNames, event_field_count> known_names{{
    {EventField::id, {"id"}},
    {EventField::date_start, {"date_start"}},
    {EventField::date_end, {"date_end"}},
    {EventField::year, {"year"}},
    {EventField::month, {"month"}},
    {EventField::day, {"day"}},
    {EventField::latitude, {"latitude", "lat"}},
    {EventField::longitude, {"longitude", "lon"}},
    {EventField::best, {"best", "best_est", "best_death"}},
    {EventField::low, {"low", "low_est", "low_death"}},
    {EventField::high, {"high", "high_est", "high_death"}},
    {EventField::type, {"type_of_violence"}},
    {EventField::where_precision, {"where_prec"}},
    {EventField::date_precision, {"date_prec"}},
    {EventField::place, {"where_coordinates"}},
    {EventField::region, {"adm_1", "region"}},
    {EventField::country, {"country"}},
    {EventField::side_a, {"side_a"}},
    {EventField::side_b, {"side_b"}},
    {EventField::conflict, {"conflict_name"}},
    {EventField::dyad, {"dyad_name"}},
    {EventField::source, {"source", "source_office"}},
    {EventField::second_source, {"second_source"}},
    {EventField::note, {"note", "notes"}},
}};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::optional<std::size_t> find_column(const std::vector<std::string>& names, const KnownNames& known,
                                       const std::string& file) {
    for (const auto name : known.names) {
        const auto found = name.empty() ? names.end() : std::find(names.begin(), names.end(), name);
        if (found == names.end()) continue;
        if (std::find(found + 1, names.end(), name) != names.end())
            throw base::Error("csv.duplicate_column", {{"file", file}, {"column", std::string(name)}});
        return static_cast<std::size_t>(found - names.begin());
    }
    return std::nullopt;
}

bool is_date_part(EventField field) {
    return field == EventField::year || field == EventField::month || field == EventField::day;
}

void require(const EventColumns& columns, const std::string& file) {
    std::vector<std::string_view> missing;
    if (!columns.has(EventField::id)) missing.emplace_back("id");
    const bool has_parts =
        columns.has(EventField::year) && columns.has(EventField::month) && columns.has(EventField::day);
    if (!columns.has(EventField::date_start) && !has_parts) missing.emplace_back("date_start");
    if (!columns.has(EventField::latitude)) missing.emplace_back("latitude");
    if (!columns.has(EventField::longitude)) missing.emplace_back("longitude");
    if (!columns.has(EventField::best)) missing.emplace_back("best");
    if (missing.empty()) return;
    throw base::Error("csv.missing_column",
                      {{"file", file},
                       {"column", fmt::format("{}", fmt::join(missing, ", "))},
                       {"found", shortened(fmt::format("{}", fmt::join(columns.header, ", ")), 400)}});
}

std::string layout_of(const EventColumns& columns) {
    if (columns.has(EventField::second_source)) return "Harmattan CSV";
    const bool is_ged = columns.has(EventField::type) && columns.has(EventField::conflict);
    return is_ged ? "UCDP GED" : "CSV";
}

}  // namespace

EventColumns find_event_columns(std::vector<std::string> header, ReadReport& report) {
    const bool is_data = std::all_of(header.begin(), header.end(), [](const std::string& name) {
        return name.empty() || parse_number(name) || parse_date(name).has_form;
    });
    if (is_data) throw base::Error("csv.no_header", {{"file", report.file}});
    EventColumns columns;
    columns.header = std::move(header);
    std::vector<std::string> names;
    for (const auto& name : columns.header) names.push_back(lower(name));
    std::vector<bool> is_used(names.size());
    for (const auto& known : known_names) {
        if (is_date_part(known.field) && columns.has(EventField::date_start))
            continue;  // the whole date says more
        const auto column = find_column(names, known, report.file);
        columns.at[static_cast<std::size_t>(known.field)] = column;
        if (!column) continue;
        is_used[*column] = true;
        report.columns_used.push_back(fmt::format("{} <- {}", known.names.front(), columns.header[*column]));
    }
    require(columns, report.file);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!is_used[i]) report.columns_ignored.push_back(columns.header[i]);
    report.layout = layout_of(columns);
    return columns;
}

}  // namespace harmattan::io
