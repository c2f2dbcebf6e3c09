#include "base/number_format.h"

#include <array>
#include <cmath>

#include <fmt/core.h>

namespace harmattan::base {
namespace {

constexpr std::array<const char*, 12> months_en{"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};
constexpr std::array<const char*, 12> months_fr{"janvier",   "février", "mars",     "avril",
                                                "mai",       "juin",    "juillet",  "août",
                                                "septembre", "octobre", "novembre", "décembre"};

const char* month_name(int month, Language language) {
    const auto& names = language == Language::en ? months_en : months_fr;
    return names.at(static_cast<std::size_t>(month - 1));
}

}  // namespace

std::string grouped(std::int64_t value, Language language) {
    const std::string separator = language == Language::en ? "," : "\u202f";
    std::string digits = fmt::format("{}", value < 0 ? -value : value), out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return value < 0 ? "\u2212" + out : out;
}

std::string decimal(double value, int decimals, Language language) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    if (language == Language::fr)
        if (const auto dot = text.find('.'); dot != std::string::npos) text[dot] = ',';
    return text;
}

std::string long_date(Day day, Language language) {
    const CivilDate date = civil_of(day);
    const char* ordinal = language == Language::fr && date.day == 1 ? "er" : "";
    return fmt::format("{}{} {} {}", date.day, ordinal, month_name(date.month, language), date.year);
}

std::string month_and_year(Day day, Language language) {
    const CivilDate date = civil_of(day);
    return fmt::format("{} {}", month_name(date.month, language), date.year);
}

std::string date_range(DayRange range, Language language) {
    if (range.first == range.last) return long_date(range.first, language);
    return long_date(range.first, language) + " – " + long_date(range.last, language);
}

}  // namespace harmattan::base
