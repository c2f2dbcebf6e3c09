#include "base/day.h"

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan::base;
using namespace harmattan::test;

namespace {

// The rule of the calendar in plain words (bull Inter gravissimas, 1582), carried back to year 1.
bool has_leap_day(int year) {
    if (year % 400 == 0) return true;
    if (year % 100 == 0) return false;
    return year % 4 == 0;
}

int length_of_month(int year, int month) {
    if (month == 2) return has_leap_day(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Day day(int year, int month, int of_month) {
    return day_of({year, month, of_month});
}

}  // namespace

// python3 -c "import datetime as d; print(d.date(2017,3,2).toordinal() - d.date(1970,1,1).toordinal())"
TEST_CASE("days have the numbers that Python's datetime gives") {
    struct Row {
        CivilDate date;
        int value;
    };
    const Row rows[] = {{{1, 1, 1}, -719162},     {{1, 12, 31}, -718798},   {{4, 2, 29}, -718008},
                        {{100, 3, 1}, -682944},   {{400, 2, 29}, -573372},  {{1582, 10, 15}, -141427},
                        {{1600, 2, 29}, -135081}, {{1900, 2, 28}, -25509},  {{1900, 3, 1}, -25508},
                        {{1969, 12, 31}, -1},     {{1970, 1, 1}, 0},        {{2000, 2, 29}, 11016},
                        {{2012, 1, 1}, 15340},    {{2012, 2, 29}, 15399},   {{2017, 3, 2}, 17227},
                        {{2100, 3, 1}, 47541},    {{9999, 12, 31}, 2932896}};
    for (const Row& row : rows) {
        INFO(row.date.year << "-" << row.date.month << "-" << row.date.day);
        CHECK(day_of(row.date).value == row.value);
        CHECK(civil_of({row.value}) == row.date);
    }
}

TEST_CASE("every day from year 1 to 9999 follows the one before, both ways") {
    int value = -719162, wrong = 0, wrong_back = 0;
    for (int year = 1; year <= 9999; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int of_month = 1; of_month <= length_of_month(year, month); ++of_month, ++value) {
                const CivilDate date{year, month, of_month};
                if (day_of(date).value != value) ++wrong;
                if (civil_of({value}) != date) ++wrong_back;
            }
    CHECK(wrong == 0);
    CHECK(wrong_back == 0);
    CHECK(value == 2932897);
}

TEST_CASE("impossible dates are not dates") {
    for (const CivilDate date :
         {CivilDate{2017, 2, 30}, CivilDate{2017, 2, 29}, CivilDate{1900, 2, 29}, CivilDate{2017, 4, 31},
          CivilDate{2017, 13, 1}, CivilDate{2017, 0, 1}, CivilDate{2017, 1, 0}, CivilDate{2017, 1, 32},
          CivilDate{0, 1, 1}, CivilDate{10000, 1, 1}, CivilDate{2017, 1, -1}}) {
        INFO(date.year << "-" << date.month << "-" << date.day);
        CHECK_FALSE(is_valid(date));
        CHECK_THROWS_AS(day_of(date), Error);
    }
    CHECK(is_valid({2012, 2, 29}));
    CHECK(is_valid({2000, 2, 29}));
}

TEST_CASE("months are added by the calendar and clamped at the month's end") {
    CHECK(add_months(day(2017, 3, 31), -1) == day(2017, 2, 28));
    CHECK(add_months(day(2016, 3, 31), -1) == day(2016, 2, 29));
    CHECK(add_months(day(2016, 2, 29), 12) == day(2017, 2, 28));
    CHECK(add_months(day(2016, 2, 29), 48) == day(2020, 2, 29));
    CHECK(add_months(day(2017, 1, 31), 1) == day(2017, 2, 28));
    CHECK(add_months(day(2017, 1, 31), 3) == day(2017, 4, 30));
    CHECK(add_months(day(2017, 12, 15), 1) == day(2018, 1, 15));
    CHECK(add_months(day(2017, 1, 15), -1) == day(2016, 12, 15));
    CHECK(add_months(day(2017, 1, 15), -25) == day(2014, 12, 15));
    CHECK(add_months(day(2017, 5, 5), 0) == day(2017, 5, 5));
    CHECK_THROWS_AS(add_months(day(9999, 12, 1), 1), Error);
    CHECK_THROWS_AS(add_months(day(1, 1, 31), -1), Error);
    CHECK(add_months(day(1, 2, 1), -1) == day(1, 1, 1));
}

TEST_CASE("a month's days") {
    for (const int year : {1900, 2000, 2012, 2017})
        for (int month = 1; month <= 12; ++month)
            CHECK(days_in_month(year, month) == length_of_month(year, month));
}

TEST_CASE("ISO days are read and written") {
    CHECK(parse_iso_day("2017-03-02") == day(2017, 3, 2));
    CHECK(parse_iso_day("0001-01-01") == day(1, 1, 1));
    CHECK(iso(day(2017, 3, 2)) == "2017-03-02");
    CHECK(iso(day(33, 12, 31)) == "0033-12-31");
    for (const char* text :
         {"", "2017-3-2", "2017-02-30", "2017-03-02 ", " 2017-03-02", "02-03-2017", "2017/03/02", "2017-03-0x",
          "20170302", "2017-03-02T00", "+017-03-02", "0000-01-01", "2017-03-\xd9\xa2"}) {
        INFO(text);
        CHECK_FALSE(parse_iso_day(text).has_value());
    }
}
