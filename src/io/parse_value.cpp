#include "io/parse_value.h"

#include <array>
#include <charconv>
#include <cmath>

#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A plain decimal of at most 15 digits: digits / 10^n is then exact in its two operands, and one IEEE division
// gives the nearest double (Clinger 1990, "How to read floating point numbers accurately").
std::optional<double> parse_short_decimal(std::string_view text) {
    constexpr std::array<double, 16> powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                            1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    constexpr std::size_t longest = 17;  // sign, point and 15 digits
    if (text.empty() || text.size() > longest) return std::nullopt;
    const bool is_negative = text.front() == '-';
    std::int64_t digits = 0;
    std::size_t count = 0, decimals = 0;
    bool has_point = false;
    for (std::size_t i = is_negative ? 1 : 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            digits = digits * 10 + (text[i] - '0');
            ++count;
            decimals += has_point ? 1 : 0;
        } else if (text[i] == '.' && !has_point) {
            has_point = true;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > 15) return std::nullopt;
    const double value = static_cast<double>(digits) / powers[decimals];
    return is_negative ? -value : value;
}

std::optional<int> digits_of(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Up to nine digits and nothing else, as nearly all are.
std::optional<std::int32_t> parse_short_integer(std::string_view text) {
    constexpr std::size_t longest = 9;
    if (text.empty() || text.size() > longest) return std::nullopt;
    std::int32_t value = 0;
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

std::optional<double> parse_number(std::string_view text) {
    text = trimmed(text);
    if (const auto value = parse_short_decimal(text)) return value;
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || rest != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::int32_t> parse_integer(std::string_view text) {
    if (const auto value = parse_short_integer(text)) return value;
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
