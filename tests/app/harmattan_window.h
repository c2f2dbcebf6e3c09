// The window as a person meets it: started under Xvfb, driven by xdotool, looked at.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "app/virtual_display.h"
#include "support/catch.h"
#include "support/png_file.h"
#include "support/run_program.h"
#include "support/source_tree.h"

namespace harmattan::test {

inline constexpr base::PixelSize window_size{1280, 720}, picture_size{1280, 676};
inline constexpr double patience_s = 60;

inline bool wait_until(const std::function<bool()>& is_so) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(patience_s);
    while (!is_so()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    return true;
}

// Nothing is drawn yet but the pointer, whose edges may have any colour.
inline bool is_blank(const base::Image& image) {
    std::size_t others = 0;
    for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4)
        others += std::equal(image.rgba.begin(), image.rgba.begin() + 3,
                             image.rgba.begin() + static_cast<std::ptrdiff_t>(at))
                      ? 0
                      : 1;
    return others * 100 < image.rgba.size() / 4;
}

class HarmattanWindow {
  public:
    explicit HarmattanWindow(std::vector<std::string> arguments = {}) : display_(window_size) {
        std::vector<std::string> command{HARMATTAN_PROGRAM, "--size", "1280x720"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        // On the strip, between the lists and the buttons, the pointer brings up nothing.
        display_.xdotool({"mousemove", "760", "700"});
        program_ = std::make_unique<RunningProgram>(command, display_.name(), folder_.path(), folder_ / "output",
                                                    folder_ / "errors");
        INFO(text_of_file("errors"));
        REQUIRE(wait_until([&] { return display_.shows_window("Harmattan"); }));
        settle();
    }

    const VirtualDisplay& display() const { return display_; }
    RunningProgram& program() { return *program_; }
    std::string text_of_file(const std::string& name) const {
        return std::filesystem::exists(folder_ / name) ? text_of(folder_ / name) : std::string();
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
        return text_of(file);
    }

  private:
    VirtualDisplay display_;
    TemporaryFolder folder_;
    std::unique_ptr<RunningProgram> program_;
};

// Does one thing after the other, each once the last one's effect is seen; gives what is shown then.
class Hand {
  public:
    explicit Hand(const HarmattanWindow& window) : window_(window), shown_(window.settle()) {}

    const base::Image& press(const std::string& key) {
        window_.key(key);
        return look();
    }
    // Leaves the pointer where it brings up nothing.
    const base::Image& click(int x, int y) {
        window_.display().xdotool({"mousemove", std::to_string(x), std::to_string(y)});
        window_.settle();
        window_.display().xdotool({"click", "1", "mousemove", "760", "700"});
        return look();
    }
    // As a file manager does.
    const base::Image& drop(const std::vector<std::filesystem::path>& files) {
        window_.display().drop(files);
        return look();
    }
    // What has changed since by other means.
    const base::Image& look() { return shown_ = window_.settle_after(shown_); }

  private:
    const HarmattanWindow& window_;
    base::Image shown_;
};

}  // namespace harmattan::test
