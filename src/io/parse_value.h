// Numbers and dates from the text of a field. Blanks around a value are allowed; the locale never matters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/day.h"

namespace harmattan::io {

// A finite decimal number such as -12.5 or 1e3; the nearest double.
std::optional<double> parse_number(std::string_view text);

// An integer, also written as "15960.0" or "15960.00" (spreadsheets do so); "1.000" may be a thousand and is none.
// No value for anything else or beyond 32 bits.
std::optional<std::int32_t> parse_integer(std::string_view text);

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
