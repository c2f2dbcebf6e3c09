#include "io/guarded_text.h"

namespace harmattan::io {
namespace {

bool begins_formula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@';
}

bool is_blank(char c) {
    return c == '\t' || c == '\r' || c == '\n';
}

bool ends_cell(char c) {
    return c == ';' || is_blank(c);
}

bool can_begin_cell(std::string_view text, std::size_t at) {
    return at == 0 || ends_cell(text[at - 1]);
}

// Calls `found` with each place where a cell could begin with a formula, and with the number of apostrophes there.
template <typename Found>
void for_each_danger(std::string_view text, Found found) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!can_begin_cell(text, at)) continue;
        const std::size_t sign = text.find_first_not_of('\'', at);
        if (sign == std::string_view::npos) return;
        if (begins_formula(text[sign]) || (at == 0 && is_blank(text[sign]))) found(at, sign - at);
    }
}

}  // namespace

std::string guarded_text(std::string_view text) {
    std::string guarded;
    std::size_t copied = 0;
    for_each_danger(text, [&](std::size_t at, std::size_t) {
        guarded.append(text.substr(copied, at - copied)).push_back('\'');
        copied = at;
    });
    return guarded.append(text.substr(copied));
}

std::string unguarded_text(std::string_view text) {
    std::string plain;
    std::size_t copied = 0;
    for_each_danger(text, [&](std::size_t at, std::size_t apostrophes) {
        if (apostrophes == 0) return;
        plain.append(text.substr(copied, at - copied));
        copied = at + 1;
    });
    return plain.append(text.substr(copied));
}

bool needs_guard(std::string_view text) {
    bool is_needed = false;
    for_each_danger(text, [&](std::size_t, std::size_t) { is_needed = true; });
    return is_needed;
}

}  // namespace harmattan::io
