#include "base/time_window.h"

#include <charconv>
#include <cmath>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::base {
namespace {

constexpr int max_window_count = 9999;

std::optional<int> two_digits(std::string_view text, std::size_t at) {
    if (text.size() < at + 2 || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9')
        return std::nullopt;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// Seconds since midnight of "HH:MM" or "HH:MM:SS", with an optional Z.
std::optional<int> seconds_of_day(std::string_view text) {
    if (!text.empty() && text.back() == 'Z') text.remove_suffix(1);
    const auto hours = two_digits(text, 0), minutes = two_digits(text, 3);
    if ((text.size() != 5 && text.size() != 8) || text[2] != ':' || !hours || !minutes) return std::nullopt;
    const auto seconds = text.size() == 8 ? two_digits(text, 6) : std::optional(0);
    if (!seconds || (text.size() == 8 && text[5] != ':')) return std::nullopt;
    if (*hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return *hours * 3600 + *minutes * 60 + *seconds;
}

Day first_day(Day last, WindowLength window) {
    switch (window.unit) {
        case WindowLength::Unit::days:
            return last - (window.count - 1);
        case WindowLength::Unit::months:
            return add_months(last, -window.count) + 1;
        case WindowLength::Unit::years:
            return add_months(last, -12 * window.count) + 1;
        case WindowLength::Unit::all:
            break;
    }
    return last;
}

// Whether a window of months or years would begin before 1 January of the year 1.
bool reaches_before_calendar(Day playhead, WindowLength window) {
    if (window.unit == WindowLength::Unit::days) return playhead - (window.count - 1) < day_of({1, 1, 1});
    const int months = window.count * (window.unit == WindowLength::Unit::years ? 12 : 1);
    const CivilDate date = civil_of(playhead);
    return (date.year - 1) * 12 + date.month - 1 < months;
}

}  // namespace

Day Instant::day() const {
    return {static_cast<std::int32_t>(std::floor(days))};
}

Instant end_of(Day day) {
    return {day.value + 86399.0 / 86400.0};
}

Instant parse_instant(std::string_view text) {
    if (const auto day = parse_iso_day(text)) return end_of(*day);
    if (text.size() > 11 && (text[10] == 'T' || text[10] == ' ')) {
        const auto day = parse_iso_day(text.substr(0, 10));
        const auto seconds = seconds_of_day(text.substr(11));
        if (day && seconds) return {day->value + *seconds / 86400.0};
    }
    throw Error("date.unreadable", {{"text", std::string(text)}});
}

WindowLength parse_window(std::string_view text) {
    using Unit = WindowLength::Unit;
    if (text == "all") return {Unit::all, 0};
    int count = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    if (error == std::errc() && end - rest == 1 && count >= 1 && count <= max_window_count) {
        if (*rest == 'd') return {Unit::days, count};
        if (*rest == 'm') return {Unit::months, count};
        if (*rest == 'y') return {Unit::years, count};
    }
    throw Error("window.unreadable", {{"text", std::string(text)}});
}

std::string to_string(WindowLength window) {
    switch (window.unit) {
        case WindowLength::Unit::days:
            return fmt::format("{}d", window.count);
        case WindowLength::Unit::months:
            return fmt::format("{}m", window.count);
        case WindowLength::Unit::years:
            return fmt::format("{}y", window.count);
        case WindowLength::Unit::all:
            break;
    }
    return "all";
}

DayRange window_at(Instant instant, WindowLength window, DayRange bounds) {
    const Day last = std::min(instant.day(), bounds.last);
    if (window.unit == WindowLength::Unit::all) return {bounds.first, last};
    // The window's start follows the playhead even past the bounds' end; only then is it cut.
    const Day earliest = day_of({1, 1, 1});
    const Day playhead = instant.day();
    const bool before_calendar = reaches_before_calendar(playhead, window);
    const Day first = before_calendar ? earliest : first_day(playhead, window);
    return {std::max(first, bounds.first), last};
}

}  // namespace harmattan::base
