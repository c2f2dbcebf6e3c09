// The window as a person meets it: started under Xvfb, driven by xdotool, looked at.
#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "app/virtual_display.h"
#include "scene/theme.h"
#include "support/catch.h"
#include "support/png_file.h"
#include "support/run_program.h"
#include "support/source_tree.h"

using namespace harmattan;
using test::run_program;

namespace {

constexpr base::PixelSize window_size{1280, 720}, picture_size{1280, 676};
// Where the strip shows nothing but its ground.
constexpr int strip_x = 880, strip_y = 712;
constexpr double patience_s = 60;

bool wait_until(const std::function<bool()>& is_so) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(patience_s);
    while (!is_so()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    return true;
}

base::Colour colour_at(const base::Image& image, int x, int y) {
    const auto at = static_cast<std::size_t>((y * image.size.width + x) * 4);
    return {image.rgba.at(at), image.rgba.at(at + 1), image.rgba.at(at + 2), 255};
}

bool is_blank(const base::Image& image) {
    return std::all_of(image.rgba.begin(), image.rgba.end(),
                       [&](auto value) { return value == image.rgba.front() || value == 255; });
}

// The share of equal pixels of `a` and of `b` moved by (dx, dy), in the middle of the map.
double equal_share(const base::Image& a, const base::Image& b, int dx, int dy) {
    int equal = 0, all = 0;
    for (int y = 150; y < 450; ++y)
        for (int x = 500; x < 1100; ++x, ++all)
            equal += colour_at(a, x + dx, y + dy) == colour_at(b, x, y) ? 1 : 0;
    return static_cast<double>(equal) / all;
}

class HarmattanWindow {
  public:
    explicit HarmattanWindow(std::vector<std::string> arguments = {}) : display_(window_size) {
        std::vector<std::string> command{HARMATTAN_PROGRAM, "--size", "1280x720"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        // On the strip, between the lists and the buttons, the pointer brings up nothing.
        display_.xdotool({"mousemove", "760", "700"});
        program_ = std::make_unique<test::RunningProgram>(command, display_.name(), folder_.path(),
                                                          folder_ / "output", folder_ / "errors");
        INFO(text_of_file("errors"));
        REQUIRE(wait_until([&] { return display_.shows_window("Harmattan"); }));
        settle();
    }

    const test::VirtualDisplay& display() const { return display_; }
    test::RunningProgram& program() { return *program_; }
    std::string text_of_file(const std::string& name) const {
        return std::filesystem::exists(folder_ / name) ? test::text_of(folder_ / name) : std::string();
    }

    // Waits until the screen shows something and nothing moves any more; gives what it shows.
    base::Image settle() const {
        base::Image last;
        wait_until([&] {
            auto next = display_.screenshot();
            const bool is_still = !is_blank(next) && next.rgba == last.rgba;
            last = std::move(next);
            if (!is_still) std::this_thread::sleep_for(std::chrono::milliseconds(250));
            return is_still;
        });
        return last;
    }

    // The same once something has changed: a busy machine may show the old picture for a while, and still.
    base::Image settle_after(const base::Image& before) const {
        wait_until([&] {
            const bool is_new = display_.screenshot().rgba != before.rgba;
            if (!is_new) std::this_thread::sleep_for(std::chrono::milliseconds(50));
            return is_new;
        });
        return settle();
    }

    void key(const std::string& name) const { display_.xdotool({"key", name}); }

    void drag(int x1, int y1, int x2, int y2) const {
        const auto text = [](int value) { return std::to_string(value); };
        display_.xdotool({"mousemove", text(x1), text(y1)});
        settle();
        display_.xdotool({"mousedown", "1", "mousemove", text((x1 + x2) / 2), text((y1 + y2) / 2)});
        display_.xdotool({"mousemove", text(x2), text(y2), "mouseup", "1", "mousemove", "760", "700"});
    }

    // Presses F12 and gives the file that the program says it saved.
    std::filesystem::path save() {
        const auto begin = text_of_file("output").size();
        key("F12");
        REQUIRE(wait_until([&] { return text_of_file("output").find('\n', begin) != std::string::npos; }));
        const auto line = text_of_file("output").substr(begin);
        REQUIRE(line.rfind("saved ", 0) == 0);
        return line.substr(6, line.find('\n') - 6);
    }

    // The bytes that `harmattan snap` gives with these arguments.
    std::string snap(std::vector<std::string> arguments) const {
        const auto file = folder_ / "snap.png";
        arguments.insert(arguments.begin(), "snap");
        arguments.insert(arguments.end(), {"--size", "1280x676", "--force", "-o", file.string()});
        const auto result = run_program({HARMATTAN_PROGRAM, arguments, {{"DISPLAY", ""}}});
        INFO(result.errors);
        REQUIRE(result.exit_status == 0);
        return test::text_of(file);
    }

  private:
    test::VirtualDisplay display_;
    test::TemporaryFolder folder_;
    std::unique_ptr<test::RunningProgram> program_;
};

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
