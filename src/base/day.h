// Calendar days as integers: the proleptic Gregorian calendar, UTC, no leap seconds.
// Method: H. Hinnant, "chrono-compatible low-level date algorithms" (2013), days_from_civil / civil_from_days.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace harmattan::base {

// A calendar day, counted from 1970-01-01 (0). Range kept to the years 1 to 9999.
struct Day {
    std::int32_t value = 0;

    friend constexpr auto operator<=>(Day, Day) = default;
    friend constexpr Day operator+(Day day, std::int32_t days) { return {day.value + days}; }
    friend constexpr Day operator-(Day day, std::int32_t days) { return {day.value - days}; }
    // Days from `b` to `a`.
    friend constexpr std::int32_t operator-(Day a, Day b) { return a.value - b.value; }
};

struct CivilDate {
    int year = 1970;
    int month = 1;  // 1 to 12
    int day = 1;    // 1 to 31

    friend constexpr auto operator<=>(CivilDate, CivilDate) = default;
};

// Days of the month, 28 to 31. `month` 1 to 12.
int days_in_month(int year, int month);

// False for an impossible date such as 30 February, or a year outside 1 to 9999.
bool is_valid(CivilDate date);

// The day of a valid date; throws Error "date.impossible" otherwise.
Day day_of(CivilDate date);
CivilDate civil_of(Day day);

// Months later (or earlier), clamped at the month's end: 31 March - 1 month = 28 or 29 February.
Day add_months(Day day, int months);

// "2017-03-02" and nothing else; no value when the text has another form or is no date of the calendar.
std::optional<Day> parse_iso_day(std::string_view text);

// "2017-03-02".
std::string iso(Day day);

}  // namespace harmattan::base
