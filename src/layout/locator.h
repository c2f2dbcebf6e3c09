// A small map that says where the large one lies. Internal to layout.
#pragma once

#include "layout/pen.h"

namespace harmattan::layout {

// True when the countries reach far enough beyond the camera's box for a sketch to say something.
bool can_draw_locator(const scene::Scene& scene);

void draw_locator(const Pen& pen, const RectPx& place, DisplayList& list);

}  // namespace harmattan::layout
