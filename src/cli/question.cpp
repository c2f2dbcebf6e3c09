#include "cli/question.h"

#include <cstdio>
#include <iostream>

#include <unistd.h>

#include <fmt/core.h>

namespace harmattan::cli {

std::optional<std::string> ask(const Console& console, const std::string& question) {
    if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDERR_FILENO) != 1) return std::nullopt;
    console.tell(question);
    fmt::print(stderr, "> ");
    std::fflush(stderr);
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) return std::string();
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace harmattan::cli
