#include "base/number_format.h"

#include <clocale>
#include <limits>

#include "support/catch.h"

using namespace harmattan::base;

namespace {

Day day(std::string_view text) {
    return parse_iso_day(text).value();
}

}  // namespace

TEST_CASE("numbers are grouped by threes") {
    CHECK(grouped(0, Language::en) == "0");
    CHECK(grouped(999, Language::en) == "999");
    CHECK(grouped(1000, Language::en) == "1,000");
    CHECK(grouped(7783, Language::fr) == "7\u202f783");
    CHECK(grouped(1234567890, Language::en) == "1,234,567,890");
    CHECK(grouped(-12345, Language::en) == "\u221212,345");
    CHECK(grouped(std::numeric_limits<std::int64_t>::max(), Language::en) == "9,223,372,036,854,775,807");
}

TEST_CASE("decimals lose their trailing zeros") {
    CHECK(decimal(1.5, 2, Language::en) == "1.5");
    CHECK(decimal(1.5, 2, Language::fr) == "1,5");
    CHECK(decimal(2.0, 3, Language::en) == "2");
    CHECK(decimal(100, 0, Language::en) == "100");
    CHECK(decimal(0.126, 2, Language::en) == "0.13");
}

TEST_CASE("dates in words") {
    CHECK(long_date(day("2017-03-02"), Language::en) == "2 March 2017");
    CHECK(long_date(day("2017-03-02"), Language::fr) == "2 mars 2017");
    CHECK(long_date(day("2017-03-01"), Language::fr) == "1er mars 2017");
    CHECK(long_date(day("2017-08-01"), Language::en) == "1 August 2017");
    CHECK(month_and_year(day("2012-12-31"), Language::fr) == "décembre 2012");
    CHECK(month_and_year(day("2012-02-29"), Language::en) == "February 2012");
    CHECK(date_range({day("2016-04-01"), day("2017-03-31")}, Language::en) == "1 April 2016 – 31 March 2017");
    CHECK(date_range({day("2017-03-02"), day("2017-03-02")}, Language::en) == "2 March 2017");
}

TEST_CASE("the process's locale changes nothing") {
    // Where the German locale is not installed, this repeats the tests above.
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    CHECK(decimal(1234.5, 1, Language::en) == "1234.5");
    CHECK(grouped(1234, Language::en) == "1,234");
    std::setlocale(LC_ALL, "C");
}
