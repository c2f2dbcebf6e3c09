// How the panels look: the map's own paper and ink.
#pragma once

#include <imgui.h>

#include "base/colour.h"
#include "scene/theme.h"

namespace harmattan::app {

ImU32 packed(base::Colour colour);

// Colours of the theme and sizes for a display scale (1 = 96 dots an inch) into the current ImGui style.
void set_style(scene::ThemeName theme, float scale);

}  // namespace harmattan::app
