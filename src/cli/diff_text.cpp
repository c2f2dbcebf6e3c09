// What `inspect --diff` prints for a person.
#include <algorithm>

#include <fmt/core.h>

#include "cli/release_diff.h"
#include "cli/text_page.h"

namespace harmattan::cli {
namespace {

using events::DiffField;
using events::Totals;

constexpr std::size_t entries_told = 20;

using Counts = std::vector<std::pair<std::uint64_t, std::string>>;

std::size_t told(Rows rows, std::size_t size) {
    return rows == Rows::all ? size : std::min(entries_told, size);
}

void add_more(TextPage& page, std::size_t shown, std::size_t all) {
    if (shown < all) page.line("inspect.more_rows", {{"count", page.number(all - shown)}});
}

std::string named(const TextPage& page, const std::string& name) {
    return name.empty() ? page.console().say("inspect.not_given") : name;
}

// "1,203 -> 1,250 (+47)".
std::string moved(const TextPage& page, std::uint64_t before, std::uint64_t after) {
    const bool is_more = after >= before;
    return fmt::format("{} -> {} ({}{})", page.number(before), page.number(after), is_more ? '+' : '-',
                       page.number(is_more ? after - before : before - after));
}

void add_release(TextPage& page, const char* key, const Release& release) {
    const io::ReadReport& report = release.read.report;
    const std::string source = report.version.empty() ? report.layout : report.layout + ' ' + report.version;
    page.line(key, {{"file", release.file}, {"source", source}});
    page.line("inspect.records", {{"records", page.number(report.records)},
                                  {"kept", page.number(report.kept)},
                                  {"rejected", page.number(report.rejected)}});
}

void add_notes(TextPage& page, const ReleaseDiff& releases) {
    if (releases.is_backwards)
        page.line("diff.backwards", {{"before", releases.before.name()}, {"after", releases.after.name()}});
    std::string list;
    for (const std::string& field : releases.not_compared) list += (list.empty() ? "" : ", ") + field;
    if (!list.empty()) page.line("diff.not_compared", {{"list", list}});
    const auto without_id = releases.diff.without_id_before + releases.diff.without_id_after;
    if (without_id > 0) page.line("diff.without_id", {{"count", page.number(without_id)}});
}

void add_counts(TextPage& page, const events::TableDiff& diff) {
    page.line("diff.events");
    page.counts(Counts{{diff.added.size(), page.console().say("diff.added")},
                       {diff.removed.size(), page.console().say("diff.removed")},
                       {diff.changed.size(), page.console().say("diff.changed")},
                       {diff.same, page.console().say("diff.same")}});
    Counts fields;
    for (std::size_t field = 0; field < events::diff_field_count; ++field)
        if (diff.changed_by_field[field] > 0)
            fields.emplace_back(diff.changed_by_field[field],
                                std::string(events::name_of(static_cast<DiffField>(field))));
    if (fields.empty()) return;
    std::stable_sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    page.line("diff.by_field");
    page.counts(fields);
}

void add_totals(TextPage& page, const Totals& before, const Totals& after) {
    std::vector<std::pair<std::string, std::string>> lines;
    const auto add = [&](const char* key, std::uint64_t a, std::uint64_t b) {
        if (a != b) lines.emplace_back(page.console().say(key), moved(page, a, b));
    };
    add("diff.total_events", before.events, after.events);
    add("diff.total_best", before.best, after.best);
    add("diff.total_low", before.low, after.low);
    add("diff.total_high", before.high, after.high);
    add("diff.total_unknown", before.best_unknown, after.best_unknown);
    if (lines.empty()) return page.line("diff.no_totals_move");
    page.line("diff.totals");
    page.pairs(lines);
}

std::uint64_t distance(std::uint64_t a, std::uint64_t b) {
    return a > b ? a - b : b - a;
}

std::uint64_t size_of(const events::CountryYear& entry) {
    return distance(entry.before.events, entry.after.events) + distance(entry.before.best, entry.after.best);
}

std::uint64_t size_of(const events::CountryMonth& entry) {
    return entry.added + entry.removed + entry.changed;
}

// Those with the largest differences first, each in its words; among equals in their order.
template <typename Entry, typename Words>
void add_largest(TextPage& page, const char* heading, std::vector<Entry> list, Rows rows, Words words) {
    if (list.empty()) return;
    std::stable_sort(list.begin(), list.end(),
                     [](const Entry& a, const Entry& b) { return size_of(a) > size_of(b); });
    page.line(heading);
    const std::size_t shown = told(rows, list.size());
    for (std::size_t i = 0; i < shown; ++i)
        page.long_text(fmt::format("{} {}", named(page, list[i].country), words(list[i])));
    add_more(page, shown, list.size());
}

std::string words_of(const TextPage& page, const events::CountryYear& entry) {
    std::string what;
    const auto add = [&](const char* key, std::uint64_t before, std::uint64_t after) {
        if (before == after) return;
        what += (what.empty() ? "" : "; ") + page.console().say(key) + ' ' + moved(page, before, after);
    };
    add("diff.total_events", entry.before.events, entry.after.events);
    add("diff.total_best", entry.before.best, entry.after.best);
    add("diff.total_low", entry.before.low, entry.after.low);
    add("diff.total_high", entry.before.high, entry.after.high);
    add("diff.total_unknown", entry.before.best_unknown, entry.after.best_unknown);
    return fmt::format("{}: {}", entry.year, what);
}

std::string words_of(const TextPage& page, const events::CountryMonth& entry) {
    return base::iso(entry.month).substr(0, 7) + ": " +
           page.console().say("diff.month", {{"added", page.number(entry.added)},
                                             {"removed", page.number(entry.removed)},
                                             {"changed", page.number(entry.changed)}});
}

// "4711: 2017-03-02, Mali, Tessit".
std::string words_of(const events::EventTable& table, std::size_t row) {
    std::string words = base::iso(table.first_day()[row]);
    const auto country = table.text(events::Text::country).at(row),
               place = table.text(events::Text::place).at(row);
    if (!country.empty()) words += ", " + std::string(country);
    if (!place.empty() && place != country) words += ", " + std::string(place);
    const auto id = table.text(events::Text::id).at(row);
    return id.empty() ? words : fmt::format("{}: {}", id, words);
}

void add_rows(TextPage& page, const char* heading, const events::EventTable& table,
              const std::vector<std::uint32_t>& listed, Rows rows) {
    if (listed.empty()) return;
    page.line(heading);
    const std::size_t shown = told(rows, listed.size());
    for (std::size_t i = 0; i < shown; ++i) page.long_text(words_of(table, listed[i]));
    add_more(page, shown, listed.size());
}

void add_changed(TextPage& page, const ReleaseDiff& releases, Rows rows) {
    const auto& changed = releases.diff.changed;
    if (changed.empty()) return;
    page.line("diff.changed_events");
    const std::size_t shown = told(rows, changed.size());
    for (std::size_t i = 0; i < shown; ++i) {
        std::string line = words_of(releases.after.read.table, changed[i].after);
        for (std::size_t at = 0; at < events::diff_field_count; ++at) {
            const auto field = static_cast<DiffField>(at);
            if (!changed[i].has(field)) continue;
            const auto from = events::value_of(releases.before.read.table, changed[i].before, field);
            const auto to = events::value_of(releases.after.read.table, changed[i].after, field);
            line += fmt::format("; {}: {} -> {}", events::name_of(field), named(page, from), named(page, to));
        }
        page.long_text(line);
    }
    add_more(page, shown, changed.size());
}

}  // namespace

std::string as_text(const ReleaseDiff& releases, const Console& console, Rows rows) {
    TextPage page(console);
    page.heading(
        console.say("diff.heading", {{"before", releases.before.name()}, {"after", releases.after.name()}}));
    add_release(page, "diff.before", releases.before);
    add_release(page, "diff.after", releases.after);
    add_notes(page, releases);
    add_counts(page, releases.diff);
    add_totals(page, releases.diff.before, releases.diff.after);
    const auto words = [&](const auto& entry) { return words_of(page, entry); };
    add_largest(page, "diff.by_year", releases.diff.moved, rows, words);
    add_largest(page, "diff.by_month", releases.diff.by_month, rows, words);
    add_rows(page, "diff.added_events", releases.after.read.table, releases.diff.added, rows);
    add_rows(page, "diff.removed_events", releases.before.read.table, releases.diff.removed, rows);
    add_changed(page, releases, rows);
    return std::move(page).done();
}

}  // namespace harmattan::cli
