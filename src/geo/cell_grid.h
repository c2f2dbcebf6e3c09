// The earth in cells of nearly one size.
#pragma once

#include <cstdint>

#include "geo/extent.h"

namespace harmattan::geo {

// An integerised sinusoidal grid (Rossow and Garder 1984, J. Climate Appl. Meteor. 23, 1253-1257) on the WGS 84
// ellipsoid: bands of one height between parallels, counted from the equator along the meridian, and in each band
// as many cells of one width as come nearest to that size along its middle parallel, counted from longitude -180.
// So cells are `size_km` high and, but near the poles, within 1 % of `size_km` wide wherever a band has 50 or
// more; none lies across the equator or the antimeridian. The bands that touch the poles are as high as what is
// left.
class CellGrid {
  public:
    // `size_km` 0.1 to 2000.
    explicit CellGrid(double size_km);

    // The middle of the cell that the point lies in: half way between its parallels and meridians. On a border the
    // cell to the north or east. The same for every point of the cell, to the bit.
    LonLat centre_of(LonLat point) const;

    // How far the middle is from the farthest corner of its cell, along the geodesic.
    double reach_km(LonLat point) const;

    double size_km() const { return size_km_; }

  private:
    struct Cell {
        double south_deg, north_deg, west_deg, east_deg;
        LonLat centre() const { return {(west_deg + east_deg) / 2, (south_deg + north_deg) / 2}; }
    };
    Cell cell_of(LonLat point) const;

    double size_km_;
};

// The middle of points on the earth: the direction of the mean of their unit vectors, so that neither the
// antimeridian nor the poles matter (Fisher, Lewis and Embleton 1987, Statistical Analysis of Spherical Data, 3.2,
// on geodetic latitudes). Points that balance each other exactly have none; the first then stands for all.
class MeanPoint {
  public:
    void add(LonLat point);
    LonLat value() const;
    std::uint64_t count() const { return count_; }

  private:
    double x_ = 0, y_ = 0, z_ = 0;
    LonLat first_;
    std::uint64_t count_ = 0;
};

}  // namespace harmattan::geo
