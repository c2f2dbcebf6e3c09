#include "io/date_order.h"

#include "base/error.h"

#include <bit>

namespace harmattan::io {
namespace {

constexpr std::array orders{DateOrder::day_first, DateOrder::month_first, DateOrder::year_first};
constexpr int first_serial = 20000, last_serial = 60000;

constexpr std::size_t index(DateOrder order) {
    return static_cast<std::size_t>(order);
}

std::uint32_t bit_of(int number) {
    return number <= 31 ? 1U << static_cast<unsigned>(number) : 0;
}

bool is_serial(const DateReading& reading) {
    return reading.problem == DateProblem::lone_number && reading.numbers[0] >= first_serial &&
           reading.numbers[0] <= last_serial;
}

}  // namespace

void DateOrderEvidence::add(std::string_view text) {
    ++texts_;
    const DateReading reading = read_date(text);
    if (reading.problem == DateProblem::missing) {
        ++missing_;
        return;
    }
    ++forms_[static_cast<std::size_t>(reading.form)];
    if (is_serial(reading)) ++serials_;
    if (!reading.orders.empty()) add_numbers(text, reading);
    if (reading.problem == DateProblem::needs_order)
        ambiguous_.add(text);
    else if (!reading)
        unreadable_.add(text);
}

void DateOrderEvidence::add_numbers(std::string_view text, const DateReading& reading) {
    ++in_numbers_;
    const bool has_short_year = reading.has_short_year;
    const bool is_day = reading.orders.has(DateOrder::day_first),
               is_month = reading.orders.has(DateOrder::month_first);
    const bool is_year = reading.orders.has(DateOrder::year_first) || !has_short_year;
    const std::array<bool, 3> is_date{is_day, is_month, is_year};
    for (std::size_t i = 0; i < is_date.size(); ++i) dates_in_[i] += is_date[i] ? 1 : 0;
    if (is_day && !is_month) speaking_for_[index(DateOrder::day_first)].add(text);
    if (is_month && !is_day) speaking_for_[index(DateOrder::month_first)].add(text);
    if (!is_day && !is_month) speaking_for_[index(DateOrder::year_first)].add(text);
    // "05/05/2017" and nothing else is the same date whatever the order.
    const bool is_same = reading.problem == DateProblem::none && is_day && is_month;
    if (!is_same) ++dependent_;
    if (!has_short_year) {
        if (reading.problem == DateProblem::needs_order) ++long_ambiguous_;
        return;
    }
    ++short_years_;
    first_numbers_ |= bit_of(reading.numbers[0]);
    last_numbers_ |= bit_of(reading.numbers[2]);
}

DateOrders DateOrderEvidence::possible() const {
    DateOrders found;
    for (const DateOrder order : orders) {
        const bool is_thinkable = order != DateOrder::year_first || short_years_ > 0;
        if (is_thinkable && dates_in_[index(order)] == in_numbers_) found.add(order);
    }
    return found;
}

OrderVerdict DateOrderEvidence::verdict() const {
    if (dependent_ == 0) return OrderVerdict::not_needed;
    if (possible().empty()) return OrderVerdict::contradictory;
    return order() ? OrderVerdict::decided : OrderVerdict::undecidable;
}

std::optional<DateOrder> DateOrderEvidence::order() const {
    if (dependent_ == 0) return std::nullopt;
    const DateOrders found = possible();
    std::optional<DateOrder> only;
    int count = 0;
    for (const DateOrder order : orders)
        if (found.has(order)) {
            only = order;
            ++count;
        }
    // That years of two digits stand first says nothing about "03/04/2017".
    if (only == DateOrder::year_first && long_ambiguous_ > 0) return std::nullopt;
    if (count <= 1) return only;
    // No text is another date in another order: "12/31/2017" and "01-01-01" are month first, or with the year
    // first in such texts as have it there, and the same days.
    if (ambiguous_.texts == 0)
        return found.has(DateOrder::day_first) ? DateOrder::day_first : DateOrder::month_first;
    // "17-03-31" may be 17 March 2031 or 31 March 2017. Of a column's years there are fewer than of its days.
    const bool is_day_or_year = count == 2 && !found.has(DateOrder::month_first);
    if (!is_day_or_year) return std::nullopt;
    const bool has_few_years = std::popcount(last_numbers_) < std::popcount(first_numbers_);
    return has_few_years ? std::optional(DateOrder::day_first) : std::nullopt;
}

DateRules DateOrderEvidence::rules() const {
    DateRules rules;
    rules.order = order();
    rules.excel_serials = are_serials();
    return rules;
}

DateOrder parse_date_order(std::string_view text) {
    if (text == "day-first") return DateOrder::day_first;
    if (text == "month-first") return DateOrder::month_first;
    if (text == "year-first") return DateOrder::year_first;
    throw base::Error("dates.no_order", {{"text", std::string(text)}});
}

}  // namespace harmattan::io
