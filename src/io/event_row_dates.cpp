// EventRowParser: when an event was.
#include <fmt/core.h>

#include "io/date_interval.h"
#include "io/event_row_parser.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {

bool EventRowParser::fill_dates() {
    if (!layout_.has(EventField::date_start)) return fill_date_parts();
    const auto first = date_in(EventField::date_start);
    if (!first) return false;
    days_ = *first;
    if (!value(EventField::date_end).empty()) {
        const auto last = date_in(EventField::date_end);
        if (!last) return false;
        if (last->last < days_.first)
            return reject("row.date_order", {{"first", base::iso(days_.first)}, {"last", base::iso(last->last)}},
                          EventField::date_end);
        days_.last = last->last;
    }
    return true;
}

// Year alone is a year, year and month a month; 0 stands for a part that is not known (as in the GTD).
bool EventRowParser::fill_date_parts() {
    const auto year = date_part(EventField::year, 0);
    const auto month = year ? date_part(EventField::month, 0) : std::nullopt;
    const auto day = month ? date_part(EventField::day, 0) : std::nullopt;
    if (!day) return false;
    if (base::is_valid({*year, *month, *day})) {
        days_.first = days_.last = base::day_of({*year, *month, *day});
        return true;
    }
    if (*year == 0) return reject("row.date_missing", {}, EventField::year);
    if (*month == 0 && *day != 0) return reject("row.date_missing", {}, EventField::month);
    const DateReading read = date_of_parts(*year, month, day);
    if (!read)
        return reject("row.date_impossible", {{"value", fmt::format("{:04}-{:02}-{:02}", *year, *month, *day)}},
                      EventField::day);
    days_ = take_date(read.value, EventField::date_start);
    return true;
}

std::optional<int> EventRowParser::date_part(EventField field, int if_none) {
    const auto written = value(field);
    if (written.empty() || is_unknown(written)) return if_none;
    if (const auto number = parse_integer(written)) return *number;
    if (field == EventField::month)
        if (const auto month = read_month(written)) return *month;
    reject("row.not_an_integer", {{"value", shortened(written)}}, field);
    return std::nullopt;
}

std::optional<base::DayRange> EventRowParser::date_in(EventField field) {
    const auto written = value(field);
    if (written.empty()) {
        reject("row.date_missing", {}, field);
        return std::nullopt;
    }
    const ParsedDate parsed = parse_date(written);
    if (!parsed.has_form) return slow_date_in(field, written);
    if (base::is_valid(parsed.date)) return base::DayRange{base::day_of(parsed.date), base::day_of(parsed.date)};
    reject("row.date_impossible", {{"value", shortened(written)}}, field);
    return std::nullopt;
}

std::optional<base::DayRange> EventRowParser::slow_date_in(EventField field, std::string_view written) {
    has_used_date_rules_ = true;
    const DateReading read = read_date(written, rules_.dates());
    if (!read) {
        reject(std::string(message_key(read.problem)), {{"value", shortened(written)}}, field);
        return std::nullopt;
    }
    return take_date(read.value, field);
}

// The days that a date may mean; a start known to its month or year only is that imprecise.
base::DayRange EventRowParser::take_date(const DateText& date, EventField field) {
    if (field == EventField::date_start && date.unit != DateUnit::day)
        written_precision_ = date.unit == DateUnit::month ? 4 : 5;
    return {date.first(), date.last()};
}

void EventRowParser::fill_date_precision() {
    const auto written = value(EventField::date_precision);
    row_.date_precision = written_precision_;
    if (written.empty()) return;
    for (const DateMeaning& meaning : schema_.date_codes)
        if (meaning.code == plain_code(written)) {
            row_.date_precision = std::max(written_precision_, meaning.precision);
            return;
        }
    warn("row.date_precision", {{"value", shortened(written)}}, EventField::date_precision);
}

// One day for what is known to a week, a month or a year: the interval is made from the precision.
void EventRowParser::widen_to_precision() {
    row_.first_day = days_.first;
    row_.last_day = days_.last;
    if (days_.first != days_.last || row_.date_precision < 2) return;
    if (!value(EventField::date_end).empty()) return;  // the source says that it was one day
    const base::DayRange days = interval_of(days_.first, row_.date_precision, schema_.date_anchor);
    row_.first_day = days.first;
    row_.last_day = days.last;
}

void EventRowParser::doubt_dates() {
    static const base::Day earliest = base::day_of({1900, 1, 1});
    const EventField field = layout_.has(EventField::date_start) ? EventField::date_start : EventField::year;
    if (row_.first_day < earliest) warn("row.date_early", {{"value", base::iso(row_.first_day)}}, field);
    if (checks_.today && *checks_.today < row_.first_day)
        warn("row.date_future", {{"value", base::iso(row_.first_day)}, {"today", base::iso(*checks_.today)}},
             field);
}

}  // namespace harmattan::io
