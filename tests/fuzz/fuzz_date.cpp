// Dates in texts: one that is read is a day of the calendar and, written again, the same; a column's verdict on
// its order holds for every one of its texts.
#include <cmath>

#include <fmt/core.h>

#include "fuzz/fuzzing.h"
#include "io/date_order.h"
#include "io/date_text.h"
#include "io/excel_date.h"
#include "io/number_text.h"
#include "io/parse_value.h"
#include "io/time_of_day.h"

using namespace harmattan;
using fuzz::require;
using io::DateOrder;
using io::DateProblem;
using io::DateUnit;

namespace {

constexpr DateOrder orders[] = {DateOrder::day_first, DateOrder::month_first, DateOrder::year_first};

io::DateRules rules_of(const fuzz::Input& input) {
    io::DateRules rules;
    if (const unsigned order = input.bits(0, 2); order > 0) rules.order = orders[order - 1];
    rules.excel_serials = input.bits(2, 1) != 0;
    rules.epoch_1904 = input.bits(3, 1) != 0;
    constexpr DateUnit units[] = {DateUnit::day, DateUnit::month, DateUnit::year};
    if (const unsigned unit = input.bits(4, 2); unit > 0) rules.unit = units[unit - 1];
    return rules;
}

std::string iso(const io::DateText& value) {
    const auto& date = value.date;
    if (value.unit == DateUnit::year) return fmt::format("{:04}", date.year);
    if (value.unit == DateUnit::month) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

void require_date(const io::DateText& value) {
    require(base::is_valid(value.date), "a date is one of the calendar");
    require(value.first() == base::day_of(value.date) && value.first() <= value.last(), "its days are in order");
    require(base::civil_of(value.last()).year == value.date.year, "its days lie in its year");
    require(value.unit == DateUnit::day || value.date.day == 1, "a month has no day");
    require(value.unit != DateUnit::year || value.date.month == 1, "a year has no month");
    require((value.unit == DateUnit::day) == (value.first() == value.last()), "only a day has one day");
}

void require_reads(const std::string& text, const io::DateText& value, std::optional<DateOrder> order = {}) {
    io::DateRules rules;
    rules.order = order;
    const auto reading = io::read_date(text, rules);
    require(reading && reading.value == value, "the same is read again from " + text);
}

void require_same_when_written(const io::DateText& value) {
    require_reads(iso(value), value);
    const auto& [year, month, day] = value.date;
    static const char* const months[] = {"January", "février", "Mar.",      "avril",   "May",      "juin",
                                         "July",    "août",    "September", "octobre", "novembre", "Dec"};
    const char* const name = months[month - 1];
    if (value.unit == DateUnit::month) {
        require_reads(fmt::format("{} {:04}", name, year), value);
        require_reads(fmt::format("{:02}/{:04}", month, year), value);
    }
    if (value.unit != DateUnit::day) return;
    require_reads(fmt::format("{} {} {:04}", day, name, year), value);
    require_reads(fmt::format("{:02}/{:02}/{:04}", day, month, year), value, DateOrder::day_first);
    require_reads(fmt::format("{}-{}-{:04}", month, day, year), value, DateOrder::month_first);
    require_reads(fmt::format("{:04}/{}/{} 23:59", year, month, day), value);
}

void check_orders(std::string_view text, io::DateRules rules, const io::DateReading& reading) {
    if (reading.form != io::DateForm::numbers || reading.problem == DateProblem::no_form) return;
    for (const DateOrder order : orders) {
        // A year of four digits needs no order that says where it stands.
        if (order == DateOrder::year_first && !reading.has_short_year) continue;
        rules.order = order;
        const auto in_order = io::read_date(text, rules);
        if (in_order.problem == DateProblem::time_impossible || in_order.problem == DateProblem::year_range)
            continue;
        require(reading.orders.has(order) == static_cast<bool>(in_order),
                "an order that makes a date of it is one of its orders");
    }
}

void check_date(std::string_view text, const io::DateRules& rules) {
    const auto reading = io::read_date(text, rules);
    if (reading) {
        require_date(reading.value);
        require_same_when_written(reading.value);
    } else {
        fuzz::require_sentence(io::message_key(reading.problem));
    }
    require((reading.problem == DateProblem::missing) == io::is_missing(text), "missing is missing");
    const auto with_blanks = io::read_date(" " + std::string(text) + "\t", rules);
    require(with_blanks.problem == reading.problem && with_blanks.value == reading.value,
            "blanks around do not matter");
    check_orders(text, rules, reading);
}

// The quick reader of dates knows nothing that the slow one does not.
void check_quick(std::string_view text) {
    const auto quick = io::parse_date(text);
    if (!quick.has_form) return;
    const auto reading = io::read_date(text);
    if (base::is_valid(quick.date))
        require(reading && reading.value == io::DateText{quick.date, DateUnit::day}, "both readers agree");
    else
        require(!reading, "both readers refuse it");
}

void check_serial(std::string_view text) {
    const auto number = io::read_decimal(text);
    if (!number) return;
    for (const bool from_1904 : {false, true}) {
        const auto day = io::excel_date(number.value, io::CellFormat::date, from_1904);
        if (day) require(static_cast<bool>(io::read_date(*day)), "a serial's day is a date: " + *day);
        const auto plain = io::excel_number(number.value, io::CellFormat::number, from_1904);
        const auto again = io::read_decimal(plain);
        require(again && again.value == number.value, "a cell's number reads back equal");
    }
}

void check_parts(std::string_view text) {
    const auto number = io::parse_integer(text);
    if (!number) return;
    const auto reading = io::date_of_parts(*number, *number % 14, *number % 33);
    if (reading) require_date(reading.value);
    const auto month = io::read_month(text);
    require(!month || (*month >= 1 && *month <= 12), "a month is one of twelve");
}

void check_column(const std::vector<std::string_view>& texts) {
    io::DateOrderEvidence evidence;
    for (const auto text : texts) evidence.add(text);
    require(evidence.texts() == texts.size(), "all texts were counted");
    std::uint64_t in_forms = 0;
    for (std::size_t form = 0; form < io::date_form_count; ++form)
        in_forms += evidence.count(static_cast<io::DateForm>(form));
    require(in_forms <= texts.size() && in_forms + evidence.missing() >= texts.size(), "each text has one form");
    const bool is_decided = evidence.verdict() == io::OrderVerdict::decided;
    require(evidence.order().has_value() == is_decided, "only what is decided is an order");
    bool needs_order = false;
    for (const auto text : texts) {
        needs_order = needs_order || io::read_date(text).problem == DateProblem::needs_order;
        const auto problem = io::read_date(text, evidence.rules()).problem;
        if (is_decided && !evidence.are_serials())
            require(problem != DateProblem::needs_order && problem != DateProblem::against_order,
                    "a decided order holds for every text");
    }
    if (evidence.verdict() == io::OrderVerdict::not_needed)
        require(!needs_order, "no text needs an order that is not needed");
    if (evidence.verdict() == io::OrderVerdict::undecidable)
        require(evidence.ambiguous().texts > 0, "an undecidable order has an example");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    const auto texts = fuzz::lines_of(input.text);
    const auto rules = rules_of(input);
    for (const auto text : texts) {
        check_date(text, rules);
        check_quick(text);
        check_serial(text);
        check_parts(text);
        io::check_time(text);
        io::format_of_code(text);
    }
    check_column(texts);
    return 0;
}
