// A question to whoever sits before the terminal.
#pragma once

#include <optional>
#include <string>

#include "cli/console.h"

namespace harmattan::cli {

// The line that was typed, without blanks around. No value when standard input or standard error is no terminal
// (nobody is there to answer), or the input ended.
std::optional<std::string> ask(const Console& console, const std::string& question);

}  // namespace harmattan::cli
