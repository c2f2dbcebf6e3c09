// How far points on the earth are from each other, where they are near.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "geo/extent.h"

namespace harmattan::geo {

class NearPoints {
  public:
    // Looks for neighbours up to `reach_m` away (more than 0).
    NearPoints(std::span<const LonLat> points, double reach_m);

    // From point `index` to the nearest other one, in metres along a chord of the mean sphere (within 0.6 % of the
    // geodesic's length below 1000 km); the reach where none is nearer.
    double nearest_m(std::size_t index) const;

  private:
    // In metres from the sphere's middle.
    struct Position {
        double x_m, y_m, z_m;
    };
    struct Cell {
        std::int32_t x, y, z;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct CellHash {
        std::size_t operator()(const Cell& cell) const;
    };
    Cell cell_of(const Position& at) const;

    double reach_m_;
    std::vector<Position> positions_;
    std::unordered_map<Cell, std::vector<std::uint32_t>, CellHash> cells_;  // cubes as wide as the reach
};

}  // namespace harmattan::geo
