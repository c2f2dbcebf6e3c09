#include "cli/convert_command.h"

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/error_words.h"
#include "cli/interrupt.h"
#include "cli/output_check.h"
#include "cli/progress_line.h"
#include "cli/rejected_rows.h"
#include "cli/swapped_extent.h"
#include "cli/told_notes.h"

namespace harmattan::cli {
namespace {

// Of a million rows, reading takes about a quarter of the time and writing the rest.
constexpr std::int64_t all_done = 1000, read_done = 250;

std::string unknown_source(const io::SourceUse& use, const Console& console) {
    std::string files;
    for (const std::string& file : use.files)
        files += (files.empty() ? "" : ", ") + std::filesystem::path(file).filename().string();
    return console.say("convert.unknown_source", {{"files", files}});
}

// A file of which no row can be used ends the work; then it is said, too, that nothing was written.
TableToWrite read_or_say_not_written(const std::vector<std::filesystem::path>& files,
                                     const story::SceneOptions& options, const std::string& output) {
    try {
        return read_table(files, options, output);
    } catch (const base::Error& error) {
        if (!error.key().starts_with("csv.all_rejected") && error.key() != "csv.no_rows") throw;
        throw base::Error("convert.nothing_read", {{"path", output},
                                                   {"reason_en", base::words(base::Language::en, error)},
                                                   {"reason_fr", base::words(base::Language::fr, error)}});
    }
}

}  // namespace

void ConvertCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_files(parser, console, "help.events_file");
    parser.add_option("-o,--output", output_, console.say("help.output_table"));
    shared_.declare_rows(parser, console);
    parser.add_option("--generalise", generalise_text_, console.say("help.generalise"));
    parser.add_option("--accessed", accessed_text_, console.say("help.accessed"));
    parser.add_flag("--may-be-passed-on", answers_.may_be_passed_on, console.say("help.may_be_passed_on"));
    shared_.declare_general(parser, console);
    shared_.declare_json(parser, console);
    shared_.declare_strict(parser, console);
    shared_.declare_force(parser, console);
}

void ConvertCommand::check() {
    if (shared_.files.empty()) throw base::UsageError("convert.no_file");
    if (!output_) throw base::UsageError("cli.missing_option", {{"option", "-o"}, {"example", "-o events.gpkg"}});
    order_.options = shared_.scene_options();
    order_.options.events.extent = order_.options.extent;
    if (generalise_text_)
        order_.generalise =
            read_option("--generalise", [&] { return io::parse_generalisation(*generalise_text_); });
    if (accessed_text_)
        answers_.accessed = read_option("--accessed", [&] { return parse_accessed(*accessed_text_); });
    answers_.may_ask = !shared_.quiet;
    order_.output = *output_;
    const auto format = io::event_format_of(*output_);
    if (!format)
        throw base::UsageError("cli.output_kind",
                               {{"path", *output_}, {"allowed", ".csv, .gpkg, .geojson, .fgb, .parquet"}});
    order_.format = *format;
    io::require_writable(order_.format, order_.output);
    check_output_files();
}

void ConvertCommand::check_output_files() const {
    check_output(order_.output, OutputKind::table, shared_.force, shared_.files);
    const auto beside = io::metadata_file_of(order_.output, order_.format);
    if (!beside.empty()) check_output(beside.string(), OutputKind::table, shared_.force, shared_.files);
}

TableToWrite ConvertCommand::read(const Console& console) const {
    const Interrupt interrupt;
    ProgressLine line(console, all_done, shared_.quiet, per_cent_done);
    story::SceneOptions options = order_.options;
    options.events.progress = [&](double share) {
        line.show(static_cast<std::int64_t>(share * read_done));
        return !interrupt.was_asked();
    };
    TableToWrite table = read_or_say_not_written(shared_.files, options, order_.output);
    if (interrupt.was_asked()) throw base::Error("write.cancelled", {{"path", order_.output}});
    return table;
}

std::vector<CreditedSource> ConvertCommand::credited(const TableToWrite& table,
                                                     const std::vector<io::SourceUse>& uses,
                                                     const Console& console) const {
    std::vector<CreditedSource> sources;
    for (const io::SourceUse& use : uses) {
        if (use.dataset == "table") {
            sources.push_back({use, unknown_source(use, console)});
            continue;
        }
        const io::CreditDetails details{access_days(use, table.reports, answers_, console),
                                        filters_in_words(order_, table, console),
                                        changes_in_words(table, console)};
        sources.push_back({use, io::credit_line(use, details, console.language())});
    }
    return sources;
}

io::EventsWritten ConvertCommand::write(const TableToWrite& table, const io::TableMetadata& metadata,
                                        const Console& console) const {
    const Interrupt interrupt;
    ProgressLine line(console, all_done, shared_.quiet, per_cent_done);
    io::EventWriteOptions options;
    options.metadata = metadata;
    options.progress = [&](double share) {
        line.show(read_done + static_cast<std::int64_t>(share * (all_done - read_done)), read_done);
        return !interrupt.was_asked();
    };
    return io::write_events(table.table, order_.output, order_.format, options);
}

int ConvertCommand::run(const Console& console) {
    TableToWrite table = read(console);
    if (!shared_.quiet) tell_notes(console, table.reports);
    if (const bool some_rejected = rejected_rows(table.reports) > 0; some_rejected) {
        if (!shared_.quiet || shared_.strict) tell_rejected(console, table.reports);
        if (shared_.strict) console.tell(console.say("cli.strict"));
        if (shared_.strict) return rows_were_rejected;
    }
    const events::EventTable* const tables[] = {&table.table};
    const auto hint =
        order_.options.extent ? swapped_extent_words(*order_.options.extent, tables, console) : std::nullopt;
    choose_rows(table, order_.options);
    require_rows(order_, table, hint, console);
    auto schemas = order_.options.events.layout.schemas;
    if (order_.options.events.layout.schema) schemas.push_back(order_.options.events.layout.schema);
    require_leave(io::sources_of(table.table, schemas), answers_, order_.output, console);
    if (order_.generalise) make_coarser(table, *order_.generalise);
    require_rows(order_, table, {}, console);
    const auto sources = credited(table, io::sources_of(table.table, schemas), console);
    const io::EventsWritten written = write(table, metadata_of(order_, table, sources, console), console);
    if (shared_.json)
        console.result(as_json(order_, table, sources, written));
    else if (!shared_.quiet)
        console.result(as_text(order_, table, sources, written, console));
    return done;
}

}  // namespace harmattan::cli
