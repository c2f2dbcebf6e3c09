#include "cli/console.h"

#include <cstdio>

#include <fmt/core.h>

namespace harmattan::cli {

void Console::result(std::string_view line) const {
    fmt::print(stdout, "{}\n", line);
}

void Console::tell(std::string_view sentence) const {
    fmt::print(stderr, "{}: {}\n", speaker_, sentence);
}

}  // namespace harmattan::cli
