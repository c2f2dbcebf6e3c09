#include "io/time_of_day.h"

#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

struct TimeOfDay {
    int hour = 0, minute = 0, second = 0;
    bool has_half = false;  // am or pm stands behind it

    bool is_possible() const {
        if (has_half && (hour < 1 || hour > 12)) return false;
        const bool is_day_end = hour == 24 && minute == 0 && second == 0;
        return (hour <= 23 || is_day_end) && minute <= 59 && second <= 60;
    }
};

// Takes exactly `width` digits.
bool take_digits(TextCursor& cursor, std::size_t width, int& value) {
    const TextCursor before = cursor;
    const auto found = cursor.digits();
    if (!found || found->width != width) {
        cursor = before;
        return false;
    }
    value = found->value;
    return true;
}

bool skip_fraction(TextCursor& cursor) {
    if (!cursor.take('.') && !cursor.take(',')) return true;
    if (!is_digit(cursor.peek())) return false;
    while (is_digit(cursor.peek())) cursor.skip();
    return true;
}

// "0630" or "063015": ISO's basic form.
bool take_basic(TextCursor& cursor, TimeOfDay& time) {
    const TextCursor before = cursor;
    const auto found = cursor.digits();
    if (!found || (found->width != 4 && found->width != 6)) {
        cursor = before;
        return false;
    }
    const int minutes = found->width == 6 ? found->value / 100 : found->value;
    time = {minutes / 100, minutes % 100, found->width == 6 ? found->value % 100 : 0};
    return skip_fraction(cursor);
}

// "6:30", "06:30:15.25", "14h30", "14 h".
bool take_clock(TextCursor& cursor, TimeOfDay& time) {
    if (!take_digits(cursor, 1, time.hour) && !take_digits(cursor, 2, time.hour)) return false;
    if (cursor.take(':')) {
        if (!take_digits(cursor, 2, time.minute)) return false;
        if (!cursor.take(':')) return true;
        return take_digits(cursor, 2, time.second) && skip_fraction(cursor);
    }
    if (cursor.take('h') || cursor.take(" h")) {
        const TextCursor before = cursor;
        cursor.take(' ');
        if (!take_digits(cursor, 2, time.minute)) cursor = before;
        return true;
    }
    const TextCursor after_hour = cursor;  // "2 pm"
    cursor.take(' ');
    const bool is_hour_alone = cursor.take("am") || cursor.take("pm");
    cursor = after_hour;
    return is_hour_alone;
}

bool take_half(TextCursor& cursor) {
    const TextCursor before = cursor;
    cursor.take(' ');
    if (cursor.take("am") || cursor.take("pm") || cursor.take("a.m.") || cursor.take("p.m.")) return true;
    cursor = before;
    return false;
}

// "z", "utc", "+01", "-0530", "+01:00", "utc+1"; nothing is fine too.
TimeCheck take_zone(TextCursor& cursor) {
    cursor.take(' ');
    if (!cursor.take('z') && !cursor.take("utc")) cursor.take("gmt");
    if (!cursor.take('+') && !cursor.take('-')) return TimeCheck::fine;
    int hours = 0, minutes = 0;
    if (take_digits(cursor, 4, hours)) {
        minutes = hours % 100;
        hours /= 100;
    } else {
        if (!take_digits(cursor, 2, hours) && !take_digits(cursor, 1, hours)) return TimeCheck::not_a_time;
        if (cursor.take(':') && !take_digits(cursor, 2, minutes)) return TimeCheck::not_a_time;
    }
    return hours <= 14 && minutes <= 59 ? TimeCheck::fine : TimeCheck::impossible;
}

}  // namespace

TimeCheck check_time(std::string_view rest) {
    if (rest.empty()) return TimeCheck::fine;
    TextCursor cursor(rest);
    // A zone without a time, as XML Schema has it. "2012-03-01-04" is rather a range of days than such a zone.
    const bool has_zone_alone =
        rest == "z" || (rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':');
    TimeOfDay time;
    if (!has_zone_alone) {
        const bool has_t = cursor.take('t');
        if (!has_t) {
            cursor.take(',');
            if (!cursor.take(' ')) return TimeCheck::not_a_time;
            if (!cursor.take("at ")) cursor.take("a ");
        }
        if (!(has_t && take_basic(cursor, time)) && !take_clock(cursor, time)) return TimeCheck::not_a_time;
        time.has_half = take_half(cursor);
    }
    const TimeCheck zone = take_zone(cursor);
    if (zone == TimeCheck::not_a_time || !cursor.at_end()) return TimeCheck::not_a_time;
    return time.is_possible() ? zone : TimeCheck::impossible;
}

}  // namespace harmattan::io
