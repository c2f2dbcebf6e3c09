#include "cli/inspect_command.h"

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/facts_writers.h"

namespace harmattan::cli {

void InspectCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_files(parser, console);
    shared_.declare_general(parser, console);
    shared_.declare_json(parser, console);
    shared_.declare_strict(parser, console);
}

void InspectCommand::check() {
    shared_.check_language();
    if (shared_.files.empty()) throw base::UsageError("cli.no_file");
}

int InspectCommand::run(const Console& console) {
    std::vector<FileFacts> files;
    bool some_rejected = false;
    for (const auto& file : shared_.files) {
        files.push_back(facts_of(file));
        for (const TableFacts& table : files.back().tables) some_rejected |= table.report.rejected > 0;
        if (!shared_.json) console.result(as_text(files.back(), console));
    }
    if (shared_.json) console.result(as_json(files, console));
    return shared_.strict && some_rejected ? rows_were_rejected : done;
}

}  // namespace harmattan::cli
