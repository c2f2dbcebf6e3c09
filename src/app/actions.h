// What a person can do by a key or a button.
#pragma once

#include <span>

#include "app/input_event.h"
#include "app/session.h"
#include "layout/frame_layout.h"

namespace harmattan::app {

enum class Action {
    toggle_play,
    day_back,
    day_forward,
    month_back,
    month_forward,
    first_day,
    last_day,
    zoom_in,
    zoom_out,
    fit,
    toggle_layers,
    toggle_theme,
    toggle_colours,
    cycle_display,
    toggle_language,
    save_picture,
    toggle_help,
    toggle_report,
    toggle_filter,
    toggle_get,
    close_panels,
    quit
};

// The action of a key press or a typed character, if it has one.
std::optional<Action> action_of(const KeyPressed& pressed);
std::optional<Action> action_of(const CharacterTyped& typed);

// Whose a key press is.
enum class KeyUse {
    shortcut,       // the window's
    next_control,   // Tab: goes to a panel's next control
    press_control,  // Enter: presses the control, or the item of an open list, that has the keyboard
    control         // the control's that has the keyboard, or the list's that is open
};
// `had_text`, `had_list`: a text field had the keyboard, a list was open. `has_controls`, `has_focus`: a panel has
// controls that Tab leads to, and one of them has the keyboard.
KeyUse use_of(const KeyPressed& pressed, bool had_text, bool had_list, bool has_controls, bool has_focus);

// Lines of the help panel: message keys of the keys' names and of what they do.
struct HelpLine {
    const char* keys;
    const char* meaning;
};
std::span<const HelpLine> help_lines();

// What the session cannot do by itself and the window does.
struct Requests {
    bool save_picture = false;
    bool quit = false;
    // After the frame is shown, for each may change the tables that it shows.
    bool apply_filter = false;
    bool read_table = false;    // as the mapping panel says
    bool cancel_table = false;  // leave it unread
    bool fetch = false;         // get published data
};

// `layout` is the frame's last drawn: zooming by key keeps its map's centre.
void perform(Action action, Session& session, Requests& requests, const layout::FrameLayout& layout,
             double clock_s);

}  // namespace harmattan::app
