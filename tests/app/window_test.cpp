// The window as a person meets it: started under Xvfb, driven by xdotool, looked at.
#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "app/harmattan_window.h"
#include "scene/theme.h"
#include "support/catch.h"
#include "support/png_file.h"
#include "support/run_program.h"
#include "support/source_tree.h"

using namespace harmattan;
using test::HarmattanWindow;
using test::picture_size;
using test::run_program;

namespace {

// Where the strip shows nothing but its ground.
constexpr int strip_x = 880, strip_y = 712;

base::Colour colour_at(const base::Image& image, int x, int y) {
    const auto at = static_cast<std::size_t>((y * image.size.width + x) * 4);
    return {image.rgba.at(at), image.rgba.at(at + 1), image.rgba.at(at + 2), 255};
}

// The share of equal pixels of `a` and of `b` moved by (dx, dy), in the middle of the map.
double equal_share(const base::Image& a, const base::Image& b, int dx, int dy) {
    int equal = 0, all = 0;
    for (int y = 150; y < 450; ++y)
        for (int x = 500; x < 1100; ++x, ++all)
            equal += colour_at(a, x + dx, y + dy) == colour_at(b, x, y) ? 1 : 0;
    return static_cast<double>(equal) / all;
}

bool is_above_strip_equal(const base::Image& screen, const base::Image& picture) {
    return screen.size.width == picture.size.width && screen.size.height > picture.size.height &&
           std::equal(picture.rgba.begin(), picture.rgba.end(), screen.rgba.begin());
}

}  // namespace

TEST_CASE("the window shows, pixel for pixel, what it saves, and saves what snap draws") {
    HarmattanWindow window({"--at", "2017-03-02T06:30", "--window", "6m", "--extent", "-10,9,6,20"});
    const auto screen = window.settle();
    const auto file = window.save();
    const auto picture = test::read_png(file);
    CHECK(picture.size == picture_size);
    CHECK(is_above_strip_equal(screen, picture));
    CHECK(colour_at(screen, strip_x, strip_y) == scene::theme(scene::ThemeName::paper).panel);
    const bool is_what_snap_draws = test::text_of(file) == window.snap({"--at", "2017-03-02T06:30", "--window",
                                                                        "6m", "--extent", "-10,9,6,20"});
    CHECK(is_what_snap_draws);
    window.key("ctrl+q");
    CHECK(window.program().wait(10) == 0);
    CHECK(window.text_of_file("errors").empty());
}

TEST_CASE("keys move the playhead by the calendar, and change theme and language") {
    HarmattanWindow window;
    for (const char* name : {"Home", "Right", "shift+Right", "t", "g"}) window.key(name);
    const auto file = window.save();
    const bool is_second_of_february =
        test::text_of(file) == window.snap({"--at", "2012-02-02", "--theme", "night", "--lang", "fr"});
    CHECK(is_second_of_february);
    CHECK(colour_at(window.settle(), strip_x, strip_y) == scene::theme(scene::ThemeName::night).panel);
}

TEST_CASE("a key changes between colours by type and by actor") {
    HarmattanWindow window({"--at", "2016-01-01"});
    const auto before = window.settle();
    window.key("c");
    window.settle_after(before);
    const bool is_by_actor =
        test::text_of(window.save()) == window.snap({"--at", "2016-01-01", "--colour", "actor"});
    CHECK(is_by_actor);
}

TEST_CASE("Space plays and pauses") {
    HarmattanWindow window({"--at", "2012-01-01"});
    const auto before = window.settle();
    window.key("space");
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const bool is_moving = before.rgba != window.display().screenshot().rgba;
    CHECK(is_moving);
    window.key("space");
    const auto after = window.settle();
    const bool has_moved_on = before.rgba != after.rgba;
    CHECK(has_moved_on);
    window.key("Home");
    const bool is_back = before.rgba == window.settle_after(after).rgba;
    CHECK(is_back);
}

TEST_CASE("the map follows the hand, and F brings the story back") {
    HarmattanWindow window({"--window", "all"});
    const auto before = window.settle();
    window.drag(800, 300, 860, 330);
    const auto after = window.settle_after(before);
    // Names find new places and parallels do not stay on whole pixels; the ground does.
    CHECK(equal_share(before, after, -60, -30) > 0.75);
    CHECK(equal_share(before, after, -60, -30) > equal_share(before, after, 0, 0) + 0.1);
    window.display().xdotool({"mousemove", "800", "300", "click", "4", "mousemove", "760", "700"});
    const auto zoomed = window.settle_after(after);
    const bool has_zoomed = zoomed.rgba != after.rgba;
    CHECK(has_zoomed);
    window.key("f");
    const bool is_home = window.settle_after(zoomed).rgba == before.rgba;
    CHECK(is_home);
}

TEST_CASE("the playhead follows the hand over the chart") {
    HarmattanWindow window;
    // From the middle of the chart to beyond its left end.
    window.drag(700, 620, 20, 620);
    const bool is_first_day =
        test::text_of(window.save()) == window.snap({"--at", "2012-01-01", "--window", "1y"});
    CHECK(is_first_day);
}

TEST_CASE("it sleeps when nothing changes") {
    HarmattanWindow window;
    window.settle();
    const double before_s = window.program().cpu_s();
    std::this_thread::sleep_for(std::chrono::seconds(5));
    // The goal is 0.5 % of a core over 30 s; this catches a loop that does not sleep at all, on a busy machine
    // too.
    CHECK(window.program().cpu_s() - before_s < 0.25);
}

TEST_CASE("without a display the window says what works without one") {
    const auto none = run_program({HARMATTAN_PROGRAM, {}, {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}}});
    CHECK(none.exit_status == 1);
    CHECK_THAT(none.errors,
               test::ContainsSubstring("harmattan snap") && test::ContainsSubstring("harmattan record"));
    const auto dead = run_program({HARMATTAN_PROGRAM, {}, {{"DISPLAY", ":9876"}, {"WAYLAND_DISPLAY", ""}}});
    CHECK(dead.exit_status == 1);
    CHECK_THAT(dead.errors, test::ContainsSubstring(":9876") && test::ContainsSubstring("harmattan snap"));
}
