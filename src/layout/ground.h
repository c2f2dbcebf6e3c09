// What lies under a point of the map: a country, or the sea. Internal to layout.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "features/feature_table.h"
#include "layout/map_view.h"
#include "scene/scene.h"

namespace harmattan::layout {

enum class GroundKind { sea, land, neighbour };

// The countries' edges sorted into bands of latitude, so that one look-up meets only a few. Edges are straight in
// longitude and latitude, as the layer means them, so nothing has to be projected.
class Ground {
  public:
    // Only what may lie inside the view is kept.
    Ground(const scene::Scene& scene, const MapView& view);

    // The country's feature index; none at sea, and none off the projection.
    std::optional<std::uint32_t> country_at(PointPx point) const;
    bool is_land(PointPx point) const { return country_at(point).has_value(); }
    // Land of the countries the story is about, land of others, or sea.
    GroundKind kind_at(PointPx point) const;
    // Share of the rectangle's points (a grid of columns x rows) that lie on land, 0 to 1.
    double land_share(const RectPx& box, int columns, int rows) const;

    geo::LonLat place_of(PointPx point) const;

  private:
    struct Edge {
        double x0, y0, x1, y1;
        std::uint32_t feature;
    };
    void find_extent();
    bool may_hold_view(const std::vector<geo::LonLat>& vertices, const features::Part& ring) const;
    void add_edge(const Edge& edge);
    std::size_t band_of(double lat_deg) const;

    const scene::Scene& scene_;
    const MapView view_;
    const geo::Projection& projection_;
    geo::Extent extent_{-180, -90, 180, 90};  // all that the view can show
    std::vector<std::vector<Edge>> bands_;
};

}  // namespace harmattan::layout
