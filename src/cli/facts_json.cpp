#include <nlohmann/json.hpp>

#include <fmt/core.h>

#include "cli/facts_writers.h"

namespace harmattan::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, events::violence_type_count> type_names{"state_based", "non_state", "one_sided",
                                                                          "unknown"};
constexpr std::array<const char*, events::where_precision_count> place_names{
    "not_given", "exact", "near", "district", "region", "linear", "country", "international"};
constexpr std::array<const char*, date_precision_count> date_names{"not_given", "day",   "days",
                                                                   "week",      "month", "year"};

Json values_of(const base::NamedValues& named) {
    Json values = Json::object();
    for (const auto& [name, value] : named) values[name] = value;
    return values;
}

Json rows(const std::vector<io::RowProblem>& problems, const Console& console) {
    Json list = Json::array();
    for (const io::RowProblem& problem : problems)
        list.push_back({{"line", problem.line},
                        {"column", problem.column},
                        {"key", problem.key},
                        {"values", values_of(problem.values)},
                        {"problem", io::words(console.language(), problem)}});
    return list;
}

Json reasons(const std::map<std::string, std::uint64_t>& by_reason, const Console& console) {
    Json list = Json::array();
    for (const auto& [key, count] : by_reason)
        list.push_back({{"key", key}, {"count", count}, {"reason", io::reason_words(console.language(), key)}});
    return list;
}

Json extent_of(const TableFacts& facts) {
    if (!facts.extent) return nullptr;
    return Json::array(
        {facts.extent->west_deg, facts.extent->south_deg, facts.extent->east_deg, facts.extent->north_deg});
}

// An object by name; the names are all different, so none is looked up (there may be a million).
Json tallies(const std::vector<Tally>& list) {
    Json::object_t object;
    object.reserve(list.size());
    for (const Tally& tally : list) object.push_back({tally.name, tally.events});
    return object;
}

template <std::size_t size>
Json by_code(const std::array<std::uint64_t, size>& counts, const std::array<const char*, size>& names) {
    Json object = Json::object();
    for (std::size_t code = 0; code < size; ++code) object[names[code]] = counts[code];
    return object;
}

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json raster_json(const io::RasterFacts& facts) {
    return {
        {"format", facts.format},
        {"width", facts.width},
        {"height", facts.height},
        {"bands", facts.band_count},
        {"cell_type", facts.cell_type},
        {"crs", facts.crs},
        {"crs_assumed", facts.crs_assumed},
        {"crs_unit", facts.crs_unit},
        {"cell_width", facts.cell_width},
        {"cell_height", facts.cell_height},
        {"extent", {facts.extent.west_deg, facts.extent.south_deg, facts.extent.east_deg, facts.extent.north_deg}},
        {"description", facts.description},
        {"unit", facts.unit},
        {"no_data", or_null(facts.no_data)},
        {"least", or_null(facts.least)},
        {"greatest", or_null(facts.greatest)}};
}

Json estimate(const Estimate& estimate) {
    return {{"sum", estimate.sum}, {"events_unknown", estimate.unknown}};
}

Json terms_of(const io::SourceTerms& terms, const Console& console) {
    const bool is_french = console.language() == base::Language::fr;
    return {{"citation", terms.citation},
            {"licence", terms.licence},
            {"licence_url", terms.licence_url},
            {"note", is_french && !terms.note_fr.empty() ? terms.note_fr : terms.note_en},
            {"may_pass_on", terms.may_pass_on},
            {"credit_needs_access", terms.credit_needs_access}};
}

void add_source(Json& table, const io::ReadReport& report, const Console& console) {
    table["format"] = report.format;
    table["source"] = report.dataset;
    table["version"] = report.version;
    table["provisional"] = report.is_provisional;
    table["why"] = console.say(report.why_key, report.why_values);
    table["terms"] = terms_of(report.terms, console);
    Json& notes = table["notes"] = Json::array();
    for (const io::ReadingNote& note : report.notes)
        notes.push_back({{"key", note.key},
                         {"values", values_of(note.values)},
                         {"note", io::words(console.language(), note)}});
    Json& columns = table["columns"] = Json::array();
    for (const io::ColumnUse& use : report.event_columns) {
        constexpr std::array chosen{"by_source", "given", "guessed"};
        columns.push_back({{"field", use.field},
                           {"column", use.column},
                           {"chosen", chosen[static_cast<std::size_t>(use.chosen)]}});
    }
    table["columns_used"] = report.columns_used;
    table["columns_ignored"] = report.columns_ignored;
}

void add_span(Json& table, const TableFacts& facts) {
    const io::ReadReport& report = facts.report;
    const auto day = [](base::DayRange days, base::Day one) {
        return days.empty() ? Json(nullptr) : Json(base::iso(one));
    };
    table["first_day"] = day(facts.events->days, facts.events->days.first);
    table["last_day"] = day(facts.events->days, facts.events->days.last);
    table["covered_from"] = day(report.coverage, report.coverage.first);
    table["covered_to"] = day(report.coverage, report.coverage.last);
    table["unsettled_from"] = report.unsettled_from ? Json(base::iso(*report.unsettled_from)) : Json(nullptr);
}

void add_events(Json& table, const TableFacts& facts, const Console& console) {
    const EventFacts& events = *facts.events;
    add_source(table, facts.report, console);
    add_span(table, facts);
    if (!facts.filter.empty()) {
        table["filter"] = facts.filter;
        table["filtered_out"] = facts.filtered_out;
    }
    table["events"] = events.events;
    Json& years = table["events_by_year"] = Json::object();
    for (const auto& [year, count] : events.by_year) years[fmt::format("{:04}", year)] = count;
    table["events_by_country"] = tallies(events.by_country);
    table["events_by_type"] = by_code(events.by_type, type_names);
    table["events_by_category"] = tallies(events.by_category);
    table["events_by_actor"] = tallies(events.by_actor);
    table["events_by_place_precision"] = by_code(events.by_where_precision, place_names);
    table["events_by_date_precision"] = by_code(events.by_date_precision, date_names);
    table["fatalities"] = {
        {"low", estimate(events.low)}, {"best", estimate(events.best)}, {"high", estimate(events.high)}};
    table["where_precision_missing"] = facts.report.where_precision_missing;
    table["date_precision_missing"] = facts.report.date_precision_missing;
    table["best_missing"] = facts.report.best_missing;
}

void add_features(Json& table, const TableFacts& facts) {
    table["layer"] = facts.layer;
    table["geometry"] = facts.geometry.empty() ? Json(nullptr) : Json(facts.geometry);
    table["columns"] = facts.columns;
}

Json table_of(const TableFacts& facts, const Console& console) {
    const io::ReadReport& report = facts.report;
    Json table{{"layout", report.layout},
               {"records", report.records},
               {"kept", report.kept},
               {"rejected", report.rejected},
               {"extent", extent_of(facts)}};
    if (facts.events)
        add_events(table, facts, console);
    else
        add_features(table, facts);
    table["rejected_by_reason"] = reasons(report.rejected_by_reason, console);
    table["rejected_rows"] = rows(report.problems, console);
    table["warning_count"] = report.warning_count;
    table["warnings_by_reason"] = reasons(report.warnings_by_reason, console);
    table["warnings"] = rows(report.warnings, console);
    return table;
}

// The library escapes control characters below 0x20 only. The others, which terminals know too, can stand in texts
// alone, where \uNNNN means the same: DEL, and U+0080 to U+009F, which UTF-8 writes as C2 80 to C2 9F.
std::string without_control_characters(const std::string& json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto byte = static_cast<unsigned char>(json[i]);
        const auto next = static_cast<unsigned char>(i + 1 < json.size() ? json[i + 1] : '\0');
        if (byte == 0x7f) {
            out += "\\u007f";
        } else if (byte == 0xc2 && next >= 0x80 && next <= 0x9f) {
            out += fmt::format("\\u{:04x}", next);
            ++i;
        } else {
            out += json[i];
        }
    }
    return out;
}

}  // namespace

std::string as_json(std::span<const FileFacts> files, const Console& console) {
    Json list = Json::array();
    for (const FileFacts& file : files) {
        Json entry{{"file", file.file}, {"kind", file.kind}};
        if (file.raster) entry["raster"] = raster_json(*file.raster);
        if (file.kind == "story") entry["files"] = file.story_files;
        Json& tables = entry["tables"] = Json::array();
        for (const TableFacts& table : file.tables) tables.push_back(table_of(table, console));
        list.push_back(std::move(entry));
    }
    Json all{{"files", std::move(list)}};
    if (const auto sources = sources_of(files); sources.size() > 1) all["sources_never_added"] = sources;
    // A name that is not UTF-8 is shown with replacement signs instead of failing.
    return without_control_characters(all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace harmattan::cli
