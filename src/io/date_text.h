// A date from the text of a field, in the forms that people and programs write, in English or French.
//
// Forms: io/date_form.h names them. A day may be followed by a time and a zone. Months have their English or
// French names or abbreviations, with or without accents, in UTF-8 or Windows-1252; a weekday before the date is
// not checked. Texts such as "2012-Q1", "2012-W05", "2012-061" (day of the year), "12-Mar" (no year) or
// "2012-2013" are no dates.
//
// A time and a zone never move the day: the day as written counts. Sources write the local day of the event, and a
// zone mostly comes from a program that made a moment out of a day; 2017-03-02T00:00+01:00 moved to UTC would be
// 1 March, which nobody wrote.
//
// A year of two digits is 1969 to 2068, as POSIX has it for strptime's %y.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/day.h"
#include "io/date_form.h"

namespace harmattan::io {

enum class DateUnit : std::uint8_t { day, month, year };

// Of dates written in numbers. `year_first` decides only those with a year of two digits (17-03-02); with four
// digits it shows which number is the year, and the other two still need an order when it stands last.
enum class DateOrder : std::uint8_t { day_first, month_first, year_first };

// Which of the three orders make a date of a text.
class DateOrders {
  public:
    constexpr void add(DateOrder order) { bits_ |= bit(order); }
    constexpr bool has(DateOrder order) const { return (bits_ & bit(order)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr DateOrders& operator&=(DateOrders other) {
        bits_ &= other.bits_;
        return *this;
    }
    friend constexpr bool operator==(DateOrders, DateOrders) = default;

  private:
    static constexpr std::uint8_t bit(DateOrder order) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(order));
    }
    std::uint8_t bits_ = 0;
};

// What is known of a column before one of its texts is read.
struct DateRules {
    // The order of day and month in dates of numbers alone; without it only those are read that have one meaning.
    std::optional<DateOrder> order;
    // Numbers are days as spreadsheets count them: 1 is 1 January 1900, 60 the 29 February 1900 that never was, or
    // with `epoch_1904` 0 is 1 January 1904. The fraction is the time of day. Serials above 2958465 (the year
    // 9999) are none; eight digits are still a compact date.
    bool excel_serials = false;
    bool epoch_1904 = false;
    // The column's dates are known no finer than this: with `month`, 2012-06-01 is June 2012, and 201206 is read
    // too (otherwise six digits are no date, since they may also be 20 December 2006).
    std::optional<DateUnit> unit;
};

struct DateText {
    base::CivilDate date;  // the first day of the unit; always a date of the calendar
    DateUnit unit = DateUnit::day;

    // The days that the text may mean, both included: 2012-06 is 1 to 30 June.
    base::Day first() const;
    base::Day last() const;
    friend bool operator==(const DateText&, const DateText&) = default;
};

enum class DateProblem : std::uint8_t {
    none,
    missing,          // empty, or a word for it (is_missing of io/number_text.h)
    no_form,          // in none of the forms
    impossible,       // 31 February, the month 13
    time_impossible,  // a date with a time such as 25:61
    year_range,       // before the year 1 or after 9999
    needs_order,      // 03/04/2017, and the rules have no order
    against_order,    // a date, but only in another order than that of the rules
    lone_number,      // 42796: a serial perhaps, but the rules do not say that the column holds such
    year_or_serial    // 2012 among serials, where it would be 4 July 1905
};

// The key of the sentence for a problem other than `none`, with the placeholders {column} and {value}.
std::string_view message_key(DateProblem problem);

struct DateReading {
    DateText value;  // only when there is no problem
    DateProblem problem = DateProblem::none;
    DateForm form = DateForm::none;  // also with a problem, where the form could be seen
    // For DateForm::numbers: the orders in which the text is a date, whatever the rules.
    DateOrders orders;
    // As written: for DateForm::numbers all three, for a number alone the first.
    std::array<int, 3> numbers{};
    bool has_short_year = false;  // for DateForm::numbers: the year has two digits

    explicit operator bool() const { return problem == DateProblem::none; }
};

// Reads a date. Nothing is allocated. Texts longer than FoldedText::most bytes have no form.
DateReading read_date(std::string_view text, const DateRules& rules = {});

// A date from columns of their own. Without a month, or with 0 for "not known" as GTD has it, the unit is the
// year; likewise for the day. A day without a month is impossible.
DateReading date_of_parts(int year, std::optional<int> month, std::optional<int> day);

// "3", "03", "3.0", "March", "mars", "Mar.": 1 to 12. For a column of months.
std::optional<int> read_month(std::string_view text);

}  // namespace harmattan::io
