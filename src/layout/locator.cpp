#include "layout/locator.h"

namespace harmattan::layout {

bool can_draw_locator(const scene::Scene&) { return false; }

void draw_locator(const Pen&, const FrameLayout&, const RectPx&, DisplayList&) {}

}  // namespace harmattan::layout
