// What `inspect --diff --json` prints.
#include <nlohmann/json.hpp>

#include <fmt/core.h>

#include "cli/release_diff.h"

namespace harmattan::cli {
namespace {

using Json = nlohmann::ordered_json;
using events::DiffField;

Json totals(const events::Totals& totals) {
    return {{"events", totals.events},
            {"best", totals.best},
            {"low", totals.low},
            {"high", totals.high},
            {"best_unknown", totals.best_unknown}};
}

Json release(const Release& release) {
    const io::ReadReport& report = release.read.report;
    return {{"file", release.file},      {"source", report.dataset}, {"version", report.version},
            {"records", report.records}, {"kept", report.kept},      {"rejected", report.rejected}};
}

Json event(const events::EventTable& table, std::size_t row) {
    return {{"id", table.text(events::Text::id).at(row)},
            {"date_start", base::iso(table.first_day()[row])},
            {"country", table.text(events::Text::country).at(row)}};
}

Json list_of(const events::EventTable& table, const std::vector<std::uint32_t>& rows) {
    Json list = Json::array();
    for (const std::uint32_t row : rows) list.push_back(event(table, row));
    return list;
}

Json changed(const ReleaseDiff& releases) {
    Json list = Json::array();
    for (const events::ChangedEvent& change : releases.diff.changed) {
        Json entry = event(releases.after.read.table, change.after);
        for (std::size_t at = 0; at < events::diff_field_count; ++at) {
            const auto field = static_cast<DiffField>(at);
            if (!change.has(field)) continue;
            entry["fields"][std::string(events::name_of(field))] = {
                {"before", events::value_of(releases.before.read.table, change.before, field)},
                {"after", events::value_of(releases.after.read.table, change.after, field)}};
        }
        list.push_back(std::move(entry));
    }
    return list;
}

Json by_field(const events::TableDiff& diff) {
    Json counts = Json::object();
    for (std::size_t field = 0; field < events::diff_field_count; ++field)
        counts[std::string(events::name_of(static_cast<DiffField>(field)))] = diff.changed_by_field[field];
    return counts;
}

Json moved(const events::TableDiff& diff) {
    Json list = Json::array();
    for (const events::CountryYear& entry : diff.moved)
        list.push_back({{"country", entry.country},
                        {"year", entry.year},
                        {"before", totals(entry.before)},
                        {"after", totals(entry.after)}});
    return list;
}

Json months(const events::TableDiff& diff) {
    Json list = Json::array();
    for (const events::CountryMonth& entry : diff.by_month)
        list.push_back({{"country", entry.country},
                        {"month", base::iso(entry.month).substr(0, 7)},
                        {"added", entry.added},
                        {"removed", entry.removed},
                        {"changed", entry.changed}});
    return list;
}

}  // namespace

std::string as_json(const ReleaseDiff& releases) {
    const events::TableDiff& diff = releases.diff;
    const Json json{{"before", release(releases.before)},
                    {"after", release(releases.after)},
                    {"is_backwards", releases.is_backwards},
                    {"not_compared", releases.not_compared},
                    {"without_id", {{"before", diff.without_id_before}, {"after", diff.without_id_after}}},
                    {"counts",
                     {{"added", diff.added.size()},
                      {"removed", diff.removed.size()},
                      {"changed", diff.changed.size()},
                      {"same", diff.same}}},
                    {"changed_by_field", by_field(diff)},
                    {"totals", {{"before", totals(diff.before)}, {"after", totals(diff.after)}}},
                    {"by_country_and_year", moved(diff)},
                    {"by_country_and_month", months(diff)},
                    {"added", list_of(releases.after.read.table, diff.added)},
                    {"removed", list_of(releases.before.read.table, diff.removed)},
                    {"changed", changed(releases)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace harmattan::cli
