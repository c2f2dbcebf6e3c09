#include "base/day.h"

#include <array>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::base {
namespace {

constexpr int days_per_era = 146097;  // 400 years

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

bool is_valid(CivilDate date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

Day day_of(CivilDate date) {
    if (!is_valid(date))
        throw Error("date.impossible",
                    {{"date", fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day)}});
    const int year = date.month <= 2 ? date.year - 1 : date.year;  // the year begins in March
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * days_per_era + day_of_era - 719468};
}

CivilDate civil_of(Day day) {
    const int shifted = day.value + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - (days_per_era - 1)) / days_per_era;
    const int day_of_era = shifted - era * days_per_era;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (days_per_era - 1)) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Day add_months(Day day, int months) {
    const CivilDate date = civil_of(day);
    const int count = date.year * 12 + (date.month - 1) + months;
    const int year = count / 12;
    const int month = count % 12 + 1;
    if (year < 1 || year > 9999) throw Error("date.out_of_range", {{"date", iso(day)}});
    return day_of({year, month, std::min(date.day, days_in_month(year, month))});
}

std::optional<Day> parse_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
               day = digits(text.substr(8, 2));
    if (!year || !month || !day || !is_valid({*year, *month, *day})) return std::nullopt;
    return day_of({*year, *month, *day});
}

std::string iso(Day day) {
    const CivilDate date = civil_of(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace harmattan::base
