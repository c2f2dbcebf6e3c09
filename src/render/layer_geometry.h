// A feature layer in the plane: what the base map pass draws, made once for a projection and a region. No OpenGL
// here.
#pragma once

#include <memory>
#include <vector>

#include "features/feature_table.h"
#include "features/triangulate.h"
#include "geo/projection.h"
#include "render/line_mesh.h"
#include "scene/scene.h"

namespace harmattan::render {

// Triangles of one feature inside the layer's mesh.
struct FeatureFill {
    std::uint32_t feature = 0;
    std::uint32_t first_index = 0;
    std::uint32_t index_count = 0;
};

struct LayerGeometry {
    features::TriangleMesh mesh;
    std::vector<FeatureFill> fills;               // by feature
    std::vector<PlanarPath> outer_lines;          // coast, shores, outlines, or the lines of a line layer
    std::vector<PlanarPath> inner_lines;          // boundaries between two features
    std::vector<std::uint32_t> inner_neighbours;  // the second feature of each inner line
};

// The part of the globe for which geometry is made: what lies wholly outside is left out, which changes no pixel
// inside.
struct Region {
    geo::Extent extent;
    bool is_whole = true;

    bool holds(const Region& other) const;
};

// The region that a planar box shows, found by a grid of points; whole when part of the box lies outside the
// globe.
Region region_of(const geo::PlanarBox& box, const geo::Projection& projection);

// Projects, densifies and triangulates one layer. Parts that a seam of the projection tears apart are left out.
LayerGeometry make_layer_geometry(const scene::FeatureLayer& layer, const geo::Projection& projection,
                                  const Region& region);

}  // namespace harmattan::render
