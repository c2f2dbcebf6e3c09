// How large things in the plane are on the ground.
#pragma once

#include "geo/projection.h"

namespace harmattan::geo {

// Ground area for one unit of area of the plane at `point`: from the Jacobian of the inverse projection, by
// differences over 1 km, and the radii of curvature of WGS 84. 1 where areas are true; NaN where the projection
// has no inverse.
double ground_area_per_area(const Projection& projection, PlanarPoint point);

// Whether areas are true to one in a thousand at the box's corners, sides and middle (those that lie on the
// globe).
bool is_equal_area(const Projection& projection, const PlanarBox& box);

}  // namespace harmattan::geo
