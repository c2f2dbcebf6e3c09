#include "record/film_time.h"

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;
using record::CalendarStep;
using record::FilmTime;

namespace {

scene::Timeline timeline(const char* first, const char* last) {
    scene::Timeline made;
    made.bounds = {*base::parse_iso_day(first), *base::parse_iso_day(last)};
    return made;
}

std::vector<std::string> days_of(const FilmTime& time) {
    std::vector<std::string> days;
    for (std::int64_t i = 0; i < time.frame_count(); ++i) days.push_back(base::iso(time.instant_of(i).day()));
    return days;
}

}  // namespace

TEST_CASE("frames spread evenly begin at the end of the first day and end with the last") {
    const FilmTime time = FilmTime::evenly(timeline("2012-01-01", "2012-01-11"), 11);
    CHECK(time.frame_count() == 11);
    CHECK(time.instant_of(0) == base::end_of(*base::parse_iso_day("2012-01-01")));
    CHECK(time.instant_of(5).days == Approx(base::end_of(*base::parse_iso_day("2012-01-06")).days));
    CHECK(time.instant_of(10) == base::end_of(*base::parse_iso_day("2012-01-11")));
}

TEST_CASE("steps of days end with the last day even where it is no whole step") {
    const FilmTime time = FilmTime::by_steps(timeline("2012-02-20", "2012-03-08"), {CalendarStep::Unit::days, 7});
    CHECK(days_of(time) == std::vector<std::string>{"2012-02-20", "2012-02-27", "2012-03-05", "2012-03-08"});
}

TEST_CASE("steps of months count from the first day and stop at the ends of months") {
    const FilmTime time =
        FilmTime::by_steps(timeline("2012-01-31", "2012-05-31"), {CalendarStep::Unit::months, 1});
    CHECK(days_of(time) ==
          std::vector<std::string>{"2012-01-31", "2012-02-29", "2012-03-31", "2012-04-30", "2012-05-31"});
}

TEST_CASE("a time line of one day is one frame") {
    const FilmTime time = FilmTime::by_steps(timeline("2012-02-29", "2012-02-29"), {CalendarStep::Unit::days, 1});
    CHECK(days_of(time) == std::vector<std::string>{"2012-02-29"});
}

TEST_CASE("steps are written as a number and a unit") {
    CHECK(record::parse_step("7d").count == 7);
    CHECK(record::parse_step("1m").unit == CalendarStep::Unit::months);
    CHECK(record::parse_step("2y").count == 24);
    for (const char* wrong : {"", "d", "0d", "-1d", "1.5d", "7", "7 d", "10000d", "1w"})
        CHECK_THROWS_AS(record::parse_step(wrong), base::Error);
}

TEST_CASE("a film's length in frames is rounded and has a limit") {
    CHECK(record::frame_count_of(20, 30) == 600);
    CHECK(record::frame_count_of(0.01, 30) == 1);
    CHECK(record::frame_count_of(1.0 / 3, 30) == 10);
    CHECK_THROWS_AS(record::frame_count_of(86400, 120), base::Error);
}
