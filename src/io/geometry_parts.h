// From GDAL's geometries to paths of longitude and latitude.
#pragma once

#include <optional>
#include <vector>

#include "features/feature_table.h"

class OGRGeometry;

namespace harmattan::io {

struct GeometryPath {
    std::vector<geo::LonLat> vertices;  // a ring's last vertex repeats the first
    bool is_hole = false;
};

// The kind of a geometry's parts: in a collection, that of the highest dimension. No value for an empty one.
std::optional<features::GeometryKind> geometry_kind(const OGRGeometry& geometry);

struct GeometryPaths {
    std::vector<GeometryPath> paths;  // of the kind asked for, with enough vertices; a shell before its holes
    std::size_t other_kind = 0;       // parts of another kind that a collection held
    std::size_t degenerate = 0;       // lines of less than 2 vertices, rings of less than 3; holes of such rings
};

// Curves become line strings (GDAL's default of 4 degrees a step), heights and measures are dropped.
GeometryPaths geometry_paths(const OGRGeometry& geometry, features::GeometryKind kind);

}  // namespace harmattan::io
