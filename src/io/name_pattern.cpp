#include "io/event_schema.h"

namespace harmattan::io {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The digits taken by each # and ? when `pattern` stands at the beginning of `text`; no value otherwise.
std::optional<std::vector<std::string>> digits_at(std::string_view text, std::string_view pattern) {
    std::vector<std::string> digits;
    std::size_t at = 0;
    for (const char wanted : pattern) {
        if (wanted != '#' && wanted != '?') {
            if (at == text.size() || lower(text[at]) != lower(wanted)) return std::nullopt;
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at]) && (wanted == '#' || at == begin)) ++at;
        if (at == begin) return std::nullopt;
        std::string_view run = text.substr(begin, at - begin);
        while (run.size() > 1 && run.front() == '0') run.remove_prefix(1);  // "03" is March, and release 3
        digits.emplace_back(run);
    }
    return digits;
}

std::optional<std::vector<std::string>> digits_in(std::string_view text, std::string_view pattern) {
    for (std::size_t begin = 0; begin < text.size(); ++begin)
        if (auto digits = digits_at(text.substr(begin), pattern)) return digits;
    return std::nullopt;
}

std::string filled(std::string_view version, const std::vector<std::string>& digits) {
    std::string text;
    for (std::size_t i = 0; i < version.size(); ++i) {
        const bool is_place = version[i] == '{' && i + 2 < version.size() && version[i + 2] == '}';
        const std::size_t number = is_place ? static_cast<std::size_t>(version[i + 1] - '1') : digits.size();
        if (number < digits.size()) {
            text += digits[number];
            i += 2;
        } else {
            text += version[i];
        }
    }
    return text;
}

}  // namespace

std::string version_in(std::string_view file_name, const std::vector<NamePattern>& patterns) {
    for (const NamePattern& name : patterns)
        if (const auto digits = digits_in(file_name, name.pattern)) return filled(name.version, *digits);
    return {};
}

bool fits(std::string_view file_name, const std::vector<NamePattern>& patterns) {
    for (const NamePattern& name : patterns)
        if (digits_in(file_name, name.pattern)) return true;
    return false;
}

}  // namespace harmattan::io
