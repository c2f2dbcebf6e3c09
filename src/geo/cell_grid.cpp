#include "geo/cell_grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <geodesic.h>

#include "geo/projection.h"

namespace harmattan::geo {
namespace {

constexpr double equatorial_radius_m = 6378137;
constexpr double flattening = 1 / 298.257223563;
constexpr double radians_per_degree = std::numbers::pi / 180;

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made;
        geod_init(&made, equatorial_radius_m, flattening);
        return made;
    }();
    return ellipsoid;
}

double meridian_metres(double lat_deg) {
    double metres = 0;
    geod_inverse(&wgs84(), 0, 0, lat_deg, 0, &metres, nullptr, nullptr);
    return metres;
}

double latitude_at(double metres) {
    double lat_deg = 0;
    geod_direct(&wgs84(), 0, 0, 0, metres, &lat_deg, nullptr, nullptr);
    return lat_deg;
}

// The length of a parallel.
double parallel_metres(double lat_deg) {
    constexpr double eccentricity_squared = flattening * (2 - flattening);
    const double sine = std::sin(lat_deg * radians_per_degree);
    const double radius = equatorial_radius_m * std::cos(lat_deg * radians_per_degree) /
                          std::sqrt(1 - eccentricity_squared * sine * sine);
    return 2 * std::numbers::pi * radius;
}

}  // namespace

CellGrid::CellGrid(double size_km) : size_km_(size_km) {}

// Worked out north of the equator; the south is its mirror image.
CellGrid::Cell CellGrid::cell_of(LonLat point) const {
    const double size_m = size_km_ * 1000;
    const bool is_south = point.lat_deg < 0;
    static const double quarter_m = meridian_metres(90);
    const double distance_m = std::min(meridian_metres(std::abs(point.lat_deg)), quarter_m);
    const double last_band = std::ceil(quarter_m / size_m) - 1;
    double band = std::min(std::floor(distance_m / size_m), last_band);
    // South of the equator a border belongs to the band to its north too.
    if (is_south && band > 0 && band * size_m == distance_m) --band;
    const double low_deg = latitude_at(band * size_m);
    const double high_deg = band == last_band ? 90 : latitude_at((band + 1) * size_m);
    const double cells = std::max(1.0, std::round(parallel_metres((low_deg + high_deg) / 2) / size_m));
    const double column = std::clamp(std::floor((point.lon_deg + 180) / 360 * cells), 0.0, cells - 1);
    Cell cell{low_deg, high_deg, column / cells * 360 - 180, (column + 1) / cells * 360 - 180};
    if (is_south) {
        cell.south_deg = -high_deg;
        cell.north_deg = -low_deg;
    }
    return cell;
}

LonLat CellGrid::centre_of(LonLat point) const {
    return cell_of(point).centre();
}

double CellGrid::reach_km(LonLat point) const {
    const Cell cell = cell_of(point);
    const double south_m = distance_m(cell.centre(), {cell.west_deg, cell.south_deg});
    const double north_m = distance_m(cell.centre(), {cell.west_deg, cell.north_deg});
    return std::max(south_m, north_m) / 1000;
}

void MeanPoint::add(LonLat point) {
    if (count_++ == 0) first_ = point;
    const double lon = point.lon_deg * radians_per_degree, lat = point.lat_deg * radians_per_degree;
    x_ += std::cos(lat) * std::cos(lon);
    y_ += std::cos(lat) * std::sin(lon);
    z_ += std::sin(lat);
}

LonLat MeanPoint::value() const {
    const double length = std::sqrt(x_ * x_ + y_ * y_ + z_ * z_);
    constexpr double nothing = 1e-9;
    if (length < nothing * static_cast<double>(count_)) return first_;
    return {std::atan2(y_, x_) / radians_per_degree, std::atan2(z_, std::hypot(x_, y_)) / radians_per_degree};
}

}  // namespace harmattan::geo
