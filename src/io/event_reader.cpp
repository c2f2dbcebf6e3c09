#include "io/event_reader.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "base/error.h"
#include "io/coverage.h"
#include "io/event_input.h"
#include "io/event_rows.h"
#include "io/source_credit.h"

namespace harmattan::io {
namespace {

RowChecks checks_of(const EventLayout& layout, const EventReadOptions& options, const EventInput& input) {
    RowChecks checks;
    checks.today = options.today;
    if (input.is_database) checks.days = options.days;
    if (input.is_database) checks.extent = options.extent;
    checks.texts_are_guarded = input.is_text && layout.schema->csv_texts_are_guarded;
    if (layout.has(EventField::latitude) || !layout.has(EventField::x)) return checks;
    if (!options.crs)
        throw base::Error("csv.crs_needed",
                          {{"file", input.name}, {"x", layout.header[*layout.of(EventField::x)]}});
    checks.crs = geo::Projection::from_text(*options.crs);
    return checks;
}

ReadReport report_for(const EventInput& input, const EventLayout& layout) {
    ReadReport report;
    report.file = input.name;
    report.format = input.format;
    if (input.is_database) report.database_table = input.file_name;
    report.notes = input.notes;
    report.terms = layout.schema->terms;
    report.is_provisional = layout.schema->is_provisional;
    report.has_where_precision = layout.has(EventField::where_precision);
    report.has_date_precision = layout.has(EventField::date_precision);
    describe(layout, report);
    return report;
}

events::EventFile file_of(const EventInput& input, const EventLayout& layout) {
    events::EventFile file;
    // The rows of a database are not to tell who reaches it, and how.
    file.name = input.is_database ? input.file_name : input.name;
    file.dataset = layout.schema->id;
    file.dataset_name = layout.schema->name;
    file.version = layout.version;
    file.is_provisional = layout.schema->is_provisional;
    file.radius_km = radii_of(*layout.schema);
    return file;
}

AssemblyOptions assembly_of(const EventLayout& layout, const EventReadOptions& options) {
    const auto name = [&](EventField field) {
        return layout.has(field) ? layout.header[*layout.of(field)] : std::string();
    };
    return {options.checks_places, name(EventField::id), name(EventField::country),
            options.checks_places ? CountryMap::coming() : ComingCountryMap{}};
}

base::DayRange hull(base::DayRange days, const std::optional<base::DayRange>& all_days) {
    if (!all_days) return days;
    if (days.empty()) return *all_days;
    return {std::min(days.first, all_days->first), std::max(days.last, all_days->last)};
}

// What Harmattan wrote from one source is that source's still: its name, its terms, and one source with its
// releases.
SchemaPtr take_source_of_rows(ReadReport& report, const events::EventTable& table, const EventLayout& layout,
                              std::span<const SchemaPtr> own_schemas) {
    if (report.dataset != "harmattan") return layout.schema;
    const std::vector<SourceUse> sources = sources_of(table, own_schemas);
    if (sources.size() != 1 || !sources.front().has_terms()) return layout.schema;
    const SourceUse& source = sources.front();
    report.dataset = source.dataset;
    report.layout = source.name;
    report.version = fmt::format("{}", fmt::join(source.versions, " + "));
    report.terms = source.terms;
    report.is_provisional |= source.is_provisional;
    report.notes.push_back({"note.own_table", {{"source", source.name}}});
    const SchemaPtr schema = embedded_schema(source.dataset);
    return schema ? schema : layout.schema;
}

// With what is proposed where latitude and longitude have changed places, for whoever sees no other note.
std::string first_reason(base::Language language, const ReadReport& report, NotesSaid notes) {
    std::string reason = words(language, report.problems.front());
    if (notes == NotesSaid::yes) return reason;
    for (const ReadingNote& note : report.notes)
        if (note.key == "note.swapped") reason += "; " + words(language, note);
    return reason;
}

// "3 × …; 2 × …", the most frequent first.
std::string reasons_of(base::Language language, const ReadReport& report) {
    std::vector<std::pair<std::uint64_t, std::string>> counted;
    for (const auto& [key, count] : report.rejected_by_reason)
        counted.emplace_back(count, reason_words(language, key));
    std::stable_sort(counted.begin(), counted.end(),
                     [](const auto& one, const auto& other) { return one.first > other.first; });
    std::vector<std::string> parts;
    for (const auto& [count, reason] : counted) parts.push_back(fmt::format("{} × {}", count, reason));
    return fmt::format("{}", fmt::join(parts, "; "));
}

EventsRead read_events(const EventInput& input, const EventReadOptions& options) {
    const EventLayout layout = find_layout(input.sample ? *input.sample : sample_of(input), options.layout);
    EventsRead read;
    read.report = report_for(input, layout);
    const RowChecks checks = checks_of(layout, options, input);
    SourceFiles files(file_of(input, layout));
    ValueRules rules(layout, input.open, options.date_order, input.name);
    const AssemblyOptions assembly = assembly_of(layout, options);
    RowsRead rows = read_rows({input, layout, rules, files, checks, assembly, options}, read.report);
    if (rows.has_used_date_rules)
        for (const ReadingNote& note : rules.date_notes()) read.report.notes.push_back(note);
    // Where only some of the days were asked for, there may be none on them.
    if (read.report.kept == 0 && !options.may_be_empty && !input.all_days)
        throw error_without_rows(read.report, NotesSaid::no);
    if (const auto note = rows.foreign_texts.note(layout, input.is_packed)) read.report.notes.push_back(*note);
    if (input.notes_at_end)
        for (ReadingNote& note : input.notes_at_end()) read.report.notes.push_back(std::move(note));
    read.table = joined(std::move(rows.parts), files.files(), options.threads.count, read.report);
    const SchemaPtr source = take_source_of_rows(read.report, read.table, layout, options.layout.schemas);
    fill_coverage(read.report, hull(read.table.days(), input.all_days), *source);
    return read;
}

}  // namespace

std::size_t ReadingThreads::default_count() {
    constexpr unsigned most = 8;
    return std::clamp(std::thread::hardware_concurrency(), 1U, most);
}

base::Error error_without_rows(const ReadReport& report, NotesSaid notes) {
    if (report.problems.empty()) return base::Error("csv.no_rows", {{"file", report.file}});
    const bool is_mixed = report.rejected_by_reason.size() > 1;
    return base::Error(is_mixed ? "csv.all_rejected_mixed" : "csv.all_rejected",
                       {{"file", report.file},
                        {"count", fmt::format("{}", report.rejected)},
                        {"reasons_en", reasons_of(base::Language::en, report)},
                        {"reasons_fr", reasons_of(base::Language::fr, report)},
                        {"reason_en", first_reason(base::Language::en, report, notes)},
                        {"reason_fr", first_reason(base::Language::fr, report, notes)}});
}

EventsRead read_events(const std::filesystem::path& file, const EventReadOptions& options) {
    return read_events(open_event_input(file, options), options);
}

EventsRead read_events_csv(std::string_view text, std::string name, const EventReadOptions& options) {
    return read_events(open_event_input(text, std::move(name)), options);
}

}  // namespace harmattan::io
