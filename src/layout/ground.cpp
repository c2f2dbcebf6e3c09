#include "layout/ground.h"

#include <algorithm>
#include <cmath>

namespace harmattan::layout {
namespace {

constexpr std::size_t band_count = 256;

}  // namespace

geo::LonLat Ground::place_of(PointPx point) const {
    return projection_.inverse(view_.to_planar(static_cast<double>(point.x), static_cast<double>(point.y)));
}

Ground::Ground(const scene::Scene& scene, const MapView& view)
    : scene_(scene), view_(view), projection_(*scene.projection) {
    const auto* layer = scene::layer_of(scene, scene::Role::countries);
    if (layer == nullptr || !layer->visible || !layer->table) return;
    find_extent();
    bands_.resize(band_count);
    const auto& vertices = layer->table->vertices();
    for (const auto& part : layer->table->parts()) {
        if (!may_hold_view(vertices, part)) continue;
        for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
            const auto& a = vertices[part.first_vertex + i];
            const auto& b = vertices[part.first_vertex + (i + 1) % part.vertex_count];
            add_edge({a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg, part.feature});
        }
    }
}

void Ground::find_extent() {
    constexpr int steps = 12;
    geo::Extent box{1e9, 1e9, -1e9, -1e9};
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const auto p = place_of({static_cast<float>(view_.size.width) * static_cast<float>(i) / steps,
                                     static_cast<float>(view_.size.height) * static_cast<float>(j) / steps});
            if (!std::isfinite(p.lon_deg) || !std::isfinite(p.lat_deg)) return;  // the whole world may be seen
            box = {std::min(box.west_deg, p.lon_deg), std::min(box.south_deg, p.lat_deg),
                   std::max(box.east_deg, p.lon_deg), std::max(box.north_deg, p.lat_deg)};
        }
    // The grid may miss the extreme by a little. Near a pole or across the antimeridian a box says nothing.
    const double slack_x = (box.east_deg - box.west_deg) / steps,
                 slack_y = (box.north_deg - box.south_deg) / steps;
    if (box.east_deg - box.west_deg > 170 || box.north_deg > 80 || box.south_deg < -80) return;
    extent_ = {box.west_deg - slack_x, box.south_deg - slack_y, box.east_deg + slack_x, box.north_deg + slack_y};
}

bool Ground::may_hold_view(const std::vector<geo::LonLat>& vertices, const features::Part& ring) const {
    geo::Extent box{1e9, 1e9, -1e9, -1e9};
    for (std::uint32_t i = 0; i < ring.vertex_count; ++i) {
        const auto& v = vertices[ring.first_vertex + i];
        box = {std::min(box.west_deg, v.lon_deg), std::min(box.south_deg, v.lat_deg),
               std::max(box.east_deg, v.lon_deg), std::max(box.north_deg, v.lat_deg)};
    }
    return box.west_deg <= extent_.east_deg && box.east_deg >= extent_.west_deg &&
           box.south_deg <= extent_.north_deg && box.north_deg >= extent_.south_deg;
}

std::size_t Ground::band_of(double lat_deg) const {
    const double share = (lat_deg - extent_.south_deg) / std::max(1e-12, extent_.north_deg - extent_.south_deg);
    return static_cast<std::size_t>(std::clamp(share * band_count, 0.0, static_cast<double>(band_count - 1)));
}

void Ground::add_edge(const Edge& edge) {
    const double low = std::min(edge.y0, edge.y1), high = std::max(edge.y0, edge.y1);
    if (low == high || high < extent_.south_deg || low > extent_.north_deg) return;
    for (std::size_t band = band_of(low); band <= band_of(high); ++band) bands_[band].push_back(edge);
}

std::optional<std::uint32_t> Ground::country_at(PointPx point) const {
    if (bands_.empty()) return std::nullopt;
    const auto place = place_of(point);
    if (!std::isfinite(place.lon_deg) || !std::isfinite(place.lat_deg)) return std::nullopt;
    if (place.lat_deg < extent_.south_deg || place.lat_deg > extent_.north_deg) return std::nullopt;
    // A ray to the west crosses a country's rings an odd number of times when it starts inside.
    std::vector<std::uint32_t> odd;
    for (const Edge& e : bands_[band_of(place.lat_deg)]) {
        if ((e.y0 > place.lat_deg) == (e.y1 > place.lat_deg)) continue;
        const double x = e.x0 + (place.lat_deg - e.y0) / (e.y1 - e.y0) * (e.x1 - e.x0);
        if (x > place.lon_deg) continue;
        const auto found = std::find(odd.begin(), odd.end(), e.feature);
        if (found == odd.end())
            odd.push_back(e.feature);
        else
            odd.erase(found);
    }
    if (odd.empty()) return std::nullopt;
    return odd.front();
}

GroundKind Ground::kind_at(PointPx point) const {
    const auto country = country_at(point);
    if (!country) return GroundKind::sea;
    const auto& focus = scene_.focus_iso3;
    const auto iso3 = scene::layer_of(scene_, scene::Role::countries)->table->text(*country, "iso3");
    const bool is_focus = focus.empty() || std::find(focus.begin(), focus.end(), iso3) != focus.end();
    return is_focus ? GroundKind::land : GroundKind::neighbour;
}

double Ground::land_share(const RectPx& box, int columns, int rows) const {
    int land = 0;
    for (int i = 0; i < columns; ++i)
        for (int j = 0; j < rows; ++j)
            land += is_land({box.x + box.width * (static_cast<float>(i) + 0.5f) / static_cast<float>(columns),
                             box.y + box.height * (static_cast<float>(j) + 0.5f) / static_cast<float>(rows)})
                        ? 1
                        : 0;
    return static_cast<double>(land) / (columns * rows);
}

}  // namespace harmattan::layout
