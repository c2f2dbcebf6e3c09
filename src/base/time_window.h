// The time window: which days are shown at an instant.
#pragma once

#include <string>
#include <string_view>

#include "base/day.h"

namespace harmattan::base {

// Both ends are included. Empty when last < first.
struct DayRange {
    Day first;
    Day last;

    bool empty() const { return last < first; }
    bool contains(Day day) const { return first <= day && day <= last; }
    // Number of days, 0 when empty.
    int length_days() const { return empty() ? 0 : last - first + 1; }
    friend bool operator==(DayRange, DayRange) = default;
};

// A moment as a real number of days since 1970-01-01T00:00Z; its day is floor(days).
struct Instant {
    double days = 0;

    Day day() const;
    friend bool operator==(Instant, Instant) = default;
};

// The instant at which a whole day has passed: one second before the midnight that ends it. `--at 2017-03-02`
// means this, so that the day's own events have fully appeared.
Instant end_of(Day day);

// "2017-03-02" (its end) or "2017-03-02T06:30" / "2017-03-02T06:30:15" with an optional Z.
// Throws Error "date.unreadable" (with the text) on anything else.
Instant parse_instant(std::string_view text);

// The length of the window.
struct WindowLength {
    enum class Unit { days, months, years, all };
    Unit unit = Unit::all;
    int count = 0;  // 1 or more; 0 for `all`

    friend bool operator==(WindowLength, WindowLength) = default;
};

// "90d", "6m", "1y" or "all" (everything up to the playhead). Throws Error "window.unreadable".
WindowLength parse_window(std::string_view text);
std::string to_string(WindowLength window);

// The whole days that a window shows at an instant, inside `bounds`: for n days floor(t)-n+1 to floor(t), both
// included; months and years go by the calendar, clamped at the month's end (on 31 March a window of 12 months
// begins on 1 April of the year before). Empty before the bounds' first day.
DayRange window_at(Instant instant, WindowLength window, DayRange bounds);

}  // namespace harmattan::base
