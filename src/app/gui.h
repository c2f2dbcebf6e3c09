// Dear ImGui on a GLFW window: its context, fonts and frames.
#pragma once

#include <imgui.h>

#include "app/focus_ring.h"
#include "app/glfw_window.h"
#include "scene/theme.h"

namespace harmattan::app {

class Gui {
  public:
    explicit Gui(GlfwWindow& window);
    ~Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;

    // Begins a frame in the theme's colours; fonts follow the monitor's scale.
    void begin_frame(scene::ThemeName theme);
    // Draws it over what the window shows.
    void end_frame();

    // Units of the panels' coordinates for one design pixel (at 96 dots an inch).
    float unit() const { return unit_; }
    ImFont* bold() const { return bold_; }
    FocusRing& ring() { return ring_; }

    // Whether the keyboard was in a text field, or in an open list, when this frame's keys were pressed.
    bool had_text() const { return had_text_; }
    bool had_list() const { return had_list_; }
    // Gives a character to the text field that has the keyboard.
    void type(char32_t character);
    // Whether Dear ImGui still has reports to take in: it takes what came at once over several frames.
    bool has_pending_input() const;

  private:
    void press_tapped_keys();
    void replay_clicks();
    void make_fonts(float content_scale);

    GlfwWindow& window_;
    ImFont* bold_ = nullptr;
    float fonts_scale_ = 0;
    float unit_ = 1;
    FocusRing ring_;
    bool had_text_ = false, had_list_ = false;
    // Only for Dear ImGui before 1.87.
    std::vector<int> tapped_keys_, held_keys_;
    std::vector<GlfwWindow::ButtonChange> clicks_;
};

}  // namespace harmattan::app
