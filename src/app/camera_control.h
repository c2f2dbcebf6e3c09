// Pan and zoom: from a camera's box to the next one. Pure.
#pragma once

#include "geo/extent.h"
#include "layout/map_view.h"

namespace harmattan::app {

// The longer side of a camera's box: from 1 km to the whole globe (the Earth's circumference).
inline constexpr double least_side_m = 1e3, greatest_side_m = 40'075'017;
// No plane reaches farther from its centre than half the circumference: a camera cannot get lost beyond.
inline constexpr double farthest_centre_m = greatest_side_m / 2;

// The box after the map was moved by (dx, dy) pixels under `view`, which shows `box`.
geo::PlanarBox panned(const geo::PlanarBox& box, const layout::MapView& view, double dx_px, double dy_px);

// The box after zooming by `factor` (2: twice as near) around a pixel: the point of the plane that lies under it
// stays there. The factor is cut where a limit is reached.
geo::PlanarBox zoomed(const geo::PlanarBox& box, const layout::MapView& view, double x_px, double y_px,
                      double factor);

}  // namespace harmattan::app
