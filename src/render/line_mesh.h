// Lines as ribbons of triangles that the vertex shader widens (shaders/line.vert). No OpenGL here.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/extent.h"

namespace harmattan::render {

// A line in the plane, with the share of the style's width at its start and end.
struct PlanarPath {
    std::vector<geo::PlanarPoint> points;
    bool is_closed = false;  // without repeating the first point
    std::uint32_t feature = 0;
    float width_start = 1, width_end = 1;
};

struct LineVertex {
    float x_high = 0, y_high = 0, x_low = 0, y_low = 0;
    float normal_x = 0, normal_y = 0;
    float along_m = 0;
    float side = 0;  // -1 or 1 at the edges, 0 on the line
    float width = 1;
};

struct LineMesh {
    std::vector<LineVertex> vertices;
    std::vector<std::uint32_t> indices;
};

// Appends a path's ribbon: mitred where it bends gently (the ribbon stays one piece), with a fan of triangles
// round the outer corner where it bends by more than 40 degrees, butt ends. Points closer than `least_step_m` to
// the one before are dropped, for they have no direction.
void add_ribbon(const PlanarPath& path, double least_step_m, LineMesh& mesh);

}  // namespace harmattan::render
