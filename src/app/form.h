// What panels that ask for something are made of.
#pragma once

#include <string>

#include "app/panel_context.h"

namespace harmattan::app {

// A button that looks like one. True when it was pressed; never while it is not enabled.
bool form_button(const PanelContext& context, const std::string& label, bool is_enabled = true);

// A line of text, with `hint` while it is empty. True when Enter was pressed in it.
bool text_input(const char* id, std::string& text, const std::string& hint, std::size_t longest = 4096);

// Enter was pressed in the window that is being drawn, and in no list or line of text.
bool enter_pressed();

}  // namespace harmattan::app
