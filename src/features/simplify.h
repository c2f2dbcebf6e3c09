// Fewer vertices for a smaller scale.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/extent.h"

namespace harmattan::features {

// Indices of the vertices to keep so that no dropped vertex lies farther than `tolerance_m` from the line that
// remains (Douglas & Peucker 1973; distance to the segment, not to its infinite line). First and last stay; a
// closed ring, whose first vertex is not repeated, keeps its first vertex and at least three.
std::vector<std::uint32_t> simplified(const std::vector<geo::PlanarPoint>& path, double tolerance_m,
                                      bool is_closed);

}  // namespace harmattan::features
