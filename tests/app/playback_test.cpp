#include "app/playback.h"

#include "support/catch.h"

using namespace harmattan;
using app::Playback;
using base::day_of;
using base::end_of;

namespace {

scene::Timeline timeline(base::CivilDate first, base::CivilDate last) {
    return {{day_of(first), day_of(last)}, {base::WindowLength::Unit::years, 1}};
}

const scene::Timeline years = timeline({2012, 1, 1}, {2023, 12, 31});

}  // namespace

TEST_CASE("the playhead is a function of the clock, however often it is asked") {
    Playback asked_once(years, end_of(day_of({2015, 6, 1}))), asked_often = asked_once;
    asked_once.set_days_per_second(7, 100);
    asked_often.set_days_per_second(7, 100);
    asked_once.play(100);
    asked_often.play(100);
    for (int i = 0; i < 1000; ++i) asked_often.at(100 + i * 0.01);
    CHECK(asked_once.at(110).days == asked_often.at(110).days);
    CHECK(asked_once.at(110).days == Approx(end_of(day_of({2015, 6, 1})).days + 70).epsilon(1e-12));
}

TEST_CASE("twelve seconds at a month a second are a year of 365.25 days") {
    Playback playback(years, end_of(day_of({2012, 1, 1})));
    playback.play(5);
    CHECK(playback.at(17).days - playback.at(5).days == Approx(365.25));
}

TEST_CASE("a change of speed while playing goes on from where the playhead stands") {
    Playback playback(years, end_of(day_of({2012, 1, 1})));
    playback.set_days_per_second(1, 0);
    playback.play(0);
    playback.set_days_per_second(10, 4);
    CHECK(playback.at(4).days == Approx(end_of(day_of({2012, 1, 5})).days));
    CHECK(playback.at(6).days == Approx(end_of(day_of({2012, 1, 25})).days));
}

TEST_CASE("playing stops at the end and begins anew from there") {
    Playback playback(years, end_of(day_of({2023, 12, 30})));
    playback.set_days_per_second(1, 0);
    playback.play(0);
    CHECK(playback.is_playing(0.5));
    CHECK_FALSE(playback.is_playing(1.5));
    CHECK(playback.at(1.5) == end_of(day_of({2023, 12, 31})));
    playback.toggle(2);
    CHECK(playback.is_playing(2));
    CHECK(playback.at(2) == end_of(day_of({2012, 1, 1})));
}

TEST_CASE("a paused playhead rests at a whole second of its day") {
    Playback playback(years, end_of(day_of({2017, 3, 2})));
    playback.set_days_per_second(1, 0);
    playback.play(0);
    playback.pause(0.3712345);
    const auto rests = playback.at(99);
    // 23:59:59 on 2 March and 0.3712345 days (32,074.66 s) later: 08:54:33.66 on 3 March.
    CHECK(rests == base::parse_instant("2017-03-03T08:54:34"));
    CHECK(app::to_whole_second({day_of({2017, 3, 2}).value + 0.9999999}) == end_of(day_of({2017, 3, 2})));
}

TEST_CASE("steps go by the calendar and stay on the time line") {
    Playback playback(years, end_of(day_of({2016, 3, 31})));
    playback.step_months(-1, 0);
    CHECK(playback.at(0) == end_of(day_of({2016, 2, 29})));
    playback.step_days(1, 0);
    CHECK(playback.at(0) == end_of(day_of({2016, 3, 1})));
    playback.step_days(-1, 0);
    CHECK(playback.at(0) == end_of(day_of({2016, 2, 29})));
    playback.step_months(12, 0);
    CHECK(playback.at(0) == end_of(day_of({2017, 2, 28})));
    playback.go_to_first_day();
    playback.step_days(-1, 0);
    CHECK(playback.at(0) == end_of(day_of({2012, 1, 1})));
    playback.go_to_last_day();
    playback.step_months(1, 0);
    CHECK(playback.at(0) == end_of(day_of({2023, 12, 31})));
}

TEST_CASE("a step while playing pauses") {
    Playback playback(years, end_of(day_of({2016, 1, 1})));
    playback.play(0);
    playback.step_days(1, 0);
    CHECK_FALSE(playback.is_playing(1));
    CHECK(playback.at(50) == end_of(day_of({2016, 1, 2})));
}
