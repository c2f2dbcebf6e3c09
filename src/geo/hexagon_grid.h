// A grid of hexagons over the projected plane.
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "geo/extent.h"

namespace harmattan::geo {

// A cell by its axial coordinates: q columns to the east, r along the axis 60 degrees off it.
struct Hexagon {
    std::int32_t q = 0, r = 0;

    friend auto operator<=>(const Hexagon&, const Hexagon&) = default;
};

// Regular hexagons, all of one size, with a corner at the top; the cell (0, 0) is centred on the plane's origin.
// In the plane of an equal-area projection all cells have one area on the ground. Formulas: A. Patel, "Hexagonal
// Grids" (Red Blob Games, 2013), axial coordinates with rounding in cube coordinates.
class HexagonGrid {
  public:
    // `width_m`: across flats, more than 0.
    explicit HexagonGrid(double width_m) : width_m_(width_m) {}

    double width_m() const { return width_m_; }
    double area_m2() const;

    // The cell whose centre is nearest; on a border, one of those that share it. `point` is finite and within
    // 10^9 widths of the origin.
    Hexagon cell_of(PlanarPoint point) const;
    PlanarPoint centre_of(Hexagon cell) const;
    // Anticlockwise, from the lower right one.
    std::array<PlanarPoint, 6> corners_of(Hexagon cell) const;

  private:
    double width_m_;
};

}  // namespace harmattan::geo
