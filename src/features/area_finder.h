// In which polygon of a layer a place lies.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "features/feature_table.h"

namespace harmattan::features {

// The edges of a table's polygons sorted into bands of latitude. Immutable: any number of threads may ask one
// finder. Edges are straight in longitude and latitude, as files mean them; a place lies in a polygon when a ray
// to the west crosses its rings an odd number of times, so holes need no mark. For some thousands of places in
// some hundreds of polygons; features::CountryFinder answers quicker for whole releases and the countries of the
// world.
class AreaFinder {
  public:
    // `polygons` may be let go afterwards.
    explicit AreaFinder(const FeatureTable& polygons);

    // The feature; where polygons overlap, the first of the table. No value outside all, and for NaN. A place on
    // an edge that two share lies in exactly one of them.
    std::optional<std::uint32_t> feature_at(geo::LonLat place) const;

  private:
    struct Edge {
        double x0, y0, x1, y1;
        std::uint32_t feature;
    };
    static std::size_t band_of(double lat_deg);
    void add_edge(const Edge& edge);

    std::vector<std::vector<Edge>> bands_;
};

}  // namespace harmattan::features
