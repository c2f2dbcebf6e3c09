#include "io/date_text.h"

#include <random>
#include <sstream>

#include <fmt/core.h>

#include "base/messages.h"
#include "io/folded_text.h"
#include "io/labelled_values.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::test;
using io::DateOrder;
using io::DateProblem;
using io::DateRules;
using io::DateUnit;

namespace {

using Random = std::mt19937_64;

int any(Random& random, int least, int most) {
    return std::uniform_int_distribution(least, most)(random);
}

template <typename List>
auto one_of(Random& random, const List& list) {
    return list[static_cast<std::size_t>(any(random, 0, static_cast<int>(std::size(list)) - 1))];
}

constexpr std::array<std::array<const char*, 12>, 4> month_names{{
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
     "décembre"},
    {"janv.", "f\xe9vr.", "mars", "avr.", "mai", "juin", "juil.", "ao\xfbt", "sept.", "oct.", "nov.",
     "d\xe9"
     "c."},
}};

struct WrittenDate {
    std::string text;
    DateRules rules;
};

// A date in one of the forms, with what has to be known to read it.
WrittenDate written(Random& random, base::CivilDate date) {
    const auto [year, month, day] = date;
    const auto names = one_of(random, month_names);
    const std::string name = names[static_cast<std::size_t>(month - 1)];
    const char mark = one_of(random, std::string_view("/.- "));
    const bool has_zeros = any(random, 0, 1) == 1;
    const int width = has_zeros ? 2 : 1;
    DateRules rules;
    switch (any(random, 0, 8)) {
        case 0:
            return {fmt::format("{:04}-{:02}-{:02}", year, month, day), rules};
        case 1:
            return {fmt::format("{:04}{:02}{:02}", year, month, day), rules};
        case 2:
            return {fmt::format("{:04}{}{:0{}}{}{:0{}}", year, mark, month, width, mark, day, width), rules};
        case 3:
            rules.order = DateOrder::day_first;
            return {fmt::format("{:0{}}{}{:0{}}{}{:04}", day, width, mark, month, width, mark, year), rules};
        case 4:
            rules.order = DateOrder::month_first;
            return {fmt::format("{:0{}}{}{:0{}}{}{:04}", month, width, mark, day, width, mark, year), rules};
        case 5:
            return {fmt::format("{}{}{}{}{:04}", day, mark, name, mark, year), rules};
        case 6:
            return {fmt::format("{} {}, {:04}", name, day, year), rules};
        case 7:
            return {fmt::format("{}{} {} {:04}", day, day == 1 ? "er" : "", name, year), rules};
        default:
            rules.excel_serials = true;
            return {fmt::format("{}", base::day_of(date) - base::day_of({1899, 12, 30})), rules};
    }
}

std::string with_time(Random& random, const std::string& text) {
    constexpr std::array<const char*, 6> times{"", " 06:30", " 23:59:59.999", " 2:30 pm", ", 14:30", " 14h30"};
    return text + one_of(random, times);
}

}  // namespace

TEST_CASE("dates that Python, CLDR and openpyxl wrote are read as what they were") {
    int dates = 0, spans = 0;
    for (const auto& value : labelled_values("dates.txt")) {
        INFO("line " << value.line << ": " << value.rules << " \"" << value.text << '"');
        const auto reading = io::read_date(value.text, date_rules(value.rules));
        if (value.kind == "date") {
            CHECK(answer_of(reading) == value.answer);
            ++dates;
            continue;
        }
        REQUIRE(reading);
        const int first = reading.value.first().value, last = reading.value.last().value;
        CHECK(fmt::format("{} {}", first, last) == value.answer);
        ++spans;
    }
    CHECK(dates > 900);
    CHECK(spans > 500);
}

TEST_CASE("a date written in any form is read back") {
    Random random(11);
    for (int i = 0; i < 20000; ++i) {
        // Serials of spreadsheets are the calendar's days only from 1 March 1900 on.
        const base::Day day{any(random, base::day_of({1900, 3, 1}).value, base::day_of({9999, 12, 31}).value)};
        const auto date = base::civil_of(day);
        const auto [text, rules] = written(random, date);
        const bool is_serial = rules.excel_serials;
        const std::string whole = is_serial ? text : with_time(random, text);
        INFO(whole);
        const auto reading = io::read_date(whole, rules);
        REQUIRE(answer_of(reading) == answer_of(io::read_date(base::iso(day))));
        REQUIRE(reading.value == io::DateText{date, DateUnit::day});
    }
}

TEST_CASE("a column of months keeps its unit") {
    DateRules rules;
    rules.unit = DateUnit::month;
    const auto reading = io::read_date("16 mai 2025", rules);
    CHECK(reading.value == io::DateText{{2025, 5, 1}, DateUnit::month});
    CHECK(base::iso(reading.value.first()) == "2025-05-01");
    CHECK(base::iso(reading.value.last()) == "2025-05-31");
    CHECK(io::read_date("2025", rules).value.unit == DateUnit::year);
}

TEST_CASE("the orders in which numbers are a date are told") {
    const auto orders = [](std::string_view text) {
        std::string found;
        const auto reading = io::read_date(text);
        if (reading.orders.has(DateOrder::day_first)) found += 'd';
        if (reading.orders.has(DateOrder::month_first)) found += 'm';
        if (reading.orders.has(DateOrder::year_first)) found += 'y';
        return found;
    };
    CHECK(orders("03/04/2017") == "dm");
    CHECK(orders("13/04/2017") == "d");
    CHECK(orders("04/13/2017") == "m");
    CHECK(orders("17-03-02") == "dy");
    CHECK(orders("05-03-02") == "dmy");
    CHECK(orders("99-12-31") == "y");
    CHECK(orders("1/3/17") == "dm");
    CHECK(orders("31/02/2017").empty());
    CHECK(orders("2017-03-04").empty());
}

TEST_CASE("dates from three columns") {
    CHECK(answer_of(io::date_of_parts(2017, 3, 2)) == "2017-03-02");
    CHECK(answer_of(io::date_of_parts(2017, 3, 0)) == "2017-03");
    CHECK(answer_of(io::date_of_parts(2017, 3, std::nullopt)) == "2017-03");
    CHECK(answer_of(io::date_of_parts(2017, 0, 0)) == "2017");
    CHECK(answer_of(io::date_of_parts(2017, std::nullopt, 5)) == "!impossible");
    CHECK(answer_of(io::date_of_parts(2017, 2, 29)) == "!impossible");
    CHECK(answer_of(io::date_of_parts(2017, 13, std::nullopt)) == "!impossible");
    CHECK(answer_of(io::date_of_parts(0, 1, 1)) == "!year_range");
    CHECK(answer_of(io::date_of_parts(-99, 1, 1)) == "!year_range");
}

TEST_CASE("months of a column of their own") {
    for (const char* text : {"3", "03", "3.0", "March", "mars", "MARS", "Mar.", " mar "}) {
        INFO(text);
        CHECK(io::read_month(text) == 3);
    }
    CHECK(io::read_month("d\xe9"
                         "cembre") == 12);
    for (const char* text : {"0", "13", "", "Foo", "3.5", "-1"}) {
        INFO(text);
        CHECK_FALSE(io::read_month(text));
    }
}

TEST_CASE("whatever bytes come, a date is one of the calendar or there is a reason") {
    Random random(7);
    constexpr std::string_view pieces =
        "0123456789012345678901234567890123456789//--..  ,:TZ+eh'aprilmujondct\xc3\xa9\xff";
    for (int i = 0; i < 100000; ++i) {
        std::string text;
        for (int length = any(random, 0, 24); length > 0; --length) text += one_of(random, pieces);
        DateRules rules;
        if (any(random, 0, 1) == 1) rules.order = static_cast<DateOrder>(any(random, 0, 2));
        rules.excel_serials = any(random, 0, 3) == 0;
        rules.epoch_1904 = any(random, 0, 1) == 0;
        const auto reading = io::read_date(text, rules);
        INFO(text);
        REQUIRE((reading.problem != DateProblem::none || base::is_valid(reading.value.date)));
        if (reading) REQUIRE(reading.value.first() <= reading.value.last());
    }
    CHECK_FALSE(io::read_date(std::string(1000000, '1')));
    CHECK_FALSE(io::read_date("2017-03-02" + std::string(1000, ' ') + "x"));
    CHECK(io::read_date(std::string(1000, ' ') + "2 mars 2017" + std::string(1000, ' ')));
}

TEST_CASE("every reason for a date that cannot be read has its sentence") {
    const auto keys = base::message_keys(base::Language::en);
    for (int i = 1; i <= static_cast<int>(DateProblem::year_or_serial); ++i) {
        const auto key = io::message_key(static_cast<DateProblem>(i));
        INFO(key);
        CHECK(std::binary_search(keys.begin(), keys.end(), key));
    }
}

TEST_CASE("texts are folded to plain letters") {
    const auto folded = [](std::string_view text) { return std::string(io::FoldedText(text).view()); };
    CHECK(folded("  Août  2012 ") == "aout 2012");
    CHECK(folded("ao\xfbt") == "aout");
    CHECK(folded("ÀÉÎÕÜÇÑŒÆß ÿŸ") == "aeioucnoeaess yy");
    CHECK(folded("e\xcc\x81v\xc3\xa9nement") == "evenement");
    CHECK(folded("\xef\xbb\xbf"
                 "1\xc2\xa0"
                 "2\xe2\x80\xaf"
                 "3") == "1 2 3");
    CHECK(folded("‘a’ “b” – — − ′ ″") == "'a' \"b\" - - - ' \"");
    CHECK(folded("\x91"
                 "a\x92 \x93"
                 "b\x94 \x96") == "'a' \"b\" -");
    CHECK(folded(std::string_view("a\0b\tc", 5)) ==
          "a\x7f"
          "b c");
    // A mark of direction that does no harm, and the two that show the digits behind them in another order.
    CHECK(folded("\u202d15\u202c\u200e") == "15");
    CHECK(folded("\u202e15\u202c") ==
          "\x7f"
          "15");
    CHECK(folded("\u202b-15\u202c") == "\x7f-15");
    CHECK(folded("≥10 ≤5 ≈3") == ">10 <5 ~3");
    CHECK(std::string(io::FoldedText("ÉtÉ", io::LetterCase::kept).view()) == "EtE");
    CHECK(io::FoldedText(std::string(120, 'a')).is_whole());
    CHECK_FALSE(io::FoldedText(std::string(121, 'a')).is_whole());
    CHECK(io::FoldedText(std::string(60, 'a') + std::string(100, ' ') + "b").is_whole());
}
