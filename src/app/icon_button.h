// Flat buttons with a drawn sign: the font has none for them.
#pragma once

#include <string>

#include "app/panel_context.h"

namespace harmattan::app {

enum class Icon { play, pause, day_back, day_forward, first, last, close };

// True when it was pressed. `hint` is shown while the pointer rests on it.
bool icon_button(const PanelContext& context, const char* id, Icon icon, const std::string& hint);

// A flat button with words.
bool text_button(const PanelContext& context, const char* id, const std::string& label, const std::string& hint,
                 bool is_on = false);
float text_button_width(const std::string& label);

// The sign that says that a list opens here, at the right of the control just drawn.
void draw_chevron(const PanelContext& context);

}  // namespace harmattan::app
