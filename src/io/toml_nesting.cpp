#include "io/toml_nesting.h"

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

// The position behind the text in quotes that opens at `at`; the end where it never closes.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string three(3, quote);
    const bool has_lines = text.substr(at).starts_with(three);
    for (std::size_t i = at + (has_lines ? 3 : 1); i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (has_lines ? text.substr(i).starts_with(three) : text[i] == quote) {
            return i + (has_lines ? 3 : 1);
        } else if (!has_lines && text[i] == '\n') {
            return i;  // it is no TOML then, and the parser will say so
        }
    }
    return text.size();
}

[[noreturn]] void fail(std::string_view text, std::size_t at, const std::string& file) {
    std::size_t line = 1, line_begin = 0;
    for (std::size_t i = 0; i < at; ++i)
        if (text[i] == '\n') {
            ++line;
            line_begin = i + 1;
        }
    throw base::Error("toml.too_deep", {{"file", file},
                                        {"line", fmt::format("{}", line)},
                                        {"column", fmt::format("{}", at - line_begin + 1)},
                                        {"limit", fmt::format("{}", most_dots_in_a_name)}});
}

}  // namespace

void check_toml_nesting(std::string_view text, const std::string& file) {
    constexpr std::string_view ends_of_names = "=[]{},\n";
    int dots = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = end_of_quoted(text, i);
            continue;
        }
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (c == '.' && ++dots > most_dots_in_a_name) fail(text, i, file);
        if (ends_of_names.find(c) != std::string_view::npos) dots = 0;
        ++i;
    }
}

}  // namespace harmattan::io
