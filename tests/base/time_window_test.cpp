// The design's rules of time, to the day, beside both ends of the window.
#include "base/time_window.h"

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan::base;
using namespace harmattan::test;

namespace {

Day day(std::string_view text) {
    return parse_iso_day(text).value();
}

const DayRange wide{day("2000-01-01"), day("2030-12-31")};

// The window's first and last day, and that the days beside them are outside.
void check_window(std::string_view playhead, std::string_view window, std::string_view first,
                  std::string_view last) {
    INFO(playhead << " " << window);
    const DayRange range = window_at(parse_instant(playhead), parse_window(window), wide);
    CHECK(iso(range.first) == first);
    CHECK(iso(range.last) == last);
    CHECK(range.contains(day(first)));
    CHECK(range.contains(day(last)));
    CHECK_FALSE(range.contains(day(first) - 1));
    CHECK_FALSE(range.contains(day(last) + 1));
}

}  // namespace

TEST_CASE("a window of n days holds the playhead's day and the n-1 before it") {
    check_window("2017-03-02", "1d", "2017-03-02", "2017-03-02");
    check_window("2017-03-02", "90d", "2016-12-03", "2017-03-02");
    check_window("2016-03-01", "2d", "2016-02-29", "2016-03-01");
    check_window("2017-03-01", "2d", "2017-02-28", "2017-03-01");
    check_window("2017-01-01", "365d", "2016-01-03", "2017-01-01");
    CHECK(window_at(parse_instant("2017-03-02"), parse_window("90d"), wide).length_days() == 90);
}

TEST_CASE("the playhead's day is the whole day, whatever the hour") {
    check_window("2017-03-02T00:00", "2d", "2017-03-01", "2017-03-02");
    check_window("2017-03-02T23:59:59", "2d", "2017-03-01", "2017-03-02");
    check_window("2017-03-03T00:00Z", "2d", "2017-03-02", "2017-03-03");
}

TEST_CASE("months and years go by the calendar") {
    check_window("2017-03-15", "1m", "2017-02-16", "2017-03-15");
    check_window("2017-03-15", "6m", "2016-09-16", "2017-03-15");
    check_window("2017-03-15", "1y", "2016-03-16", "2017-03-15");
    check_window("2017-03-31", "12m", "2016-04-01", "2017-03-31");
    check_window("2017-03-31", "1y", "2016-04-01", "2017-03-31");
    check_window("2017-12-31", "1y", "2017-01-01", "2017-12-31");
    check_window("2017-06-30", "6m", "2016-12-31", "2017-06-30");
}

TEST_CASE("months and years are clamped at the month's end") {
    check_window("2017-03-31", "1m", "2017-03-01", "2017-03-31");
    check_window("2017-03-30", "1m", "2017-03-01", "2017-03-30");
    check_window("2017-03-29", "1m", "2017-03-01", "2017-03-29");
    check_window("2017-03-28", "1m", "2017-03-01", "2017-03-28");
    check_window("2017-03-27", "1m", "2017-02-28", "2017-03-27");
    check_window("2016-03-31", "1m", "2016-03-01", "2016-03-31");
    check_window("2016-03-29", "1m", "2016-03-01", "2016-03-29");
    check_window("2016-03-28", "1m", "2016-02-29", "2016-03-28");
    check_window("2017-08-31", "6m", "2017-03-01", "2017-08-31");
}

TEST_CASE("29 February") {
    check_window("2016-02-29", "1d", "2016-02-29", "2016-02-29");
    check_window("2016-02-29", "1m", "2016-01-30", "2016-02-29");
    check_window("2016-02-29", "6m", "2015-08-30", "2016-02-29");
    check_window("2016-02-29", "1y", "2015-03-01", "2016-02-29");
    check_window("2017-02-28", "1y", "2016-02-29", "2017-02-28");
    check_window("2020-02-29", "4y", "2016-03-01", "2020-02-29");
}

TEST_CASE("all shows everything from the bounds' first day") {
    check_window("2017-03-02", "all", "2000-01-01", "2017-03-02");
}

TEST_CASE("bounds cut the window") {
    const DayRange bounds{day("2017-01-01"), day("2017-12-31")};
    const auto range = [&](const char* at, const char* window) {
        return window_at(parse_instant(at), parse_window(window), bounds);
    };
    CHECK(range("2017-01-01", "1y") == DayRange{day("2017-01-01"), day("2017-01-01")});
    CHECK(range("2016-12-31", "1y").empty());
    CHECK(range("2016-12-31", "all").empty());
    CHECK(range("2016-12-31", "all").length_days() == 0);
    // Beyond the last day the window goes on moving and leaves.
    CHECK(range("2018-01-02", "3d") == DayRange{day("2017-12-31"), day("2017-12-31")});
    CHECK(range("2018-01-03", "3d").empty());
    CHECK(range("2018-06-30", "all") == bounds);
}

TEST_CASE("windows longer than the calendar begin with the bounds") {
    const DayRange bounds{day("0001-01-01"), day("9999-12-31")};
    CHECK(window_at(parse_instant("2017-03-02"), parse_window("9999y"), bounds).first == bounds.first);
    CHECK(window_at(parse_instant("0001-01-01"), parse_window("1m"), bounds).first == bounds.first);
    CHECK(window_at(parse_instant("2017-03-02"), parse_window("9999m"), bounds).first == day("1183-12-03"));
}

TEST_CASE("instants are read") {
    CHECK(parse_instant("1970-01-01T00:00").days == 0);
    CHECK(parse_instant("1970-01-01T12:00").days == 0.5);
    CHECK(parse_instant("1970-01-02 06:00:00Z").days == 1.25);
    CHECK(parse_instant("1969-12-31T18:00").days == -0.25);
    CHECK(parse_instant("1969-12-31T18:00").day() == Day{-1});
    CHECK(parse_instant("1970-01-01T00:00:01").days == 1 / 86400.0);
    // A day alone is its end: the day has passed, the next has not begun.
    CHECK(parse_instant("2017-03-02").day() == day("2017-03-02"));
    CHECK(parse_instant("2017-03-02") == end_of(day("2017-03-02")));
    CHECK_THAT(parse_instant("2017-03-02").days, WithinAbs(17228 - 1 / 86400.0, 1e-9));
}

TEST_CASE("what is no instant is refused with the text") {
    for (const char* text : {"", "2017", "2017-03", "2017-02-30", "02/03/2017", "2017-03-02T", "2017-03-02T24:00",
                             "2017-03-02T06:60", "2017-03-02T06:30:60", "2017-03-02T6:30", "2017-03-02T06-30",
                             "2017-03-02T06:30+01:00", "2017-03-02x06:30", "2017-03-02T06:30:15.5", "tomorrow"}) {
        INFO(text);
        CHECK_THROWS_WITH(parse_instant(text), ContainsSubstring("\"" + std::string(text) + "\""));
    }
}

TEST_CASE("windows are read and written") {
    for (const char* text : {"90d", "6m", "1y", "all", "1d", "9999d"})
        CHECK(to_string(parse_window(text)) == text);
    for (const char* text :
         {"", "d", "0d", "-1d", "+1d", "1", "1w", "90 d", "1.5y", "10000d", "99999999999d", "ALL", "6mm"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_window(text), Error);
    }
}
