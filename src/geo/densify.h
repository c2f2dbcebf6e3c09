// Points along straight boundaries, so that a parallel drawn in a conic or azimuthal projection curves.
#pragma once

#include <vector>

#include "geo/extent.h"

namespace harmattan::geo {

// The path with points added so that no step is longer than `max_step_deg` (in degrees of longitude or latitude,
// along the straight line in longitude and latitude, which is how boundary treaties and GIS files mean it). The
// points between two vertices are the same whichever way the path runs, so neighbours stay watertight. A ring's
// closing edge is densified only when the path repeats its first vertex. `max_step_deg` is above 0.
std::vector<LonLat> densified(const std::vector<LonLat>& path, double max_step_deg);

}  // namespace harmattan::geo
