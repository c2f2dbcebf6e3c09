// Meridians and parallels.
#pragma once

#include <vector>

#include "geo/extent.h"

namespace harmattan::geo {

struct GraticuleLine {
    bool is_meridian = true;
    double degree = 0;  // its longitude or latitude
    std::vector<LonLat> path;
};

// 1, 2, 5, 10, 15 or 30 degrees (or 0.5, 0.2, 0.1 ... when small): the step that gives about 4 to 9 lines.
double graticule_step_deg(double span_deg);

// All lines of multiples of `step_deg` that meet the extent, meridians first, each with a point every half degree
// or finer; the poles, being points, are left out. Longitudes stay in -180 to 180: a parallel of an extent across
// the antimeridian jumps from one to the other.
std::vector<GraticuleLine> graticule(const Extent& extent, double step_deg);

}  // namespace harmattan::geo
