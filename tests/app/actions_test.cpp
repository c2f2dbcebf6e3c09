#include "app/actions.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "support/catch.h"

using namespace harmattan;
using app::Action;
using app::action_of;
using app::CharacterTyped;
using app::KeyPressed;

TEST_CASE("arrows step by days, with Shift by months, and go on while held") {
    CHECK(action_of(KeyPressed{GLFW_KEY_RIGHT, 0, 0, true}) == Action::day_forward);
    CHECK(action_of(KeyPressed{GLFW_KEY_LEFT, GLFW_MOD_SHIFT, 0, false}) == Action::month_back);
}

TEST_CASE("a key that is held plays or saves once") {
    CHECK(action_of(KeyPressed{GLFW_KEY_SPACE, 0, 0, false}) == Action::toggle_play);
    CHECK_FALSE(action_of(KeyPressed{GLFW_KEY_SPACE, 0, 0, true}));
    CHECK_FALSE(action_of(KeyPressed{GLFW_KEY_F12, 0, 0, true}));
}

TEST_CASE("Ctrl with Q quits by the letter, wherever it stands on the keyboard") {
    CHECK(action_of(KeyPressed{GLFW_KEY_A, GLFW_MOD_CONTROL, 'q', false}) == Action::quit);  // French keyboards
    CHECK_FALSE(action_of(KeyPressed{GLFW_KEY_Q, GLFW_MOD_CONTROL, 'a', false}));
}

TEST_CASE("signs are taken as typed") {
    CHECK(action_of(CharacterTyped{U'?'}) == Action::toggle_help);
    CHECK(action_of(CharacterTyped{U'+'}) == Action::zoom_in);
    CHECK(action_of(CharacterTyped{U'F'}) == Action::fit);
    CHECK_FALSE(action_of(CharacterTyped{U'x'}));
}

TEST_CASE("Escape closes the panel on top, one at a time") {
    app::Session session(story::open({}, {}));
    app::Requests requests;
    session.panels.layers = session.panels.help = true;
    app::perform(Action::close_panels, session, requests, {}, 0);
    CHECK_FALSE(session.panels.help);
    CHECK(session.panels.layers);
    app::perform(Action::close_panels, session, requests, {}, 0);
    CHECK_FALSE(session.panels.layers);
    CHECK_FALSE(requests.quit);
}

TEST_CASE("a panel's controls take the keys that they need, and the map the others") {
    using app::KeyUse;
    const auto use = [](int key, bool had_text, bool had_list, bool has_controls, bool has_focus) {
        return app::use_of(KeyPressed{key, 0, 0, false}, had_text, had_list, has_controls, has_focus);
    };
    CHECK(use(GLFW_KEY_SPACE, false, false, false, false) == KeyUse::shortcut);
    CHECK(use(GLFW_KEY_SPACE, false, false, true, false) == KeyUse::shortcut);
    CHECK(use(GLFW_KEY_SPACE, false, false, true, true) == KeyUse::control);
    CHECK(use(GLFW_KEY_LEFT, true, false, true, true) == KeyUse::control);
    CHECK(use(GLFW_KEY_ENTER, false, false, true, true) == KeyUse::press_control);
    CHECK(use(GLFW_KEY_ENTER, true, false, true, true) == KeyUse::control);
    CHECK(use(GLFW_KEY_TAB, true, false, true, true) == KeyUse::next_control);
    CHECK(use(GLFW_KEY_TAB, false, false, false, false) == KeyUse::shortcut);
    CHECK(use(GLFW_KEY_ESCAPE, false, true, true, true) == KeyUse::control);
    CHECK(use(GLFW_KEY_DOWN, false, true, true, false) == KeyUse::control);
    CHECK(use(GLFW_KEY_ENTER, false, true, true, false) == KeyUse::press_control);
    CHECK(use(GLFW_KEY_ESCAPE, false, false, true, true) == KeyUse::shortcut);
    CHECK(use(GLFW_KEY_F12, true, false, true, true) == KeyUse::shortcut);
}

TEST_CASE("every line of the help has words") {
    for (const auto& line : app::help_lines()) {
        for (const auto language : {base::Language::en, base::Language::fr}) {
            CHECK(base::message(language, line.keys) != line.keys);
            CHECK(base::message(language, line.meaning) != line.meaning);
        }
    }
}
