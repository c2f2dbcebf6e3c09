#include "story/read_sources.h"

#include <algorithm>
#include <functional>

#include <fmt/core.h>

#include "events/table_releases.h"
#include "story/actor_question.h"

namespace harmattan::story {
namespace {

// Of one of several files read one after the other.
base::Progress share_of(const base::Progress& progress, std::size_t index, std::size_t count) {
    if (!progress) return {};
    return [&progress, index, count](double share) {
        return progress((static_cast<double>(index) + share) / static_cast<double>(count));
    };
}

// Files of one dataset are releases of one source. What no schema knows is a source of its own. The yearly UCDP
// GED and its Candidate releases are one: the second fills the months after the first.
std::string source_of(const SourceEvents& events) {
    const std::string& dataset = events.read.report.dataset;
    if (dataset == "table" || dataset == "harmattan") return {};
    return dataset == "ucdp-candidate" ? "ucdp-ged" : dataset;
}

void add_counts(io::ReadReport& to, const io::ReadReport& from) {
    to.records += from.records;
    to.kept += from.kept;
    to.rejected += from.rejected;
    to.warning_count += from.warning_count;
    to.where_precision_missing += from.where_precision_missing;
    to.date_precision_missing += from.date_precision_missing;
    to.best_missing += from.best_missing;
    to.problems.insert(to.problems.end(), from.problems.begin(), from.problems.end());
    to.warnings.insert(to.warnings.end(), from.warnings.begin(), from.warnings.end());
    for (const auto& [key, count] : from.rejected_by_reason) to.rejected_by_reason[key] += count;
    for (const auto& [key, count] : from.warnings_by_reason) to.warnings_by_reason[key] += count;
    to.coverage.first = std::min(to.coverage.first, from.coverage.first);
    to.coverage.last = std::max(to.coverage.last, from.coverage.last);
    if (!from.unsettled_from) return;
    to.unsettled_from =
        to.unsettled_from ? std::min(*to.unsettled_from, *from.unsettled_from) : from.unsettled_from;
}

std::string day_of(std::int64_t seconds) {
    constexpr std::int64_t seconds_a_day = 86400;
    return base::iso(base::Day{static_cast<std::int32_t>(seconds / seconds_a_day)});
}

// The files of one source, the older first. A release that a file's name tells is looked at by join_releases();
// for others it is when the source last changed their rows, where all of them tell that, and else the order in
// which they were named.
std::vector<SourceEvents*> by_age(std::vector<SourceEvents>& files) {
    std::vector<SourceEvents*> order;
    for (SourceEvents& file : files) order.push_back(&file);
    const auto update_of = [](const SourceEvents* file) { return file->read.report.latest_update_s; };
    if (std::all_of(order.begin(), order.end(), update_of))
        std::stable_sort(order.begin(), order.end(),
                         [&](auto* one, auto* other) { return update_of(one) < update_of(other); });
    return order;
}

// Says which of two files that follow one another was taken as newer, and why, where their names do not tell it.
void note_newer(const SourceEvents& older, SourceEvents& newer) {
    const io::ReadReport &before = older.read.report, &after = newer.read.report;
    if (before.dataset != after.dataset || before.file == after.file) return;
    if (!before.version.empty() || !after.version.empty()) return;
    const bool by_update =
        before.latest_update_s && after.latest_update_s && *before.latest_update_s != *after.latest_update_s;
    io::ReadingNote note{by_update ? "note.newer_by_update" : "note.newer_by_order",
                         {{"newer", after.file}, {"older", before.file}}};
    if (by_update) {
        note.values.emplace_back("day", day_of(*after.latest_update_s));
        note.values.emplace_back("older_day", day_of(*before.latest_update_s));
    }
    newer.read.report.notes.push_back(note);
    newer.reports.front().notes.push_back(std::move(note));
}

void add_account(SourceEvents& source, const SourceEvents& file) {
    const std::string& version = file.read.report.version;
    const bool is_told = source.reports.back().version == version;
    source.has_provisional = source.has_provisional || file.has_provisional;
    if (!is_told) source.versions += source.versions.empty() || version.empty() ? version : " + " + version;
    source.reports.push_back(file.reports.front());
    add_counts(source.read.report, file.read.report);
}

// The files of one source become one table; the account of all stays, each file's own as well.
SourceEvents joined(std::vector<SourceEvents> files) {
    if (files.size() == 1) return std::move(files.front());
    const std::vector<SourceEvents*> order = by_age(files);
    std::vector<events::EventTable> tables;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) note_newer(*order[i - 1], *order[i]);
        tables.push_back(std::move(order[i]->read.table));
    }
    events::JoinedReleases releases = events::join_releases(std::move(tables));
    SourceEvents source = std::move(files.front());
    for (const events::ReleaseCount& count : releases.files) {
        source.replaced += count.replaced_by_id + count.replaced_by_release;
        source.copies += count.copies;
        source.missing_from_newer += count.missing_from_newer;
        source.beyond_newer += count.beyond_newer;
    }
    source.read.table = std::move(releases.table);
    for (std::size_t i = 1; i < files.size(); ++i) add_account(source, files[i]);
    return source;
}

SourceEvents read_file(const std::filesystem::path& file, std::size_t index, std::size_t count,
                       const SceneOptions& options) {
    const auto own = options.events_of.find(file);
    io::EventReadOptions reading = own == options.events_of.end() ? options.events : own->second;
    reading.progress = share_of(options.events.progress, index, count);
    SourceEvents events{index, file, io::read_events(file, reading)};
    // A connection string is for nobody else to see.
    if (const std::string& table = events.read.report.database_table; !table.empty()) events.file = table;
    events.reports.push_back(events.read.report);
    events.versions = events.read.report.version;
    events.has_provisional = events.read.report.is_provisional;
    return events;
}

}  // namespace

std::vector<SourceEvents> read_sources(const std::vector<std::filesystem::path>& files,
                                       const SceneOptions& options,
                                       const std::function<bool(std::size_t)>& is_read) {
    std::vector<std::vector<SourceEvents>> by_source;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!is_read(i)) continue;
        SourceEvents events = read_file(files[i], i, files.size(), options);
        const std::string source = source_of(events);
        const auto same = std::find_if(by_source.begin(), by_source.end(), [&](const auto& others) {
            return !source.empty() && source_of(others.front()) == source;
        });
        if (same == by_source.end())
            by_source.emplace_back().push_back(std::move(events));
        else
            same->push_back(std::move(events));
    }
    std::vector<SourceEvents> sources;
    for (auto& of_source : by_source) sources.push_back(joined(std::move(of_source)));
    return sources;
}

void apply_filter(SourceEvents& source, const SceneOptions& options) {
    if (!options.where) return;
    const ActorQuestions actors;
    events::FilterContext context;
    context.extent = options.extent;
    context.actors = &actors;
    const auto rows = options.where->rows(source.read.table, context);
    source.filtered_out = source.read.table.size() - rows.size();
    source.filter = options.where->text();
    auto filtered = source.read.table.select(rows);
    if (options.keeps_whole)
        source.whole = std::make_shared<const events::EventTable>(std::move(source.read.table));
    source.read.table = std::move(filtered);
}

}  // namespace harmattan::story
