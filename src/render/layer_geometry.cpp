#include "render/layer_geometry.h"

#include <cmath>

#include "features/boundary_arcs.h"
#include "geo/densify.h"

namespace harmattan::render {
namespace {

using features::FeatureTable;
using features::GeometryKind;
using features::Part;

constexpr double max_step_deg = 0.5;
// A step of half a degree spans at most 80 km; one drawn longer than this was torn by the projection's seam or
// stretched beyond use near its antipode.
constexpr double torn_step_m = 800e3;

// Points in the plane; empty when the part cannot be drawn whole.
std::vector<geo::PlanarPoint> projected(std::vector<geo::LonLat> path, bool is_closed,
                                        const geo::Projection& projection) {
    if (is_closed && !path.empty()) path.push_back(path.front());
    // A step of more than half the globe means the other way round: across the antimeridian, where a seam may lie.
    for (std::size_t i = 1; i < path.size(); ++i)
        if (std::abs(path[i].lon_deg - path[i - 1].lon_deg) > 180) return {};
    const auto dense = geo::densified(path, max_step_deg);
    std::vector<double> lon, lat;
    lon.reserve(dense.size());
    lat.reserve(dense.size());
    for (const auto& p : dense) {
        lon.push_back(p.lon_deg);
        lat.push_back(p.lat_deg);
    }
    std::vector<geo::PlanarPoint> points(dense.size());
    projection.forward(lon, lat, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool is_torn = i > 0 && std::hypot(points[i].x_m - points[i - 1].x_m,
                                                 points[i].y_m - points[i - 1].y_m) > torn_step_m;
        if (!std::isfinite(points[i].x_m) || !std::isfinite(points[i].y_m) || is_torn) return {};
    }
    if (is_closed && points.size() > 1) points.pop_back();
    return points;
}

std::vector<geo::LonLat> path_of(const FeatureTable& table, const Part& part) {
    const auto begin = table.vertices().begin() + part.first_vertex;
    return {begin, begin + part.vertex_count};
}

bool meets(const FeatureTable& table, const Part& part, const Region& region) {
    if (region.is_whole) return true;
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
        const auto& p = table.vertices()[part.first_vertex + i];
        west = std::min(west, p.lon_deg);
        east = std::max(east, p.lon_deg);
        south = std::min(south, p.lat_deg);
        north = std::max(north, p.lat_deg);
    }
    const auto& e = region.extent;
    return west <= e.east_deg && east >= e.west_deg && south <= e.north_deg && north >= e.south_deg;
}

// The table without the polygons and lines that do not meet the region; features keep their numbers.
FeatureTable cut_to(const FeatureTable& table, const Region& region) {
    features::FeatureTableBuilder builder(table.kind(), {});
    std::size_t part_index = 0;
    const auto& parts = table.parts();
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        builder.add_feature({});
        bool keeps_shell = false;
        for (; part_index < parts.size() && parts[part_index].feature == feature; ++part_index) {
            const Part& part = parts[part_index];
            if (!part.is_hole) keeps_shell = meets(table, part, region);
            if (keeps_shell) builder.add_part(path_of(table, part), part.is_hole);
        }
    }
    return std::move(builder).build();
}

void add_fills(const FeatureTable& table, const geo::Projection& projection, LayerGeometry& out) {
    const auto& parts = table.parts();
    for (std::size_t i = 0; i < parts.size();) {
        const std::uint32_t feature = parts[i].feature;
        FeatureFill fill{feature, static_cast<std::uint32_t>(out.mesh.indices.size()), 0};
        while (i < parts.size() && parts[i].feature == feature) {
            std::vector<std::vector<geo::PlanarPoint>> rings;
            do {
                auto ring = projected(path_of(table, parts[i]), true, projection);
                if (!ring.empty()) rings.push_back(std::move(ring));
                ++i;
            } while (i < parts.size() && parts[i].feature == feature && parts[i].is_hole);
            if (!rings.empty()) features::triangulate(rings, out.mesh);
        }
        fill.index_count = static_cast<std::uint32_t>(out.mesh.indices.size()) - fill.first_index;
        if (fill.index_count > 0) out.fills.push_back(fill);
    }
}

void add_arcs(const FeatureTable& table, const geo::Projection& projection, LayerGeometry& out) {
    for (auto& arc : features::boundary_arcs(table)) {
        // An edge between two parts of one feature bounds nothing.
        if (arc.neighbour == arc.feature) continue;
        PlanarPath path;
        path.points = projected(std::move(arc.path), arc.is_closed, projection);
        path.is_closed = arc.is_closed;
        path.feature = arc.feature;
        if (path.points.empty()) continue;
        if (arc.neighbour == features::Arc::outside) {
            out.outer_lines.push_back(std::move(path));
        } else {
            out.inner_lines.push_back(std::move(path));
            out.inner_neighbours.push_back(arc.neighbour);
        }
    }
}

void add_lines(const FeatureTable& table, const geo::Projection& projection, LayerGeometry& out) {
    for (const Part& part : table.parts()) {
        PlanarPath path;
        path.points = projected(path_of(table, part), false, projection);
        path.feature = part.feature;
        if (!path.points.empty()) out.outer_lines.push_back(std::move(path));
    }
}

}  // namespace

bool Region::holds(const Region& other) const {
    if (is_whole) return true;
    return !other.is_whole && extent.west_deg <= other.extent.west_deg &&
           extent.east_deg >= other.extent.east_deg && extent.south_deg <= other.extent.south_deg &&
           extent.north_deg >= other.extent.north_deg;
}

Region region_of(const geo::PlanarBox& box, const geo::Projection& projection) {
    constexpr int steps = 16;
    Region region;
    region.extent = {1e9, 1e9, -1e9, -1e9};
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j) {
            const auto p = projection.inverse(
                {box.min_x_m + box.width_m() * i / steps, box.min_y_m + box.height_m() * j / steps});
            if (!std::isfinite(p.lon_deg) || !std::isfinite(p.lat_deg)) return {};
            region.extent.west_deg = std::min(region.extent.west_deg, p.lon_deg);
            region.extent.east_deg = std::max(region.extent.east_deg, p.lon_deg);
            region.extent.south_deg = std::min(region.extent.south_deg, p.lat_deg);
            region.extent.north_deg = std::max(region.extent.north_deg, p.lat_deg);
        }
    }
    // Near a pole or across the antimeridian a box of longitudes says nothing.
    const bool is_plain = region.extent.east_deg - region.extent.west_deg < 170 && region.extent.north_deg < 80 &&
                          region.extent.south_deg > -80;
    if (!is_plain) return {};
    region.extent.west_deg -= 1;
    region.extent.east_deg += 1;
    region.extent.south_deg -= 1;
    region.extent.north_deg += 1;
    region.is_whole = false;
    return region;
}

LayerGeometry make_layer_geometry(const scene::FeatureLayer& layer, const geo::Projection& projection,
                                  const Region& region) {
    LayerGeometry out;
    const FeatureTable table = cut_to(*layer.table, region);
    if (table.kind() == GeometryKind::polygon) {
        if (layer.role != scene::Role::regions) add_fills(table, projection, out);
        add_arcs(table, projection, out);
    } else if (table.kind() == GeometryKind::line) {
        add_lines(table, projection, out);
    }
    return out;
}

}  // namespace harmattan::render
