#include "io/parse_value.h"

#include <array>
#include <charconv>
#include <cmath>

#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

std::optional<int> digits_of(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Two digits of at most `most`.
bool is_pair(std::string_view text, std::size_t at, int most) {
    if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return false;
    return (text[at] - '0') * 10 + (text[at + 1] - '0') <= most;
}

// Nothing, or a plain time of day: " 06:30", "T06:30:15Z", " 00:00:00.000". All else is left to read_date().
bool is_plain_time(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() != ' ' && text.front() != 'T') return false;
    text.remove_prefix(1);
    if (text.ends_with('Z')) text.remove_suffix(1);
    if (!is_pair(text, 0, 23) || text.size() < 5 || text[2] != ':' || !is_pair(text, 3, 59)) return false;
    text.remove_prefix(5);
    if (text.empty()) return true;
    if (text.front() != ':' || !is_pair(text, 1, 59)) return false;
    text.remove_prefix(3);
    if (text.empty()) return true;
    return text.front() == '.' && text.size() > 1 &&
           text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace

std::optional<double> parse_any_number(std::string_view text) {
    text = trimmed(text);
    if (const auto value = parse_short_decimal(text)) return value;
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || rest != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::int32_t> parse_any_integer(std::string_view text) {
    text = trimmed(text);
    std::int32_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc()) return std::nullopt;
    if (rest == end) return value;
    const std::string_view decimals(rest, static_cast<std::size_t>(end - rest));
    return decimals == ".0" || decimals == ".00" ? std::optional(value) : std::nullopt;
}

ParsedDate parse_date(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 10 || text[4] != '-' || text[7] != '-' || !is_plain_time(text.substr(10))) return {};
    const auto year = digits_of(text.substr(0, 4)), month = digits_of(text.substr(5, 2));
    const auto day = digits_of(text.substr(8, 2));
    if (!year || !month || !day) return {};
    return {{*year, *month, *day}, true};
}

}  // namespace harmattan::io
