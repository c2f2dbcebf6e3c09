// A table's events, counted.
#include <algorithm>

#include <fmt/core.h>

#include "base/number_format.h"
#include "cli/facts_writers.h"
#include "cli/text_page.h"

namespace harmattan::cli {
namespace {

using Counts = std::vector<std::pair<std::uint64_t, std::string>>;

constexpr std::size_t most_names = 15;
constexpr int most_years = 120;

void add_span(TextPage& page, const TableFacts& facts) {
    const io::ReadReport& report = facts.report;
    const base::DayRange days = facts.events->days;
    page.line("inspect.days", {{"first", base::iso(days.first)}, {"last", base::iso(days.last)}});
    if (report.coverage != days && !report.coverage.empty())
        page.line("inspect.coverage",
                  {{"first", base::iso(report.coverage.first)}, {"last", base::iso(report.coverage.last)}});
    if (report.unsettled_from) page.line("inspect.unsettled", {{"day", base::iso(*report.unsettled_from)}});
}

// Years without events stand there with a 0, so that a gap is seen; not where a stray date makes centuries of
// them.
void add_years(TextPage& page, const EventFacts& events) {
    if (events.by_year.empty()) return;
    const int first = events.by_year.begin()->first, last = events.by_year.rbegin()->first;
    Counts counts;
    if (last - first < most_years)
        for (int year = first; year <= last; ++year) {
            const auto found = events.by_year.find(year);
            counts.emplace_back(found == events.by_year.end() ? 0 : found->second, fmt::format("{:04}", year));
        }
    else
        for (const auto& [year, count] : events.by_year) counts.emplace_back(count, fmt::format("{:04}", year));
    page.line("inspect.by_year");
    page.short_counts(counts);
}

bool are_all_nameless(const std::vector<Tally>& tallies) {
    return std::all_of(tallies.begin(), tallies.end(), [](const Tally& tally) { return tally.name.empty(); });
}

Counts first_of(const TextPage& page, const std::vector<Tally>& tallies) {
    Counts counts;
    for (std::size_t i = 0; i < std::min(most_names, tallies.size()); ++i)
        counts.emplace_back(tallies[i].events,
                            tallies[i].name.empty() ? page.console().say("inspect.not_given") : tallies[i].name);
    return counts;
}

void add_names(TextPage& page, const std::string& heading, const std::vector<Tally>& tallies) {
    if (are_all_nameless(tallies)) return;
    Counts counts = first_of(page, tallies);
    if (tallies.size() > most_names) {
        std::uint64_t events = 0;
        for (std::size_t i = most_names; i < tallies.size(); ++i) events += tallies[i].events;
        counts.emplace_back(
            events, page.console().say("inspect.others", {{"count", page.number(tallies.size() - most_names)}}));
    }
    page.line(heading);
    page.counts(counts);
}

// What is left over is not added up: an event may have two of the sides.
void add_actors(TextPage& page, const std::vector<Tally>& tallies) {
    if (tallies.empty()) return;
    page.line("inspect.by_actor");
    page.counts(first_of(page, tallies));
    if (tallies.size() > most_names)
        page.line("inspect.more_actors", {{"count", page.number(tallies.size() - most_names)}});
}

void add_categories(TextPage& page, const TableFacts& facts) {
    if (are_all_nameless(facts.events->by_category)) return;
    for (const io::ColumnUse& use : facts.report.event_columns)
        if (use.field == "category") page.line("inspect.by_category", {{"column", use.column}});
    Counts counts = first_of(page, facts.events->by_category);
    page.counts(counts);
    if (facts.events->by_category.size() > most_names)
        page.line("inspect.more_categories",
                  {{"count", page.number(facts.events->by_category.size() - most_names)}});
}

void add_types(TextPage& page, const EventFacts& events) {
    constexpr std::array keys{"inspect.type.state_based", "inspect.type.non_state", "inspect.type.one_sided",
                              "inspect.not_given"};
    Counts counts;
    for (std::size_t type = 0; type < keys.size(); ++type)
        if (events.by_type[type] > 0) counts.emplace_back(events.by_type[type], page.console().say(keys[type]));
    if (events.by_type.back() == events.events) return;  // the source does not tell them apart
    page.line("inspect.by_type");
    page.counts(counts);
}

std::string place_words(const TextPage& page, const EventFacts& events, std::size_t precision) {
    const std::string words = page.console().say(fmt::format("inspect.place.{}", precision));
    const auto radius_km = events.radius_km[precision];
    if (!radius_km) return words;
    return page.console().say(
        "inspect.place_within",
        {{"words", words}, {"radius", base::decimal(*radius_km, 1, page.console().language())}});
}

// "not given" comes last, and alone where nothing is.
template <std::size_t size, typename Words>
void add_precisions(TextPage& page, const std::array<std::uint64_t, size>& by_precision, const EventFacts& events,
                    const std::string& name, Words words) {
    if (by_precision[0] == events.events)
        return page.line("inspect.no_" + name,
                         {{"count", page.number(events.events)}, {"events", page.number(events.events)}});
    Counts counts;
    for (std::size_t precision = 1; precision < size; ++precision)
        if (by_precision[precision] > 0) counts.emplace_back(by_precision[precision], words(precision));
    if (by_precision[0] > 0)
        counts.emplace_back(by_precision[0], page.console().say("inspect.precision_not_given"));
    page.line("inspect.by_" + name);
    page.counts(counts);
}

void add_fatalities(TextPage& page, const TableFacts& facts) {
    const EventFacts& events = *facts.events;
    Counts counts;
    const auto add = [&](const char* field, const Estimate& estimate) {
        const bool has_column = std::any_of(facts.report.event_columns.begin(), facts.report.event_columns.end(),
                                            [&](const io::ColumnUse& use) { return use.field == field; });
        if (!has_column) return;
        const std::string key = fmt::format("inspect.{}{}", field, estimate.unknown > 0 ? "_unknown" : "");
        counts.emplace_back(estimate.sum, page.console().say(key, {{"unknown", page.number(estimate.unknown)},
                                                                   {"events", page.number(events.events)}}));
    };
    add("low", events.low);
    add("best", events.best);
    add("high", events.high);
    if (counts.empty()) return page.line("inspect.no_fatalities");
    page.line("inspect.fatalities");
    page.counts(counts);
}

}  // namespace

void add_events(TextPage& page, const TableFacts& facts) {
    const EventFacts& events = *facts.events;
    add_span(page, facts);
    if (events.has_weights)
        page.line("inspect.weights", {{"rows", page.number(events.rows)}, {"events", page.number(events.events)}});
    add_years(page, events);
    add_names(page, "inspect.by_country", events.by_country);
    add_types(page, events);
    add_categories(page, facts);
    add_actors(page, events.by_actor);
    add_precisions(page, events.by_where_precision, events, "place_precision",
                   [&](std::size_t precision) { return place_words(page, events, precision); });
    add_precisions(page, events.by_date_precision, events, "date_precision", [&](std::size_t precision) {
        return page.console().say(fmt::format("inspect.date.{}", precision));
    });
    add_fatalities(page, facts);
}

}  // namespace harmattan::cli
