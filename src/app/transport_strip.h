// The strip at the window's foot: play and steps, date, speed, window, and the buttons for everything else.
#pragma once

#include "app/panel_context.h"

namespace harmattan::app {

inline constexpr float strip_height_px = 44;  // design pixels

void draw_transport_strip(const PanelContext& context);

}  // namespace harmattan::app
