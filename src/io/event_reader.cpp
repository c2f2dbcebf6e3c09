#include "io/event_reader.h"

#include <fmt/core.h>

#include "base/error.h"
#include "io/coverage.h"
#include "io/duplicate_ids.h"
#include "io/event_input.h"
#include "io/event_row_parser.h"

namespace harmattan::io {
namespace {

// Tells how far the reading is and how many rows are to come.
class Pace {
  public:
    Pace(const std::string& file, const base::Progress& progress) : file_(file), progress_(progress) {}

    void after_row(const TableReader& table, events::EventTableBuilder& builder) {
        if (++rows_ % rows_per_report != 0) return;
        const double share = table.share_read();
        if (!has_reserved_ && share > 0) reserve(share, builder);
        if (progress_ && !progress_(share)) throw base::Error("read.cancelled", {{"file", file_}});
    }

  private:
    static constexpr std::uint64_t rows_per_report = 16384;

    // From the rows so far, with a little to spare: growing by doubling would copy all and leave half unused.
    void reserve(double share_read, events::EventTableBuilder& builder) {
        has_reserved_ = true;
        constexpr double most_rows = 1e8;
        const double rows = 1.05 * static_cast<double>(builder.size()) / share_read;
        builder.reserve(static_cast<std::size_t>(std::min(rows, most_rows)));
    }

    const std::string& file_;
    const base::Progress& progress_;
    std::uint64_t rows_ = 0;
    bool has_reserved_ = false;
};

[[noreturn]] void fail_without_rows(const ReadReport& report) {
    if (report.problems.empty()) throw base::Error("csv.no_rows", {{"file", report.file}});
    throw base::Error("csv.all_rejected", {{"file", report.file},
                                           {"count", fmt::format("{}", report.rejected)},
                                           {"reason_en", words(base::Language::en, report.problems.front())},
                                           {"reason_fr", words(base::Language::fr, report.problems.front())}});
}

RowChecks checks_of(const EventLayout& layout, const EventReadOptions& options, PlaceCheck& places,
                    const EventInput& input) {
    RowChecks checks;
    checks.today = options.today;
    if (options.checks_places) checks.places = &places;
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

base::DayRange hull(base::DayRange days, const std::optional<base::DayRange>& all_days) {
    if (!all_days) return days;
    if (days.empty()) return *all_days;
    return {std::min(days.first, all_days->first), std::max(days.last, all_days->last)};
}

EventsRead read_events(const EventInput& input, const EventReadOptions& options) {
    const EventLayout layout = find_layout(input.sample ? *input.sample : sample_of(input), options.layout);
    EventsRead read;
    read.report = report_for(input, layout);
    PlaceCheck places;
    const RowChecks checks = checks_of(layout, options, places, input);
    events::EventTableBuilder builder;
    SourceFiles files(builder, file_of(input, layout));
    ValueRules rules(layout, input.open, options.date_order, read.report);
    EventRowParser parser(layout, rules, files, checks, read.report);
    DuplicateIds ids;
    Pace pace(input.name, options.progress);
    const auto table = input.open();
    while (table->next()) {
        if (const events::EventRow* row = parser.parse(*table)) {
            builder.add(*row);
            const auto id = row->texts[static_cast<std::size_t>(events::Text::id)];
            if (!id.empty())
                if (const auto first = ids.seen_before(id, table->line()))
                    parser.warn_of_kept("row.duplicate_id",
                                        {{"value", std::string(id)}, {"first", fmt::format("{}", *first)}},
                                        EventField::id);
        }
        pace.after_row(*table, builder);
    }
    // Where only some of the days were asked for, there may be none on them.
    if (read.report.kept == 0 && !input.all_days) fail_without_rows(read.report);
    read.table = std::move(builder).build();
    fill_coverage(read.report, hull(read.table.days(), input.all_days), *layout.schema);
    return read;
}

}  // namespace

EventsRead read_events(const std::filesystem::path& file, const EventReadOptions& options) {
    return read_events(open_event_input(file, options), options);
}

EventsRead read_events_csv(std::string_view text, std::string name, const EventReadOptions& options) {
    return read_events(open_event_input(text, std::move(name)), options);
}

}  // namespace harmattan::io
