#include "io/excel_date.h"

#include <cmath>

#include <fmt/core.h>

#include "base/day.h"

namespace harmattan::io {
namespace {

// Takes away what stands for itself: "quoted", \escaped, _padding, *filling and [conditions].
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            if (c == '[') {
                const auto inside = code.substr(i + 1, end - i - 1);
                // Elapsed hours, minutes or seconds.
                if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
                    return "elapsed";
            }
            i = end;
        } else if (c == ';') {
            break;  // what follows is for negative numbers
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

}  // namespace

CellFormat built_in_format(int id) {
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
        id == 57 || id == 58)
        return CellFormat::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
        return CellFormat::time;
    return CellFormat::number;
}

CellFormat format_of_code(std::string_view code) {
    const std::string letters = letters_of(code);
    const auto has = [&](const char* any) { return letters.find_first_of(any) != std::string::npos; };
    if (letters == "elapsed" || letters.find("general") != std::string::npos) return CellFormat::number;
    if (has("yd") || (has("m") && !has("hs"))) return CellFormat::date;
    return has("hs") ? CellFormat::time : CellFormat::number;
}

std::optional<std::string> excel_date(double serial, CellFormat format, bool from_1904) {
    constexpr double ms_per_day = 86400000, last_serial = 2958465;  // 9999-12-31
    if (format == CellFormat::number || !(serial >= 0) || !(serial < last_serial + 1)) return std::nullopt;
    const auto total_ms = static_cast<std::int64_t>(std::llround(serial * ms_per_day));
    const auto days = static_cast<std::int32_t>(total_ms / 86400000);
    const auto ms = static_cast<int>(total_ms % 86400000);
    std::string time = fmt::format("{:02}:{:02}:{:02}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60);
    if (ms % 1000 != 0) time += fmt::format(".{:03}", ms % 1000);
    if (format == CellFormat::time && days == 0) return time;
    if (!from_1904 && days == 0) return std::nullopt;
    const base::Day first = base::day_of(from_1904 ? base::CivilDate{1904, 1, 1} : base::CivilDate{1899, 12, 30});
    const bool is_before_leap_day = !from_1904 && days < 60;
    const base::Day day = first + days + (is_before_leap_day ? 1 : 0);
    if (day > base::day_of({9999, 12, 31}) || (!from_1904 && days == 60)) return std::nullopt;
    return ms == 0 ? base::iso(day) : base::iso(day) + "T" + time;
}

std::string excel_number(double number, CellFormat format, bool from_1904) {
    constexpr double exact_integers = 9007199254740992;
    if (auto date = excel_date(number, format, from_1904)) return *date;
    if (std::abs(number) < exact_integers && number == std::floor(number))
        return fmt::format("{}", static_cast<std::int64_t>(number));
    return fmt::format("{}", number);
}

}  // namespace harmattan::io
