// Numbers and dates from the text of a field. Blanks around a value are allowed; the locale never matters.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/day.h"
#include "io/text_cursor.h"

namespace harmattan::io {

// A plain decimal of at most 15 digits: digits / 10^n is then exact in its two operands, and one IEEE division
// gives the nearest double (Clinger 1990, "How to read floating point numbers accurately").
inline std::optional<double> parse_short_decimal(std::string_view text) {
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

std::optional<double> parse_any_number(std::string_view text);

// A finite decimal number such as -12.5 or 1e3; the nearest double.
inline std::optional<double> parse_number(std::string_view text) {
    const auto value = parse_short_decimal(text);
    return value ? value : parse_any_number(text);
}

// Up to nine digits and nothing else, as nearly all are.
inline std::optional<std::int32_t> parse_short_integer(std::string_view text) {
    constexpr std::size_t longest = 9;
    if (text.empty() || text.size() > longest) return std::nullopt;
    std::int32_t value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<std::int32_t> parse_any_integer(std::string_view text);

// An integer, also written as "15960.0" or "15960.00" (spreadsheets do so); "1.000" may be a thousand and is none.
// No value for anything else or beyond 32 bits.
inline std::optional<std::int32_t> parse_integer(std::string_view text) {
    const auto value = parse_short_integer(text);
    return value ? value : parse_any_integer(text);
}

// A code as numbers write it: "1.0" is "1".
inline std::string_view plain_code(std::string_view written) {
    return written.ends_with(".0") ? written.substr(0, written.size() - 2) : written;
}

struct ParsedDate {
    base::CivilDate date;
    bool has_form = false;  // YYYY-MM-DD, alone or followed by a time of day that there is; read_date() knows more
};
// The date may be impossible: base::is_valid tells.
ParsedDate parse_date(std::string_view text);

}  // namespace harmattan::io
