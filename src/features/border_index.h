// The edges of polygons in cells of a quarter of a degree: what stands near a place, without looking at the rest.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "features/feature_table.h"
#include "geo/extent.h"

namespace harmattan::features {

// A number for who owns a polygon; the caller says what it means. 0 is nobody.
using Owner = std::uint16_t;

inline constexpr double earth_radius_km = 6371.0088;  // mean radius R1 (Moritz 1980, GRS 80)

// A place as a vector of length 1 from the centre of the sphere. Distances between such vectors need no
// trigonometry and know neither antimeridian nor poles.
struct UnitVector {
    double x = 0, y = 0, z = 0;
};
UnitVector unit_vector(geo::LonLat place);

// Squared length of the straight line between two points on the unit sphere that are `km` apart on the ground.
double squared_chord(double km);
// The other way.
double ground_km(double squared_chord);

// Immutable once made: any number of threads may ask.
class BorderIndex {
  public:
    static constexpr int cells_per_degree = 4;
    static constexpr int columns = 360 * cells_per_degree, rows = 180 * cells_per_degree;
    static constexpr std::size_t cell_count = std::size_t(columns) * rows;

    // From vertex `first` to the next. The owner stands here too, so that the edges of others cost no look
    // further.
    struct Edge {
        std::uint32_t first = 0;
        Owner owner = 0;
    };

    // One number a feature of `polygons`: its owner. `reach_km` is the distance for is_near(). Edges longer than
    // half a degree are cut, because an edge is straight in longitude and latitude but taken as a great circle
    // when distances are measured (at most 0.1 km beside it then). Vertices that are not in -180..180 and -90..90
    // are left out.
    BorderIndex(const FeatureTable& polygons, std::span<const Owner> owner_of_feature, double reach_km);
    // The same with islands that are known as points only: edges without length, near which is land of their
    // owner.
    BorderIndex(const FeatureTable& polygons, std::span<const Owner> owner_of_feature, const FeatureTable& islets,
                std::span<const Owner> owner_of_islet, double reach_km);

    // The cell of a place; coordinates must be in -180..180 and -90..90.
    static std::size_t cell_of(geo::LonLat place);
    // A place inside the cell, hardly off its centre, from which inside and outside are counted.
    static geo::LonLat sample_of(std::size_t cell);

    // Whose polygon holds sample_of(cell); 0 for none. Where polygons overlap, one of them.
    Owner owner_of_sample(std::size_t cell) const { return owner_of_sample_[cell]; }
    // False: the whole cell is as its sample.
    bool has_edges(std::size_t cell) const { return first_edge_[cell] != first_edge_[cell + 1]; }
    // Edges whose bounding box meets the cell.
    std::span<const Edge> edges_in(std::size_t cell) const {
        return std::span(edges_).subspan(first_edge_[cell], first_edge_[cell + 1] - first_edge_[cell]);
    }

    // Whether the place lies in a polygon of the owner, exactly. On an edge either answer may come.
    bool is_inside(geo::LonLat place, Owner owner) const;

    // Whether an edge for which `wanted(owner)` is true runs within the reach of the place. A template, because it
    // is asked for every doubtful row of a table.
    template <typename Wanted>
    bool is_near(geo::LonLat place, const Wanted& wanted) const;

    // The distance to the nearest edge of the owner in km; infinite when there is none. Looks at all of its edges.
    double distance_to_edges_km(geo::LonLat place, Owner owner) const;

  private:
    // The cells within the reach of any place in a row of cells.
    struct Reach {
        int first_row = 0, last_row = 0, columns_each_way = 0;
    };

    void add_rings(const FeatureTable& polygons, std::span<const Owner> owner_of_feature);
    void add_ring(std::vector<geo::LonLat>& ring, Owner owner);
    void add_islets(const FeatureTable& islets, std::span<const Owner> owner_of_islet);
    void add_path(std::span<const geo::LonLat> path, Owner owner);
    void sort_edges_into_cells();
    void find_sample_owners();
    template <typename Visit>
    void for_each_cell_of_edge(std::uint32_t edge, const Visit& visit) const;
    bool is_edge(std::uint32_t vertex) const { return owner_of_vertex_[vertex] != 0; }
    double squared_chord_to_edge(const UnitVector& place, std::uint32_t edge) const;
    static Reach reach_from(int row, double reach_deg);

    double squared_reach_ = 0;
    std::vector<Reach> reach_of_row_;
    // All rings after each other, each closed by its first vertex. Edge i runs from vertex i to vertex i + 1; the
    // last vertex of a ring begins no edge and has owner 0.
    std::vector<geo::LonLat> vertices_;
    std::vector<UnitVector> unit_;
    std::vector<Owner> owner_of_vertex_;
    struct VertexRange {
        std::uint32_t first = 0, end = 0;
    };
    std::vector<std::vector<VertexRange>> vertices_of_owner_;
    std::vector<Edge> edges_;                // by cell
    std::vector<std::uint32_t> first_edge_;  // of each cell in edges_, and the end
    std::vector<Owner> owner_of_sample_;
};

template <typename Wanted>
bool BorderIndex::is_near(geo::LonLat place, const Wanted& wanted) const {
    const auto cell = static_cast<int>(cell_of(place));
    const int column = cell % columns;
    const Reach reach = reach_of_row_[std::size_t(cell / columns)];
    const UnitVector from = unit_vector(place);
    const auto holds = [&](int row, int first, int last) {
        const std::size_t begin = first_edge_[std::size_t(row) * columns + std::size_t(first)];
        const std::size_t end = first_edge_[std::size_t(row) * columns + std::size_t(last) + 1];
        for (std::size_t i = begin; i < end; ++i)
            if (wanted(edges_[i].owner) && squared_chord_to_edge(from, edges_[i].first) <= squared_reach_)
                return true;
        return false;
    };
    const int first = column - reach.columns_each_way, last = column + reach.columns_each_way;
    for (int row = reach.first_row; row <= reach.last_row; ++row) {
        if (last - first >= columns - 1) {
            if (holds(row, 0, columns - 1)) return true;
            continue;
        }
        if (holds(row, std::max(first, 0), std::min(last, columns - 1))) return true;
        // What lies beyond the antimeridian.
        if (first < 0 && holds(row, first + columns, columns - 1)) return true;
        if (last >= columns && holds(row, 0, last - columns)) return true;
    }
    return false;
}

}  // namespace harmattan::features
