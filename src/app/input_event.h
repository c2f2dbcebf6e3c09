// What the window reports: plain values in the order in which they happened.
#pragma once

#include <filesystem>
#include <variant>
#include <vector>

#include "layout/map_view.h"

namespace harmattan::app {

// A key by its place on the keyboard (GLFW_KEY_*); `letter` is what the keyboard's own layout prints on it, 0 for
// none.
struct KeyPressed {
    int key = 0;
    int modifiers = 0;  // GLFW_MOD_*
    char letter = 0;
    bool is_repeat = false;
};

struct CharacterTyped {
    char32_t character = 0;
};

// Positions are pixels of the framebuffer from its upper left corner.
struct ButtonPressed {
    layout::PointPx at;
    double clock_s = 0;
};

struct ButtonReleased {};

struct PointerMoved {
    layout::PointPx at;
};

struct WheelTurned {
    layout::PointPx at;
    double steps = 0;  // positive: away from the hand
};

struct FilesDropped {
    std::vector<std::filesystem::path> files;
};

using InputEvent = std::variant<KeyPressed, CharacterTyped, ButtonPressed, ButtonReleased, PointerMoved,
                                WheelTurned, FilesDropped>;

}  // namespace harmattan::app
