#include "story/scene_extent.h"

#include "base/error.h"

namespace harmattan::story {
namespace {

// A little wider, so that a disc on the outermost event is not cut by the frame.
geo::Extent with_margin(const geo::Extent& extent) {
    constexpr double share = 0.03;
    const double lon = extent.width_deg() * share, lat = extent.height_deg() * share;
    return {std::max(extent.west_deg - lon, -180.0), std::max(extent.south_deg - lat, -90.0),
            std::min(extent.east_deg + lon, 180.0), std::min(extent.north_deg + lat, 90.0)};
}

bool has_events(const scene::Scene& scene) {
    return std::any_of(scene.event_layers.begin(), scene.event_layers.end(),
                       [](const scene::EventLayer& layer) { return layer.table->size() > 0; });
}

// Of all sources together.
geo::Extent of_events(const scene::Scene& scene) {
    if (scene.event_layers.size() == 1) {
        const auto& table = *scene.event_layers.front().table;
        return with_margin(geo::extent_of(table.lon_deg(), table.lat_deg()));
    }
    std::vector<double> lon_deg, lat_deg;
    for (const scene::EventLayer& layer : scene.event_layers) {
        lon_deg.insert(lon_deg.end(), layer.table->lon_deg().begin(), layer.table->lon_deg().end());
        lat_deg.insert(lat_deg.end(), layer.table->lat_deg().begin(), layer.table->lat_deg().end());
    }
    return with_margin(geo::extent_of(lon_deg, lat_deg));
}

bool is_overlay(scene::Role role) {
    return role == scene::Role::overlay_lines || role == scene::Role::overlay_areas ||
           role == scene::Role::overlay_points;
}

// Of all layers that `counts` accepts; none when they hold no vertex.
template <typename Counts>
std::optional<geo::Extent> of_layers(const scene::Scene& scene, Counts counts) {
    std::vector<double> lon_deg, lat_deg;
    for (const scene::FeatureLayer& layer : scene.layers) {
        if (!counts(layer.role)) continue;
        for (const geo::LonLat& vertex : layer.table->vertices()) {
            lon_deg.push_back(vertex.lon_deg);
            lat_deg.push_back(vertex.lat_deg);
        }
    }
    if (lon_deg.empty()) return std::nullopt;
    return with_margin(geo::extent_of(lon_deg, lat_deg));
}

bool overlap(const geo::Extent& a, const geo::Extent& b) {
    if (a.crosses_antimeridian() || b.crosses_antimeridian()) return true;
    return a.west_deg < b.east_deg && b.west_deg < a.east_deg && a.south_deg < b.north_deg &&
           b.south_deg < a.north_deg;
}

}  // namespace

geo::Extent extent_for(const scene::Scene& scene, bool has_own_events,
                       const std::optional<geo::Extent>& of_story) {
    if (has_own_events && has_events(scene)) return of_events(scene);
    const auto overlays = of_layers(scene, is_overlay);
    if (of_story && overlays && !overlap(*of_story, *overlays)) return *overlays;
    if (of_story) return *of_story;
    if (has_events(scene)) return of_events(scene);
    if (const auto all = of_layers(scene, [](scene::Role) { return true; })) return *all;
    throw base::Error("story.nothing_to_show");
}

}  // namespace harmattan::story
