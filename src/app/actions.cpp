#include "app/actions.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/camera_control.h"
#include "app/moving_map.h"

namespace harmattan::app {
namespace {

constexpr double zoom_by_key = 1.4142135623730951;  // two presses double the scale

constexpr HelpLine lines[] = {
    {"app.keys.play", "app.do.play"},       {"app.keys.day", "app.do.day"},
    {"app.keys.month", "app.do.month"},     {"app.keys.ends", "app.do.ends"},
    {"app.keys.scrub", "app.do.scrub"},     {"app.keys.pan", "app.do.pan"},
    {"app.keys.zoom", "app.do.zoom"},       {"app.keys.fit", "app.do.fit"},
    {"app.keys.hover", "app.do.hover"},     {"app.keys.layers", "app.do.layers"},
    {"app.keys.report", "app.do.report"},   {"app.keys.filter", "app.do.filter"},
    {"app.keys.get", "app.do.get"},         {"app.keys.tab", "app.do.tab"},
    {"app.keys.theme", "app.do.theme"},     {"app.keys.language", "app.do.language"},
    {"app.keys.colours", "app.do.colours"}, {"app.keys.display", "app.do.display"},
    {"app.keys.save", "app.do.save"},       {"app.keys.drop", "app.do.drop"},
    {"app.keys.help", "app.do.help"},       {"app.keys.close", "app.do.close"},
    {"app.keys.quit", "app.do.quit"},
};

void zoom(Session& session, const layout::FrameLayout& layout, double factor) {
    const auto view = present_view(*session.scene(), layout);
    session.set_camera(zoomed(session.scene()->camera.box, view, view.centre_x_px, view.centre_y_px, factor));
}

// One thing at a time, the one on top first.
void close_topmost(Session& session) {
    if (session.notice)
        session.notice.reset();
    else if (session.panels.help)
        session.panels.help = false;
    else if (session.has_question())
        session.cancel_question();
    else if (session.panels.get)
        session.panels.get = false;
    else if (session.panels.filter)
        session.panels.filter = false;
    else if (session.panels.report)
        session.panels.report = false;
    else if (session.tells_rejected)
        session.tells_rejected = false;
    else if (session.pick())
        session.let_go();
    else
        session.panels.layers = false;
}

}  // namespace

std::optional<Action> action_of(const KeyPressed& pressed) {
    const bool has_shift = (pressed.modifiers & GLFW_MOD_SHIFT) != 0;
    const bool has_control = (pressed.modifiers & GLFW_MOD_CONTROL) != 0;
    // The letter, not the key's place: Q stands elsewhere on a French keyboard.
    if (has_control) return pressed.letter == 'q' ? std::optional(Action::quit) : std::nullopt;
    switch (pressed.key) {
        case GLFW_KEY_LEFT:
            return has_shift ? Action::month_back : Action::day_back;
        case GLFW_KEY_RIGHT:
            return has_shift ? Action::month_forward : Action::day_forward;
        default:
            break;
    }
    // Holding one of these down must not do it again and again.
    if (pressed.is_repeat) return std::nullopt;
    switch (pressed.key) {
        case GLFW_KEY_SPACE:
            return Action::toggle_play;
        case GLFW_KEY_HOME:
            return Action::first_day;
        case GLFW_KEY_END:
            return Action::last_day;
        case GLFW_KEY_F12:
            return Action::save_picture;
        case GLFW_KEY_F1:
            return Action::toggle_help;
        case GLFW_KEY_ESCAPE:
            return Action::close_panels;
        default:
            return std::nullopt;
    }
}

std::optional<Action> action_of(const CharacterTyped& typed) {
    switch (typed.character) {
        case U'+':
        case U'=':
            return Action::zoom_in;
        case U'-':
        case U'\u2212':
            return Action::zoom_out;
        case U'0':
        case U'f':
        case U'F':
            return Action::fit;
        case U'l':
        case U'L':
            return Action::toggle_layers;
        case U't':
        case U'T':
            return Action::toggle_theme;
        case U'c':
        case U'C':
            return Action::toggle_colours;
        case U'v':
        case U'V':
            return Action::cycle_display;
        case U'g':
        case U'G':
            return Action::toggle_language;
        case U'h':
        case U'H':
        case U'?':
            return Action::toggle_help;
        case U'/':
            return Action::toggle_filter;
        case U'd':
        case U'D':
            return Action::toggle_get;
        case U'r':
        case U'R':
            return Action::toggle_report;
        default:
            return std::nullopt;
    }
}

KeyUse use_of(const KeyPressed& pressed, bool had_text, bool had_list, bool has_controls, bool has_focus) {
    const bool is_function_key = pressed.key >= GLFW_KEY_F1 && pressed.key <= GLFW_KEY_F25;
    const bool is_quit = action_of(pressed) == Action::quit;
    const bool is_enter = pressed.key == GLFW_KEY_ENTER || pressed.key == GLFW_KEY_KP_ENTER;
    if (is_function_key || is_quit) return KeyUse::shortcut;
    if (had_list) return is_enter ? KeyUse::press_control : KeyUse::control;
    if (pressed.key == GLFW_KEY_TAB && has_controls) return KeyUse::next_control;
    if (had_text) return KeyUse::control;
    if (!has_focus) return KeyUse::shortcut;
    if (is_enter) return KeyUse::press_control;
    switch (pressed.key) {
        case GLFW_KEY_SPACE:
        case GLFW_KEY_LEFT:
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_HOME:
        case GLFW_KEY_END:
            return KeyUse::control;
        default:
            return KeyUse::shortcut;
    }
}

std::span<const HelpLine> help_lines() {
    return lines;
}

void perform(Action action, Session& session, Requests& requests, const layout::FrameLayout& layout,
             double clock_s) {
    auto& playback = session.playback();
    switch (action) {
        case Action::toggle_play:
            return playback.toggle(clock_s);
        case Action::day_back:
            return playback.step_days(-1, clock_s);
        case Action::day_forward:
            return playback.step_days(1, clock_s);
        case Action::month_back:
            return playback.step_months(-1, clock_s);
        case Action::month_forward:
            return playback.step_months(1, clock_s);
        case Action::first_day:
            return playback.go_to_first_day();
        case Action::last_day:
            return playback.go_to_last_day();
        case Action::zoom_in:
            return zoom(session, layout, zoom_by_key);
        case Action::zoom_out:
            return zoom(session, layout, 1 / zoom_by_key);
        case Action::fit:
            return session.fit();
        case Action::toggle_layers:
            session.panels.layers = !session.panels.layers;
            return;
        case Action::toggle_theme:
            return session.toggle_theme();
        case Action::toggle_colours:
            return session.set_colour_by(session.scene()->colour_by == scene::ColourBy::type
                                             ? scene::ColourBy::actor
                                             : scene::ColourBy::type);
        case Action::cycle_display:
            return session.cycle_display();
        case Action::toggle_language:
            return session.toggle_language();
        case Action::save_picture:
            requests.save_picture = true;
            return;
        case Action::toggle_help:
            session.panels.help = !session.panels.help;
            return;
        case Action::toggle_report:
            session.panels.report = !session.panels.report;
            return;
        case Action::toggle_filter:
            session.panels.filter = !session.panels.filter;
            return;
        case Action::toggle_get:
            session.panels.get = !session.panels.get;
            return;
        case Action::close_panels:
            return close_topmost(session);
        case Action::quit:
            requests.quit = true;
            return;
    }
}

}  // namespace harmattan::app
