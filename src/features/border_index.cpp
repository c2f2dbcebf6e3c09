#include "features/border_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/densify.h"

namespace harmattan::features {
namespace {

using geo::LonLat;

constexpr double radians_per_degree = std::numbers::pi / 180;
constexpr double longest_edge_deg = 0.5;
// Moves the sample off the cell's centre, whose coordinates have four decimals and may be a vertex's, too.
constexpr double sample_offset_deg = 1.37e-6;

int cell_index(double deg_from_edge, int count) {
    return std::clamp(static_cast<int>(deg_from_edge * BorderIndex::cells_per_degree), 0, count - 1);
}

int row_of(double lat_deg) {
    return cell_index(lat_deg + 90, BorderIndex::rows);
}

int column_of(double lon_deg) {
    return cell_index(lon_deg + 180, BorderIndex::columns);
}

double sample_coordinate(int index, double origin_deg) {
    return (index + 0.5) / BorderIndex::cells_per_degree + origin_deg + sample_offset_deg;
}

bool is_on_earth(LonLat place) {
    return std::abs(place.lon_deg) <= 180 && std::abs(place.lat_deg) <= 90;  // false for NaN
}

// Where the edge crosses a parallel; it must.
double lon_at(LonLat a, LonLat b, double lat_deg) {
    return a.lon_deg + (lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lon_deg - a.lon_deg);
}

double lat_at(LonLat a, LonLat b, double lon_deg) {
    return a.lat_deg + (lon_deg - a.lon_deg) / (b.lon_deg - a.lon_deg) * (b.lat_deg - a.lat_deg);
}

// Whether the edge crosses an odd number of times the way from `from` along its meridian to the latitude of `to`,
// and on along the parallel. Both ends of an edge count as above a line that they touch.
bool crosses_way(LonLat a, LonLat b, LonLat from, LonLat to) {
    bool is_odd = false;
    if ((a.lon_deg > from.lon_deg) != (b.lon_deg > from.lon_deg)) {
        const double lat_deg = lat_at(a, b, from.lon_deg);
        is_odd = (lat_deg > from.lat_deg) != (lat_deg > to.lat_deg);
    }
    if ((a.lat_deg > to.lat_deg) != (b.lat_deg > to.lat_deg)) {
        const double lon_deg = lon_at(a, b, to.lat_deg);
        is_odd ^= (lon_deg > from.lon_deg) != (lon_deg > to.lon_deg);
    }
    return is_odd;
}

double squared_distance(const UnitVector& a, const UnitVector& b) {
    const double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
    return dx * dx + dy * dy + dz * dz;
}

// An edge on the line of samples of a row of cells.
struct Crossing {
    int row = 0;
    double lon_deg = 0;
    Owner owner = 0;
};

// Goes from west to east over the crossings of one row and writes who owns the samples between them.
void fill_row(std::span<const Crossing> crossings, Owner* owners) {
    std::vector<Owner> inside;
    int column = 0;
    for (const Crossing& crossing : crossings) {
        const auto first_behind = static_cast<int>(
            std::ceil((crossing.lon_deg + 180 - sample_offset_deg) * BorderIndex::cells_per_degree - 0.5));
        const int end = std::clamp(first_behind, 0, BorderIndex::columns);
        if (!inside.empty() && end > column) std::fill(owners + column, owners + end, inside.front());
        column = std::max(column, end);
        const auto found = std::find(inside.begin(), inside.end(), crossing.owner);
        if (found == inside.end())
            inside.push_back(crossing.owner);
        else
            inside.erase(found);
    }
}

}  // namespace

UnitVector unit_vector(LonLat place) {
    const double lon = place.lon_deg * radians_per_degree, lat = place.lat_deg * radians_per_degree;
    const double ring = std::cos(lat);
    return {ring * std::cos(lon), ring * std::sin(lon), std::sin(lat)};
}

double squared_chord(double km) {
    const double chord = 2 * std::sin(std::min(km / earth_radius_km, std::numbers::pi) / 2);
    return chord * chord;
}

double ground_km(double squared_chord) {
    return 2 * earth_radius_km * std::asin(std::min(std::sqrt(squared_chord) / 2, 1.0));
}

BorderIndex::BorderIndex(const FeatureTable& polygons, std::span<const Owner> owner_of_feature, double reach_km)
    : BorderIndex(polygons, owner_of_feature, FeatureTable(), {}, reach_km) {}

BorderIndex::BorderIndex(const FeatureTable& polygons, std::span<const Owner> owner_of_feature,
                         const FeatureTable& islets, std::span<const Owner> owner_of_islet, double reach_km)
    : squared_reach_(squared_chord(reach_km)) {
    for (int row = 0; row < rows; ++row)
        reach_of_row_.push_back(reach_from(row, reach_km / earth_radius_km / radians_per_degree));
    add_rings(polygons, owner_of_feature);
    add_islets(islets, owner_of_islet);
    unit_.resize(vertices_.size());
    std::transform(vertices_.begin(), vertices_.end(), unit_.begin(), unit_vector);
    sort_edges_into_cells();
    find_sample_owners();
}

void BorderIndex::add_rings(const FeatureTable& polygons, std::span<const Owner> owner_of_feature) {
    vertices_.reserve(polygons.vertices().size() + polygons.parts().size());
    owner_of_vertex_.reserve(vertices_.capacity());
    std::vector<LonLat> ring;
    for (const Part& part : polygons.parts()) {
        const auto first = polygons.vertices().begin() + part.first_vertex;
        ring.clear();
        std::copy_if(first, first + part.vertex_count, std::back_inserter(ring), is_on_earth);
        if (ring.size() >= 3 && owner_of_feature[part.feature] != 0)
            add_ring(ring, owner_of_feature[part.feature]);
    }
}

void BorderIndex::add_ring(std::vector<LonLat>& ring, Owner owner) {
    ring.push_back(ring.front());
    const bool has_long_edge = std::adjacent_find(ring.begin(), ring.end(), [](LonLat a, LonLat b) {
                                   return std::abs(a.lon_deg - b.lon_deg) > longest_edge_deg ||
                                          std::abs(a.lat_deg - b.lat_deg) > longest_edge_deg;
                               }) != ring.end();
    if (has_long_edge) ring = geo::densified(ring, longest_edge_deg);
    add_path(ring, owner);
}

void BorderIndex::add_islets(const FeatureTable& islets, std::span<const Owner> owner_of_islet) {
    for (const Part& part : islets.parts())
        for (std::uint32_t i = 0; i < part.vertex_count; ++i)
            if (const LonLat place = islets.vertices()[part.first_vertex + i]; is_on_earth(place))
                add_path(std::array{place, place}, owner_of_islet[part.feature]);
}

void BorderIndex::add_path(std::span<const LonLat> path, Owner owner) {
    if (owner >= vertices_of_owner_.size()) vertices_of_owner_.resize(std::size_t(owner) + 1);
    std::vector<VertexRange>& ranges = vertices_of_owner_[owner];
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    if (ranges.empty() || ranges.back().end != first) ranges.push_back({first, first});
    vertices_.insert(vertices_.end(), path.begin(), path.end());
    ranges.back().end = static_cast<std::uint32_t>(vertices_.size());
    owner_of_vertex_.insert(owner_of_vertex_.end(), path.size() - 1, owner);
    owner_of_vertex_.push_back(0);
}

std::size_t BorderIndex::cell_of(LonLat place) {
    return std::size_t(row_of(place.lat_deg)) * columns + std::size_t(column_of(place.lon_deg));
}

LonLat BorderIndex::sample_of(std::size_t cell) {
    return {sample_coordinate(static_cast<int>(cell % columns), -180),
            sample_coordinate(static_cast<int>(cell / columns), -90)};
}

template <typename Visit>
void BorderIndex::for_each_cell_of_edge(std::uint32_t edge, const Visit& visit) const {
    const LonLat a = vertices_[edge], b = vertices_[edge + 1];
    const auto [south, north] = std::minmax(a.lat_deg, b.lat_deg);
    const auto [west, east] = std::minmax(a.lon_deg, b.lon_deg);
    const int first_column = column_of(west), last_column = column_of(east), last_row = row_of(north);
    for (int row = row_of(south); row <= last_row; ++row)
        for (int column = first_column; column <= last_column; ++column)
            visit(std::size_t(row) * columns + std::size_t(column));
}

// A counting sort: how many edges each cell has, where each cell begins, then every edge to its place.
void BorderIndex::sort_edges_into_cells() {
    first_edge_.assign(cell_count + 1, 0);
    const auto count = static_cast<std::uint32_t>(vertices_.size());
    for (std::uint32_t edge = 0; edge < count; ++edge)
        if (is_edge(edge)) for_each_cell_of_edge(edge, [&](std::size_t cell) { ++first_edge_[cell]; });
    std::uint32_t end = 0;
    for (std::uint32_t& first : first_edge_) first = end += first;
    edges_.resize(end);
    for (std::uint32_t edge = count; edge-- > 0;)
        if (is_edge(edge))
            for_each_cell_of_edge(edge, [&](std::size_t cell) {
                edges_[--first_edge_[cell]] = {edge, owner_of_vertex_[edge]};
            });
}

void BorderIndex::find_sample_owners() {
    std::vector<Crossing> crossings;
    for (std::uint32_t edge = 0; edge < vertices_.size(); ++edge) {
        if (!is_edge(edge)) continue;
        const LonLat a = vertices_[edge], b = vertices_[edge + 1];
        const auto [south, north] = std::minmax(a.lat_deg, b.lat_deg);
        for (int row = row_of(south); row <= row_of(north); ++row) {
            const double lat_deg = sample_coordinate(row, -90);
            if ((a.lat_deg > lat_deg) != (b.lat_deg > lat_deg))
                crossings.push_back({row, lon_at(a, b, lat_deg), owner_of_vertex_[edge]});
        }
    }
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) {
        return a.row != b.row ? a.row < b.row : a.lon_deg < b.lon_deg;
    });
    owner_of_sample_.assign(cell_count, 0);
    for (std::size_t first = 0; first < crossings.size();) {
        const int row = crossings[first].row;
        std::size_t end = first;
        while (end < crossings.size() && crossings[end].row == row) ++end;
        fill_row(std::span(crossings).subspan(first, end - first), &owner_of_sample_[std::size_t(row) * columns]);
        first = end;
    }
}

bool BorderIndex::is_inside(LonLat place, Owner owner) const {
    const std::size_t cell = cell_of(place);
    const LonLat sample = sample_of(cell);
    bool is_odd = owner_of_sample_[cell] == owner;
    for (const Edge edge : edges_in(cell))
        if (edge.owner == owner)
            is_odd ^= crosses_way(vertices_[edge.first], vertices_[edge.first + 1], sample, place);
    return is_odd;
}

double BorderIndex::squared_chord_to_edge(const UnitVector& place, std::uint32_t edge) const {
    const UnitVector &a = unit_[edge], &b = unit_[edge + 1];
    const double ex = b.x - a.x, ey = b.y - a.y, ez = b.z - a.z;
    const double px = place.x - a.x, py = place.y - a.y, pz = place.z - a.z;
    const double length2 = ex * ex + ey * ey + ez * ez;
    const double along = length2 > 0 ? std::clamp((px * ex + py * ey + pz * ez) / length2, 0.0, 1.0) : 0;
    const double dx = px - along * ex, dy = py - along * ey, dz = pz - along * ez;
    return dx * dx + dy * dy + dz * dz;
}

BorderIndex::Reach BorderIndex::reach_from(int row, double reach_deg) {
    const int rows_each_way = static_cast<int>(std::ceil(reach_deg * cells_per_degree));
    Reach reach{std::max(row - rows_each_way, 0), std::min(row + rows_each_way, rows - 1), columns};
    const double south = double(row) / cells_per_degree - 90, north = double(row + 1) / cells_per_degree - 90;
    const double farthest_lat_deg = std::max(std::abs(south), std::abs(north));
    // The meridian that touches a circle of radius r about a place at latitude p is asin(sin r / cos p) away
    // (spherical trigonometry); a circle that holds the pole meets every meridian.
    if (farthest_lat_deg + reach_deg < 90) {
        const double widest =
            std::asin(std::sin(reach_deg * radians_per_degree) / std::cos(farthest_lat_deg * radians_per_degree));
        reach.columns_each_way = static_cast<int>(std::ceil(widest / radians_per_degree * cells_per_degree));
    }
    return reach;
}

double BorderIndex::distance_to_edges_km(LonLat place, Owner owner) const {
    if (owner >= vertices_of_owner_.size()) return std::numeric_limits<double>::infinity();
    const UnitVector from = unit_vector(place);
    // An edge that begins farther away than the nearest one by more than its own length cannot be nearer.
    const double longest_chord = std::sqrt(2.0) * longest_edge_deg * radians_per_degree;
    double nearest = std::numeric_limits<double>::infinity(), farthest_begin = nearest;
    for (const auto [first, end] : vertices_of_owner_[owner])
        for (std::uint32_t edge = first; edge < end; ++edge) {
            if (!is_edge(edge) || squared_distance(from, unit_[edge]) > farthest_begin) continue;
            const double squared = squared_chord_to_edge(from, edge);
            if (squared >= nearest) continue;
            nearest = squared;
            farthest_begin = (std::sqrt(nearest) + longest_chord) * (std::sqrt(nearest) + longest_chord);
        }
    return std::isinf(nearest) ? nearest : ground_km(nearest);
}

}  // namespace harmattan::features
