// Filled polygons as triangles.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/extent.h"

namespace harmattan::features {

struct TriangleMesh {
    std::vector<geo::PlanarPoint> vertices;
    std::vector<std::uint32_t> indices;  // three a triangle
};

// Adds the triangles of one polygon to `mesh`: rings of planar points, closed without repeating the first vertex,
// in any winding; what lies inside an odd number of rings is filled, so holes need no mark and self-crossing
// rings are harmless; vertices that are not finite are left out. Indices count from the mesh's first vertex.
// Throws Error "triangulate.failed" and leaves `mesh` as it was. Method: sweep-line tessellation of the GLU
// library; real maps take about 0.5 ms for 1,000 vertices, but a ring of thousands of spikes takes time that grows
// with its square.
void triangulate(const std::vector<std::vector<geo::PlanarPoint>>& rings, TriangleMesh& mesh);

// Sum of the triangles' areas in square metres.
double area_m2(const TriangleMesh& mesh);

}  // namespace harmattan::features
