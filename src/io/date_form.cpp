#include "io/date_form.h"

#include "io/month_names.h"

namespace harmattan::io {
namespace {

bool is_short(Digits number) {
    return number.width <= 2;
}

bool is_year(Digits number) {
    return number.width == 4;
}

DateParts with_year(DateForm form, Digits year, Digits month, Digits day = {}) {
    return {form, {year, month, day}};
}

DateParts far_year() {
    DateParts found;
    found.is_far_year = true;
    return found;
}

// '/', '-' or '.' with or without a blank on its sides, or a blank alone; '\0' for anything else.
char take_separator(TextCursor& cursor) {
    const bool has_blank = cursor.take(' ');
    for (const char mark : {'/', '-', '.'})
        if (cursor.take(mark)) {
            cursor.take(' ');
            return mark;
        }
    return has_blank ? ' ' : '\0';
}

// "st", "nd", "rd", "th" or "er" right behind a day.
void skip_ordinal(TextCursor& cursor) {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er"})
        if (cursor.take(ending)) return;
}

// The number behind `separator`, if there is one; otherwise nothing is taken.
std::optional<Digits> take_next(TextCursor& cursor, char separator) {
    const TextCursor before = cursor;
    if (take_separator(cursor) == separator)
        if (const auto found = cursor.digits()) return found;
    cursor = before;
    return std::nullopt;
}

std::optional<Digits> take_month_name(TextCursor& cursor) {
    const TextCursor before = cursor;
    if (const auto month = month_of_name(cursor.letters())) {
        cursor.take('.');
        return Digits{*month, 2};
    }
    cursor = before;
    return std::nullopt;
}

DateParts of_three(Digits first, Digits second, Digits third, char separator) {
    if (!is_short(second)) return {};
    if (is_year(first) && is_short(third)) {
        const bool is_iso = separator == '-' && second.width == 2 && third.width == 2;
        return with_year(is_iso ? DateForm::iso : DateForm::year_first, first, second, third);
    }
    const bool has_year = is_year(third) || third.width == 2 || (first.width == 2 && third.width == 1);
    if (is_short(first) && has_year) return {DateForm::numbers, {first, second, third}};
    const bool is_far = (first.width > 4 && is_short(third)) || (is_short(first) && third.width > 4);
    return is_far ? far_year() : DateParts{};
}

// "2017-03" or "03/2017". Not with a point, which would be a number such as 3.2017, nor with a blank.
DateParts of_two(Digits first, Digits second, char separator) {
    if (separator != '-' && separator != '/') return {};
    if (is_year(first) && is_short(second)) return with_year(DateForm::month, first, second);
    if (is_short(first) && is_year(second)) return with_year(DateForm::month, second, first);
    return {};
}

// Behind "2", "2nd", "2017-", "2 de ": the name of a month, and what belongs to it.
DateParts take_named(TextCursor& cursor, Digits first) {
    if (!cursor.take("of ")) cursor.take("de ");
    const auto month = take_month_name(cursor);
    if (!month) return {};
    const TextCursor after_month = cursor;
    cursor.take(',');
    const char separator = take_separator(cursor);
    if (!cursor.take("de ")) cursor.take('\'');
    const auto last = cursor.digits();
    if (!last) {
        cursor = after_month;
        return is_year(first) ? with_year(DateForm::month, first, *month) : DateParts{};
    }
    if (is_year(first) && is_short(*last) && separator != '\0')
        return with_year(DateForm::named, first, *month, *last);
    if (!is_short(first)) return {};
    if (is_year(*last) || last->width == 2) return with_year(DateForm::named, *last, *month, first);
    return last->width > 4 ? far_year() : DateParts{};
}

// "42796.25": whatever the number of decimals.
bool take_fraction(TextCursor& cursor) {
    TextCursor ahead = cursor;
    if (!ahead.take('.') && !ahead.take(',')) return false;
    while (is_digit(ahead.peek())) ahead.skip();
    if (!ahead.at_end()) return false;
    cursor = ahead;
    return true;
}

DateParts take_after_number(TextCursor& cursor, Digits first) {
    DateParts alone{DateForm::serial, {first}};
    if (cursor.at_end() || first.width == 8) return alone;
    alone.has_fraction = take_fraction(cursor);
    if (alone.has_fraction) return alone;
    if (is_short(first)) skip_ordinal(cursor);
    const TextCursor after_first = cursor;
    const char separator = take_separator(cursor);
    const auto second = cursor.digits();
    if (!second) {
        const bool may_be_named = !cursor.at_end() && (is_letter(cursor.peek()));
        const DateParts named = may_be_named ? take_named(cursor, first) : DateParts{};
        if (named.form == DateForm::none && !named.is_far_year) cursor = after_first;
        const bool is_year_with_rest = named.form == DateForm::none && !named.is_far_year && is_year(first);
        return is_year_with_rest ? alone : named;
    }
    if (separator == '\0') return {};
    const auto third = take_next(cursor, separator);
    return third ? of_three(first, *second, *third, separator) : of_two(first, *second, separator);
}

// "March 2, 2017", "March 2017", "Mar-17".
DateParts take_after_month(TextCursor& cursor, Digits month) {
    char separator = take_separator(cursor);
    if (cursor.take('\'')) separator = '\'';
    const auto first = cursor.digits();
    if (!first) return {};
    if (is_year(*first)) return with_year(DateForm::month, *first, month);
    if (!is_short(*first)) return first->width > 4 ? far_year() : DateParts{};
    skip_ordinal(cursor);
    const TextCursor after_first = cursor;
    const bool has_comma = cursor.take(',');
    if (take_separator(cursor) != '\0' || has_comma) {
        const auto year = cursor.digits();
        if (year && (is_year(*year) || year->width == 2)) return with_year(DateForm::named, *year, month, *first);
        if (year && year->width > 4) return far_year();
    }
    cursor = after_first;
    // A spreadsheet's "Mar-17" is a month and a year; "Mar 17" may be a day without its year.
    const bool is_month_and_year = first->width == 2 && separator != ' ' && separator != '\0' && separator != '.';
    return is_month_and_year ? with_year(DateForm::month, *first, month) : DateParts{};
}

DateParts take_after_letters(TextCursor& cursor) {
    cursor.take("le ");
    const TextCursor before = cursor;
    if (const auto month = take_month_name(cursor)) {
        const DateParts found = take_after_month(cursor, *month);
        if (found.form != DateForm::none || found.is_far_year) return found;
    }
    cursor = before;  // "mar" is also mardi
    if (is_weekday_name(cursor.letters())) {
        cursor.take('.');
        cursor.take(',');
        cursor.take(' ');
        if (!cursor.take("le ")) cursor.take("the ");
    } else {
        cursor = before;
    }
    if (is_digit(cursor.peek())) {
        const auto first = cursor.digits();
        return first && is_short(*first) ? take_after_number(cursor, *first) : DateParts{};
    }
    const auto month = take_month_name(cursor);
    return month ? take_after_month(cursor, *month) : DateParts{};
}

// "-0044-03-15" and "+12017-03-02" as ISO 8601 has them; "-9999" alone is a code.
DateParts take_signed(TextCursor& cursor) {
    const bool is_negative = cursor.peek() == '-';
    cursor.skip();
    const auto year = cursor.digits();
    const bool is_far = year && year->width >= (is_negative ? 4U : 5U) && take_next(cursor, '-').has_value();
    return is_far ? far_year() : DateParts{};
}

}  // namespace

DateParts take_date(TextCursor& cursor) {
    if (cursor.peek() == '-' || cursor.peek() == '+') return take_signed(cursor);
    if (is_letter(cursor.peek())) return take_after_letters(cursor);
    const auto first = cursor.digits();
    return first ? take_after_number(cursor, *first) : DateParts{};
}

}  // namespace harmattan::io
