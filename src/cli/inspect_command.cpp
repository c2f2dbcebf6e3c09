#include "cli/inspect_command.h"

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/facts_writers.h"
#include "cli/release_diff.h"

namespace harmattan::cli {
namespace {

// Two sources, or two releases of one, are two answers to one question.
void warn_of_adding(const std::vector<FileFacts>& files, const Console& console) {
    const std::vector<std::string> sources = sources_of(files);
    if (sources.size() < 2) return;
    std::string list;
    for (const std::string& source : sources) list += (list.empty() ? "" : ", ") + source;
    console.result(console.say("inspect.never_added", {{"list", list}}));
}

}  // namespace

void InspectCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_files(parser, console);
    reading_.declare(parser, console);
    shared_.declare_where(parser, console);
    shared_.declare_general(parser, console);
    parser.add_flag("--all", all_, console.say("help.all_rows"));
    parser.add_flag("--diff", diff_, console.say("help.diff"));
    shared_.declare_json(parser, console);
    shared_.declare_strict(parser, console);
}

void InspectCommand::check() {
    shared_.check_language();
    if (shared_.files.empty()) throw base::UsageError("cli.no_file");
    if (diff_ && shared_.files.size() != 2) throw base::UsageError("inspect.diff_two_files");
    if (diff_ && shared_.where)
        throw base::UsageError("cli.contradiction", {{"first", "--diff"}, {"second", "--where"}});
    reading_.check();
    where_ = shared_.filter();
}

int InspectCommand::compare(const Console& console) const {
    const ReleaseDiff releases = diff_of(shared_.files[0], shared_.files[1], reading_.options());
    console.result(shared_.json ? as_json(releases) : as_text(releases, console, all_ ? Rows::all : Rows::first));
    const bool some_rejected = releases.before.read.report.rejected + releases.after.read.report.rejected > 0;
    return shared_.strict && some_rejected ? rows_were_rejected : done;
}

int InspectCommand::run(const Console& console) {
    if (diff_) return compare(console);
    io::EventReadOptions options = reading_.options();
    options.may_be_empty = true;  // the report is what was asked for
    std::vector<FileFacts> files;
    bool some_rejected = false;
    for (const auto& file : shared_.files) {
        files.push_back(facts_of(file, options, where_));
        for (const TableFacts& table : files.back().tables) some_rejected |= table.report.rejected > 0;
        if (where_ && files.back().kind != "events")
            console.tell(console.say("inspect.where_no_events", {{"file", files.back().file}}));
        if (!shared_.json) console.result(as_text(files.back(), console, all_ ? Rows::all : Rows::first));
    }
    if (shared_.json)
        console.result(as_json(files, console));
    else
        warn_of_adding(files, console);
    for (const FileFacts& file : files)
        for (const TableFacts& table : file.tables)
            if (table.events && table.report.kept == 0)
                throw io::error_without_rows(table.report, io::NotesSaid::yes);
    return shared_.strict && some_rejected ? rows_were_rejected : done;
}

}  // namespace harmattan::cli
