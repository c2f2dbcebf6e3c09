#include "render/line_groups.h"

#include <cmath>
#include <cstddef>
#include <map>

#include "features/simplify.h"

namespace harmattan::render {
namespace {

using features::FeatureTable;
using Paths = std::vector<const PlanarPath*>;
using Grouped = std::map<std::pair<LineClass, int>, Paths>;

constexpr std::array<double, 10> river_width_px{0.6, 3.0, 2.3, 1.9, 1.5, 1.2, 1.0, 0.8, 0.7, 0.6};

constexpr std::array<double, 10> road_width_px{0.5, 1.1, 0.9, 0.8, 0.7, 0.6, 0.6, 0.5, 0.5, 0.5};

int rank_of(const FeatureTable& table, std::size_t feature) {
    return std::clamp(static_cast<int>(table.number(feature, "rank").value_or(9)), 1, 9);
}

void group_rivers(const FeatureTable& table, const LayerGeometry& geometry, Grouped& out) {
    for (const auto& path : geometry.outer_lines) {
        const bool is_intermittent = table.number(path.feature, "intermittent").value_or(0) != 0;
        const auto line_class = is_intermittent ? LineClass::intermittent_river : LineClass::river;
        out[{line_class, rank_of(table, path.feature)}].push_back(&path);
    }
}

// Boundaries between regions of one country; those between countries are the country layer's.
void group_regions(const FeatureTable& table, const LayerGeometry& geometry, Grouped& out) {
    for (std::size_t i = 0; i < geometry.inner_lines.size(); ++i) {
        const auto& path = geometry.inner_lines[i];
        if (table.text(path.feature, "iso3") == table.text(geometry.inner_neighbours[i], "iso3"))
            out[{LineClass::region, 0}].push_back(&path);
    }
}

void group_outer(LineClass line_class, const LayerGeometry& geometry, Grouped& out) {
    for (const auto& path : geometry.outer_lines) out[{line_class, 0}].push_back(&path);
}

void group_inner(LineClass line_class, const LayerGeometry& geometry, Grouped& out) {
    for (const auto& path : geometry.inner_lines) out[{line_class, 0}].push_back(&path);
}

Grouped grouped(scene::Role role, const FeatureTable& table, const LayerGeometry& geometry) {
    Grouped out;
    switch (role) {
        case scene::Role::countries:
            group_outer(LineClass::water_line, geometry, out);
            group_outer(LineClass::coast, geometry, out);
            group_inner(LineClass::country, geometry, out);
            break;
        case scene::Role::regions:
            group_regions(table, geometry, out);
            break;
        case scene::Role::rivers:
            group_rivers(table, geometry, out);
            break;
        case scene::Role::roads:
            for (const auto& path : geometry.outer_lines)
                out[{LineClass::road, rank_of(table, path.feature)}].push_back(&path);
            break;
        case scene::Role::lakes:
            for (const auto& path : geometry.outer_lines) {
                const bool is_seasonal = table.text(path.feature, "kind") == "seasonal";
                out[{is_seasonal ? LineClass::seasonal_shore : LineClass::lake_shore, 0}].push_back(&path);
            }
            break;
        case scene::Role::disputed:
            for (const auto& path : geometry.outer_lines) {
                const bool is_undetermined = table.text(path.feature, "kind") == "undetermined";
                out[{is_undetermined ? LineClass::undetermined : LineClass::disputed, 0}].push_back(&path);
            }
            break;
        case scene::Role::overlay_lines:
            group_outer(LineClass::overlay_line, geometry, out);
            break;
        case scene::Role::overlay_areas:
            group_outer(LineClass::overlay_outline, geometry, out);
            group_inner(LineClass::overlay_outline, geometry, out);
            break;
        default:
            break;
    }
    return out;
}

}  // namespace

LineStyle line_style(LineClass line_class, int rank, const scene::Theme& theme, bool enlarged) {
    switch (line_class) {
        case LineClass::water_line:
            return {theme.water_lines[2], 8, {}};
        case LineClass::coast:
            return {theme.coast, 1.1, {}};
        case LineClass::country:
            return {theme.country, enlarged ? 2.0 : 1.5, {}};
        case LineClass::region:
            return enlarged ? LineStyle{theme.region, 1.1, {7, 3, 7, 3}}
                            : LineStyle{theme.region, 0.85, {4, 2.6F, 4, 2.6F}};
        case LineClass::disputed:
            return {theme.disputed, 1.5, {6, 4, 6, 4}};
        case LineClass::undetermined:
            return {theme.disputed, 1.4, {2, 3, 2, 3}};
        case LineClass::river:
        case LineClass::intermittent_river: {
            const double width = river_width_px.at(static_cast<std::size_t>(rank)) * (enlarged ? 1.5 : 1.0);
            if (line_class == LineClass::river) return {theme.river, width, {}};
            return {theme.river, width, {5, 2, 1, 2}};
        }
        case LineClass::road:
            return {theme.road, road_width_px.at(static_cast<std::size_t>(rank)) * (enlarged ? 1.5 : 1.0), {}};
        case LineClass::lake_shore:
            return {theme.lake_shore, 0.8, {}};
        case LineClass::seasonal_shore:
            return {theme.lake_shore, 0.8, {3, 3, 3, 3}};
        case LineClass::overlay_line:
            return {theme.title, 1.4, {}};
        case LineClass::overlay_outline:
            return {theme.muted, 1.2, {}};
    }
    return {};
}

int least_road_rank(double hundred_km_px) {
    constexpr std::array<double, 9> from_px{0, 14, 28, 55, 110, 220, 440, 900, 1800};
    const auto above = std::upper_bound(from_px.begin(), from_px.end(), hundred_km_px);
    return static_cast<int>(above - from_px.begin());
}

int detail_level(double metres_per_px) {
    return static_cast<int>(std::floor(std::log2(0.35 * metres_per_px)));
}

std::unique_ptr<gl::Mesh> make_line_mesh(const std::vector<const PlanarPath*>& paths, double tolerance_m) {
    LineMesh mesh;
    for (const PlanarPath* path : paths) {
        PlanarPath simple = *path;
        const auto kept = features::simplified(path->points, tolerance_m, path->is_closed);
        simple.points.clear();
        for (const auto i : kept) simple.points.push_back(path->points[i]);
        add_ribbon(simple, tolerance_m * 0.05, mesh);
    }
    using Kind = gl::Attribute::Kind;
    auto out = std::make_unique<gl::Mesh>(
        std::initializer_list<gl::Attribute>{{0, 4, Kind::floats, offsetof(LineVertex, x_high)},
                                             {1, 2, Kind::floats, offsetof(LineVertex, normal_x)},
                                             {2, 1, Kind::floats, offsetof(LineVertex, along_m)},
                                             {3, 1, Kind::floats, offsetof(LineVertex, side)},
                                             {4, 1, Kind::floats, offsetof(LineVertex, width)}},
        sizeof(LineVertex));
    out->upload(gl::bytes_of(mesh.vertices));
    out->upload_indices(mesh.indices);
    return out;
}

std::vector<LineGroup> make_line_groups(scene::Role role, const features::FeatureTable& table,
                                        const LayerGeometry& geometry, int level) {
    std::vector<LineGroup> out;
    for (const auto& [key, paths] : grouped(role, table, geometry)) {
        const auto [line_class, rank] = key;
        // The pale lines along the coast are wide: they need no detail.
        const double tolerance_m = std::ldexp(line_class == LineClass::water_line ? 8.0 : 1.0, level);
        out.push_back({line_class, rank, make_line_mesh(paths, tolerance_m)});
    }
    return out;
}

}  // namespace harmattan::render
