// Open symbols of what gives the violence its context: outlines in ink on the land's colour, so that no one takes
// them for events of violence. Internal to layout.
#pragma once

#include "layout/display_list.h"
#include "scene/context_kind.h"
#include "scene/theme.h"

namespace harmattan::layout {

inline constexpr float context_glyph_design_px = 18;

// `side` px wide and high round `centre`.
void add_context_glyph(DisplayList& list, scene::ContextKind kind, PointPx centre, float side,
                       const scene::Theme& theme);

}  // namespace harmattan::layout
