// Boundaries of neighbouring polygons as lines that are drawn once.
#pragma once

#include <cstdint>
#include <vector>

#include "features/feature_table.h"

namespace harmattan::features {

// A line between the same one or two features from end to end. A vertex where three or more edges meet ends it.
struct Arc {
    static constexpr std::uint32_t outside = 0xffffffff;
    std::uint32_t feature = 0;          // the smaller index
    std::uint32_t neighbour = outside;  // `outside` on a coast: the edge belongs to one feature alone
    bool is_closed = false;             // a ring: the first vertex is not repeated
    std::vector<geo::LonLat> path;
};

// Every edge of the polygons exactly once, chained into the longest possible lines. Edges are equal when their
// end points are equal bit for bit. An edge between two parts of one feature has that feature on both sides
// (neighbour == feature): no border. Where three or more overlap, the two smallest indices stand. The arcs' order
// and direction are those in which the rings first meet them.
std::vector<Arc> boundary_arcs(const FeatureTable& polygons);

}  // namespace harmattan::features
