#include <nlohmann/json.hpp>

#include "cli/facts_writers.h"

namespace harmattan::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* type_names[events::violence_type_count] = {"state_based", "non_state", "one_sided",
                                                                 "unknown"};

Json rows(const std::vector<io::RowProblem>& problems, const Console& console) {
    Json list = Json::array();
    for (const io::RowProblem& problem : problems) {
        Json values = Json::object();
        for (const auto& [name, value] : problem.values) values[name] = value;
        list.push_back({{"line", problem.line},
                        {"column", problem.column},
                        {"key", problem.key},
                        {"values", std::move(values)},
                        {"problem", io::words(console.language(), problem)}});
    }
    return list;
}

Json extent_of(const TableFacts& facts) {
    if (!facts.extent) return nullptr;
    return Json::array(
        {facts.extent->west_deg, facts.extent->south_deg, facts.extent->east_deg, facts.extent->north_deg});
}

void add_events(Json& table, const TableFacts& facts) {
    table["first_day"] = base::iso(facts.days.first);
    table["last_day"] = base::iso(facts.days.last);
    Json& types = table["events_by_type"] = Json::object();
    for (std::size_t type = 0; type < facts.by_type.size(); ++type) types[type_names[type]] = facts.by_type[type];
    Json& countries = table["events_by_country"] = Json::object();
    for (const auto& [name, count] : facts.by_country) countries[name] = count;
    table["where_precision_missing"] = facts.report.where_precision_missing;
    table["date_precision_missing"] = facts.report.date_precision_missing;
    table["best_missing"] = facts.report.best_missing;
    table["columns_used"] = facts.report.columns_used;
    table["columns_ignored"] = facts.report.columns_ignored;
}

void add_features(Json& table, const TableFacts& facts) {
    table["layer"] = facts.layer;
    table["geometry"] = facts.geometry.empty() ? Json(nullptr) : Json(facts.geometry);
    table["columns"] = facts.columns;
}

Json table_of(const FileFacts& file, const TableFacts& facts, const Console& console) {
    Json table{{"layout", facts.report.layout},
               {"records", facts.report.records},
               {"kept", facts.report.kept},
               {"rejected", facts.report.rejected},
               {"extent", extent_of(facts)}};
    if (file.kind == "events")
        add_events(table, facts);
    else
        add_features(table, facts);
    table["rejected_rows"] = rows(facts.report.problems, console);
    table["warning_count"] = facts.report.warning_count;
    table["warnings"] = rows(facts.report.warnings, console);
    return table;
}

}  // namespace

std::string as_json(std::span<const FileFacts> files, const Console& console) {
    Json list = Json::array();
    for (const FileFacts& file : files) {
        Json entry{{"file", file.file}, {"kind", file.kind}};
        if (file.kind == "story") entry["files"] = file.story_files;
        Json& tables = entry["tables"] = Json::array();
        for (const TableFacts& table : file.tables) tables.push_back(table_of(file, table, console));
        list.push_back(std::move(entry));
    }
    // A name that is not UTF-8 is shown with replacement signs instead of failing.
    return Json{{"files", std::move(list)}}.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace harmattan::cli
