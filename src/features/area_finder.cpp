#include "features/area_finder.h"

#include <algorithm>
#include <cmath>

namespace harmattan::features {
namespace {

constexpr std::size_t bands_per_degree = 8, band_count = 180 * bands_per_degree;

}  // namespace

AreaFinder::AreaFinder(const FeatureTable& polygons) : bands_(band_count) {
    const auto& vertices = polygons.vertices();
    for (const Part& part : polygons.parts())
        for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
            const geo::LonLat a = vertices[part.first_vertex + i],
                              b = vertices[part.first_vertex + (i + 1) % part.vertex_count];
            add_edge({a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg, part.feature});
        }
}

std::size_t AreaFinder::band_of(double lat_deg) {
    const double band = std::floor((lat_deg + 90) * bands_per_degree);
    return static_cast<std::size_t>(std::clamp(band, 0.0, static_cast<double>(band_count - 1)));
}

void AreaFinder::add_edge(const Edge& edge) {
    if (edge.y0 == edge.y1 || !std::isfinite(edge.y0 + edge.y1)) return;
    const std::size_t last = band_of(std::max(edge.y0, edge.y1));
    for (std::size_t band = band_of(std::min(edge.y0, edge.y1)); band <= last; ++band)
        bands_[band].push_back(edge);
}

std::optional<std::uint32_t> AreaFinder::feature_at(geo::LonLat place) const {
    if (!std::isfinite(place.lon_deg) || !std::isfinite(place.lat_deg)) return std::nullopt;
    // A band's edges stand in the order of their features.
    const auto& edges = bands_[band_of(place.lat_deg)];
    for (std::size_t i = 0; i < edges.size();) {
        const std::uint32_t feature = edges[i].feature;
        bool is_inside = false;
        for (; i < edges.size() && edges[i].feature == feature; ++i) {
            const Edge& e = edges[i];
            if ((e.y0 > place.lat_deg) == (e.y1 > place.lat_deg)) continue;
            // Always from the lower end, so that two polygons see their common edge in the same place.
            const bool is_upward = e.y0 < e.y1;
            const double x0 = is_upward ? e.x0 : e.x1, y0 = is_upward ? e.y0 : e.y1;
            const double x1 = is_upward ? e.x1 : e.x0, y1 = is_upward ? e.y1 : e.y0;
            const double x = x0 + (place.lat_deg - y0) / (y1 - y0) * (x1 - x0);
            is_inside ^= x <= place.lon_deg;
        }
        if (is_inside) return feature;
    }
    return std::nullopt;
}

}  // namespace harmattan::features
