#include "story/read_sources.h"

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

// Two files of one source become one table; the account of both stays, each file's own as well.
void join(SourceEvents& older, SourceEvents&& newer) {
    std::vector<events::EventTable> tables;
    tables.push_back(std::move(older.read.table));
    tables.push_back(std::move(newer.read.table));
    events::JoinedReleases joined = events::join_releases(std::move(tables));
    // What was kept is counted anew by each joining, what was dropped is gone.
    older.missing_from_newer = older.beyond_newer = 0;
    for (const events::ReleaseCount& count : joined.files) {
        older.replaced += count.replaced_by_id + count.replaced_by_release;
        older.missing_from_newer += count.missing_from_newer;
        older.beyond_newer += count.beyond_newer;
    }
    older.read.table = std::move(joined.table);
    older.has_provisional = older.has_provisional || newer.has_provisional;
    const std::string version = newer.read.report.version;
    const bool is_told = !older.reports.empty() && older.reports.back().version == version;
    if (!is_told) older.versions += older.versions.empty() || version.empty() ? version : " + " + version;
    older.reports.push_back(newer.read.report);
    add_counts(older.read.report, newer.read.report);
}

}  // namespace

std::vector<SourceEvents> read_sources(const std::vector<std::filesystem::path>& files,
                                       const SceneOptions& options,
                                       const std::function<bool(std::size_t)>& is_read) {
    std::vector<SourceEvents> sources;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!is_read(i)) continue;
        const auto own = options.events_of.find(files[i]);
        io::EventReadOptions reading = own == options.events_of.end() ? options.events : own->second;
        reading.progress = share_of(options.events.progress, i, files.size());
        SourceEvents events{i, files[i], io::read_events(files[i], reading)};
        // A connection string is for nobody else to see.
        if (const std::string& table = events.read.report.database_table; !table.empty()) events.file = table;
        events.reports.push_back(events.read.report);
        events.versions = events.read.report.version;
        events.has_provisional = events.read.report.is_provisional;
        const std::string source = source_of(events);
        const auto same = std::find_if(sources.begin(), sources.end(), [&](const SourceEvents& other) {
            return !source.empty() && source_of(other) == source;
        });
        if (same == sources.end())
            sources.push_back(std::move(events));
        else
            join(*same, std::move(events));
    }
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
