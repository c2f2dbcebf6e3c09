#include "scene/scene.h"

#include "support/catch.h"

using namespace harmattan::scene;
using harmattan::base::DayRange;
using harmattan::base::end_of;
using harmattan::base::Instant;
using harmattan::base::parse_iso_day;
using harmattan::base::window_at;

namespace {

Timeline timeline(const char* from, const char* to) {
    return {{parse_iso_day(from).value(), parse_iso_day(to).value()}, harmattan::base::parse_window("90d")};
}

}  // namespace

TEST_CASE("the first frame shows the first day and the last frame the last") {
    const Timeline line = timeline("2012-01-01", "2020-12-31");
    CHECK(line.start().day() == line.bounds.first);
    CHECK(line.end().day() == line.bounds.last);
    CHECK(instant_of_frame(line, 0, 600) == line.start());
    CHECK(instant_of_frame(line, 599, 600) == line.end());
    const DayRange first = window_at(instant_of_frame(line, 0, 600), line.window, line.bounds);
    CHECK(first == DayRange{line.bounds.first, line.bounds.first});
    CHECK(window_at(instant_of_frame(line, 599, 600), line.window, line.bounds).last == line.bounds.last);
}

TEST_CASE("a frame's instant depends on its index alone") {
    const Timeline line = timeline("2012-01-01", "2020-12-31");
    for (const int count : {2, 3, 300, 599, 600, 7919}) {
        Instant before{-1e9};
        for (int n = 0; n < count; ++n) {
            const Instant now = instant_of_frame(line, n, count);
            CHECK(now.days > before.days);
            before = now;
        }
        CHECK(instant_of_frame(line, count - 1, count) == line.end());
    }
}

TEST_CASE("with one frame a day each frame shows the next day") {
    const Timeline line = timeline("2016-02-27", "2016-03-02");
    for (int n = 0; n < 5; ++n) CHECK(instant_of_frame(line, n, 5).day() == line.bounds.first + n);
}

TEST_CASE("one frame, or one day, is the end") {
    CHECK(instant_of_frame(timeline("2012-01-01", "2020-12-31"), 0, 1) ==
          end_of(parse_iso_day("2020-12-31").value()));
    const Timeline day = timeline("2017-03-02", "2017-03-02");
    for (int n = 0; n < 10; ++n) CHECK(instant_of_frame(day, n, 10).day() == day.bounds.first);
}

TEST_CASE("layers are found by role and texts by language") {
    Scene scene;
    scene.layers = {{"a", "A", "", Role::lakes, true, nullptr}, {"b", "B", "", Role::lakes, true, nullptr}};
    REQUIRE(layer_of(scene, Role::lakes) != nullptr);
    CHECK(layer_of(scene, Role::lakes)->id == "a");
    CHECK(layer_of(scene, Role::towns) == nullptr);
    CHECK(in_language(scene, "sea", "mer") == "sea");
    scene.language = harmattan::base::Language::fr;
    CHECK(in_language(scene, "sea", "mer") == "mer");
    CHECK(in_language(scene, "sea", "") == "sea");
}

TEST_CASE("events fade over the window's whole length, also in the time line's first days") {
    using harmattan::base::day_of;
    using Unit = harmattan::base::WindowLength::Unit;
    Scene scene;
    scene.timeline.bounds = {day_of({2020, 1, 1}), day_of({2020, 12, 31})};
    scene.timeline.window = {Unit::days, 60};
    CHECK(fading_days(scene, end_of(day_of({2020, 1, 3}))) == 60);
    CHECK(fading_days(scene, end_of(day_of({2020, 6, 3}))) == 60);
    scene.timeline.window = {Unit::years, 1};
    CHECK(fading_days(scene, end_of(day_of({2020, 1, 31}))) == 365);
    CHECK(fading_days(scene, end_of(day_of({2020, 12, 31}))) == 366);
    scene.shows_whole_span = true;
    CHECK(fading_days(scene, end_of(day_of({2020, 6, 3}))) == 0);
}
