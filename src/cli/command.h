// One verb of the command line.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "cli/console.h"

namespace CLI {
class App;
}

namespace harmattan::cli {

enum ExitStatus : int { done = 0, could_not_be_done = 1, wrong_command_line = 2, rows_were_rejected = 3 };

class Command {
  public:
    virtual ~Command() = default;
    // Tells the parser its options.
    virtual void declare(CLI::App& parser, const Console& console) = 0;
    // Checks every argument, before any data is opened. Throws base::UsageError, or base::Error for an output that
    // cannot be written.
    virtual void check() = 0;
    // Does it and gives the exit status; throws base::Error.
    virtual int run(const Console& console) = 0;
};

// "snap", "record", "inspect", "convert", "get", "doctor"; the window has no verb.
const std::vector<std::string>& verbs();

// The command of a verb; of the window for the empty text.
std::unique_ptr<Command> make_command(std::string_view verb);

}  // namespace harmattan::cli
