// Points of the user's own layers as small squares, so that none is taken for an event.
#pragma once

#include "layout/display_list.h"
#include "scene/scene.h"

namespace harmattan::render {

layout::DisplayList overlay_points(const scene::Scene& scene, const layout::MapView& view, float unit);

}  // namespace harmattan::render
