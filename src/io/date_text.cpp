#include "io/date_text.h"

#include <algorithm>

#include "io/folded_text.h"
#include "io/month_names.h"
#include "io/number_text.h"
#include "io/parse_value.h"
#include "io/time_of_day.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::int32_t last_excel_serial = 2958465;  // 9999-12-31; Excel's own limit
// What a lone number of four digits rather is than a serial: serials so small lie before 1906.
constexpr int first_likely_year = 1600, last_likely_year = 2200;

int full_year(Digits year) {
    if (year.width > 2) return year.value;
    return year.value + (year.value < 69 ? 2000 : 1900);
}

DateReading failure(DateProblem problem, DateForm form = DateForm::none) {
    DateReading reading;
    reading.problem = problem;
    reading.form = form;
    return reading;
}

DateReading checked(base::CivilDate date, DateUnit unit, DateForm form) {
    if (date.year < 1 || date.year > 9999) return failure(DateProblem::year_range, form);
    if (!base::is_valid(date)) return failure(DateProblem::impossible, form);
    DateReading reading;
    reading.value = {date, unit};
    reading.form = form;
    return reading;
}

struct Candidate {
    DateOrder order;
    base::CivilDate date;
};

// The three numbers in each order that is thinkable for them; what is no date of the calendar is left out.
class Candidates {
  public:
    explicit Candidates(const std::array<Digits, 3>& parts) {
        const auto [a, b, c] = parts;
        if (c.width != 1) {
            add(DateOrder::day_first, {full_year(c), b.value, a.value});
            add(DateOrder::month_first, {full_year(c), a.value, b.value});
        }
        if (c.width <= 2 && a.width == 2) add(DateOrder::year_first, {full_year(a), b.value, c.value});
    }

    DateOrders orders() const { return orders_; }
    const Candidate* begin() const { return found_.data(); }
    const Candidate* end() const { return found_.data() + count_; }

    const Candidate* in(DateOrder order) const {
        const auto* const at =
            std::find_if(begin(), end(), [&](const Candidate& candidate) { return candidate.order == order; });
        return at == end() ? nullptr : at;
    }

    bool are_equal() const {
        return std::all_of(begin(), end(), [&](const Candidate& other) { return other.date == begin()->date; });
    }

  private:
    void add(DateOrder order, base::CivilDate date) {
        if (!base::is_valid(date)) return;
        found_[count_++] = {order, date};
        orders_.add(order);
    }

    std::array<Candidate, 3> found_{};
    std::size_t count_ = 0;
    DateOrders orders_;
};

DateReading choose(const std::array<Digits, 3>& parts, const DateRules& rules) {
    const Candidates candidates(parts);
    // The year stands first only where it may have two digits; otherwise that order says nothing.
    const bool has_short_year = parts[2].width <= 2;
    const bool is_decided = rules.order && (has_short_year || *rules.order != DateOrder::year_first);
    if (parts[2].width == 4 && parts[2].value == 0) return failure(DateProblem::year_range, DateForm::numbers);
    if (candidates.orders().empty()) return failure(DateProblem::impossible, DateForm::numbers);
    if (is_decided) {
        const Candidate* const chosen = candidates.in(*rules.order);
        return chosen != nullptr ? checked(chosen->date, DateUnit::day, DateForm::numbers)
                                 : failure(DateProblem::against_order, DateForm::numbers);
    }
    if (!candidates.are_equal()) return failure(DateProblem::needs_order, DateForm::numbers);
    return checked(candidates.begin()->date, DateUnit::day, DateForm::numbers);
}

DateReading read_numbers(const std::array<Digits, 3>& parts, const DateRules& rules) {
    DateReading reading = choose(parts, rules);
    reading.orders = Candidates(parts).orders();
    reading.numbers = {parts[0].value, parts[1].value, parts[2].value};
    reading.has_short_year = parts[2].width <= 2;
    return reading;
}

DateReading read_serial(int serial, const DateRules& rules) {
    // Excel counts 29 February 1900, so its days from 61 on are one ahead of the calendar.
    const int epoch_serial = rules.epoch_1904 ? 0 : 1;
    const bool is_false_day = !rules.epoch_1904 && serial == 60;
    const int most = rules.epoch_1904 ? last_excel_serial - 1462 : last_excel_serial;
    if (serial < epoch_serial || serial > most || is_false_day)
        return failure(DateProblem::impossible, DateForm::serial);
    const base::CivilDate epoch = rules.epoch_1904 ? base::CivilDate{1904, 1, 1} : base::CivilDate{1899, 12, 31};
    const int skipped = !rules.epoch_1904 && serial > 60 ? 1 : 0;
    return checked(base::civil_of(base::day_of(epoch) + (serial - skipped)), DateUnit::day, DateForm::serial);
}

DateReading read_compact(int value) {
    return checked({value / 10000, value / 100 % 100, value % 100}, DateUnit::day, DateForm::compact);
}

DateReading read_lone_number(const DateParts& found, const DateRules& rules) {
    const auto [value, width] = found.parts[0];
    if (width == 8 && !found.has_fraction) return read_compact(value);
    if (rules.excel_serials && width <= 7) {
        const bool is_year =
            width == 4 && !found.has_fraction && value >= first_likely_year && value <= last_likely_year;
        return is_year ? failure(DateProblem::year_or_serial, DateForm::serial) : read_serial(value, rules);
    }
    if (width == 5) return failure(DateProblem::lone_number, DateForm::serial);
    if (found.has_fraction) return failure(DateProblem::no_form);
    if (width == 4) return checked({value, 1, 1}, DateUnit::year, DateForm::year);
    const bool is_month = width == 6 && rules.unit == DateUnit::month;
    return is_month ? checked({value / 100, value % 100, 1}, DateUnit::month, DateForm::month)
                    : failure(DateProblem::no_form);
}

DateReading read_parts(const DateParts& found, const DateRules& rules) {
    const auto& parts = found.parts;
    if (found.is_far_year) return failure(DateProblem::year_range);
    switch (found.form) {
        case DateForm::none:
            return failure(DateProblem::no_form);
        case DateForm::numbers:
            return read_numbers(parts, rules);
        case DateForm::serial: {
            DateReading reading = read_lone_number(found, rules);
            reading.numbers[0] = parts[0].value;
            return reading;
        }
        case DateForm::month:
            return checked({full_year(parts[0]), parts[1].value, 1}, DateUnit::month, found.form);
        default:
            return checked({full_year(parts[0]), parts[1].value, parts[2].value}, DateUnit::day, found.form);
    }
}

bool is_before_christ(std::string_view rest) {
    constexpr std::array<std::string_view, 6> words{" bc", " b.c", " av. j", " av j", " avant j", " avant notre"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return rest.starts_with(word); });
}

// What follows the date: nothing, or behind a day a time.
DateProblem problem_of_rest(std::string_view rest, const DateReading& reading) {
    if (is_before_christ(rest)) return DateProblem::year_range;
    const bool is_day = reading.form != DateForm::month && reading.form != DateForm::year;
    if (!rest.empty() && !is_day) return DateProblem::no_form;
    switch (check_time(rest)) {
        case TimeCheck::fine:
            return DateProblem::none;
        case TimeCheck::impossible:
            return DateProblem::time_impossible;
        default:
            return DateProblem::no_form;
    }
}

// A date that is known no finer than the rules say.
DateText coarsened(DateText value, const DateRules& rules) {
    if (!rules.unit || *rules.unit <= value.unit) return value;
    value.unit = *rules.unit;
    value.date.day = 1;
    if (value.unit == DateUnit::year) value.date.month = 1;
    return value;
}

DateReading read_iso(base::CivilDate date, const DateRules& rules) {
    DateReading reading;
    reading.value = coarsened({date, DateUnit::day}, rules);
    reading.form = DateForm::iso;
    return reading;
}

}  // namespace

base::Day DateText::first() const {
    return base::day_of(date);
}

base::Day DateText::last() const {
    switch (unit) {
        case DateUnit::year:
            return base::day_of({date.year, 12, 31});
        case DateUnit::month:
            return base::day_of({date.year, date.month, base::days_in_month(date.year, date.month)});
        default:
            return base::day_of(date);
    }
}

std::string_view message_key(DateProblem problem) {
    switch (problem) {
        case DateProblem::missing:
            return "row.date_not_given";
        case DateProblem::impossible:
            return "row.date_impossible";
        case DateProblem::time_impossible:
            return "row.date_time_impossible";
        case DateProblem::year_range:
            return "row.date_year_range";
        case DateProblem::needs_order:
            return "row.date_needs_order";
        case DateProblem::against_order:
            return "row.date_against_order";
        case DateProblem::lone_number:
            return "row.date_lone_number";
        case DateProblem::year_or_serial:
            return "row.date_year_or_serial";
        default:
            return "row.date_no_form";
    }
}

DateReading read_date(std::string_view text, const DateRules& rules) {
    if (text.size() == 10)  // the most usual form, without the way through the others
        if (const ParsedDate iso = parse_date(text); iso.has_form && base::is_valid(iso.date))
            return read_iso(iso.date, rules);
    const FoldedText folded(text);
    if (!folded.is_whole()) return failure(DateProblem::no_form);
    TextCursor cursor(folded.view());
    const DateParts found = take_date(cursor);
    DateReading reading = read_parts(found, rules);
    if (found.form == DateForm::none && !found.is_far_year)
        return failure(is_missing(text) ? DateProblem::missing : DateProblem::no_form);
    const DateProblem of_rest = found.is_far_year ? DateProblem::none : problem_of_rest(cursor.rest(), reading);
    if (of_rest == DateProblem::no_form || of_rest == DateProblem::year_range) return failure(of_rest);
    if (reading.problem == DateProblem::none) reading.problem = of_rest;
    reading.value = coarsened(reading.value, rules);
    return reading;
}

DateReading date_of_parts(int year, std::optional<int> month, std::optional<int> day) {
    const bool has_month = month && *month != 0, has_day = day && *day != 0;
    if (!has_month && has_day) return failure(DateProblem::impossible);
    if (!has_month) return checked({year, 1, 1}, DateUnit::year, DateForm::year);
    if (!has_day) return checked({year, *month, 1}, DateUnit::month, DateForm::month);
    return checked({year, *month, *day}, DateUnit::day, DateForm::year_first);
}

std::optional<int> read_month(std::string_view text) {
    if (const auto number = parse_integer(text))
        return *number >= 1 && *number <= 12 ? std::optional(static_cast<int>(*number)) : std::nullopt;
    const FoldedText folded(text);
    std::string_view name = folded.view();
    if (!name.empty() && name.back() == '.') name.remove_suffix(1);
    return month_of_name(name);
}

}  // namespace harmattan::io
