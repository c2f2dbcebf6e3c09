// Scale bar and graticule labels: furniture that depends on the map's view. Internal to layout, but for
// graticule_of.
#pragma once

#include "layout/ground.h"
#include "layout/pen.h"

namespace harmattan::layout {

// Which meridians and parallels a view shows, 4 to 9 across the shorter side; nothing where the view holds a pole
// or the antimeridian.
struct GraticulePlan {
    geo::Extent extent;
    double step_deg = 10;
};
std::optional<GraticulePlan> graticule_of(const MapView& view, const geo::Projection& projection);

struct GraticuleLabel {
    std::string text;
    PointPx base_line;  // left end
    RectPx box;
};

// Longitudes along the upper edge of `window`, latitudes along its right edge.
std::vector<GraticuleLabel> graticule_labels(const Pen& pen, const MapView& view, const RectPx& window);

// The bar with its labels, true at the map's centre; at most a fifth of `map_width_px` wide.
Block scale_bar_block(const Pen& pen, const MapView& view, PointPx centre, float map_width_px);

}  // namespace harmattan::layout
