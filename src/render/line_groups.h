// Lines of a layer by how they are drawn, and the widths and dashes of each (design pixels at 1080 lines).
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "render/gl/mesh.h"
#include "render/layer_geometry.h"
#include "scene/theme.h"

namespace harmattan::render {

enum class LineClass {
    water_line,
    coast,
    country,
    region,
    disputed,
    undetermined,
    river,
    intermittent_river,
    road,
    lake_shore,
    seasonal_shore,
    overlay_line,
    overlay_outline
};

struct LineStyle {
    base::Colour colour;
    double width_px = 1;
    std::array<float, 4> dash_px{0, 0, 0, 0};  // on, off, on, off; 0 = solid
};

struct LineGroup {
    LineClass line_class;
    int rank = 0;  // of a river or road: 1 the greatest, larger for lesser ones
    std::unique_ptr<gl::Mesh> mesh;
};

// Width and dash of a class; `enlarged` when zoomed in (100 km are longer than 150 design pixels).
LineStyle line_style(LineClass line_class, int rank, const scene::Theme& theme, bool enlarged);

// The least of the roads (rank 1 to 9) that are drawn where 100 km take so many design pixels.
int least_road_rank(double hundred_km_px);

// A level of detail: lines keep within 2^level metres of the truth, which is less than 0.35 px in this view.
int detail_level(double metres_per_px);

// The ribbons of a layer for a level of detail.
std::vector<LineGroup> make_line_groups(scene::Role role, const features::FeatureTable& table,
                                        const LayerGeometry& geometry, int level);

// One mesh from paths, simplified to `tolerance_m`.
std::unique_ptr<gl::Mesh> make_line_mesh(const std::vector<const PlanarPath*>& paths, double tolerance_m);

}  // namespace harmattan::render
