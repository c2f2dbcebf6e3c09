#include "geo/hexagon_grid.h"

#include <cmath>
#include <numbers>

namespace harmattan::geo {
namespace {

constexpr double sqrt3 = std::numbers::sqrt3;

}  // namespace

double HexagonGrid::area_m2() const {
    return width_m_ * width_m_ * sqrt3 / 2;
}

Hexagon HexagonGrid::cell_of(PlanarPoint point) const {
    const double q = (point.x_m - point.y_m / sqrt3) / width_m_;
    const double r = point.y_m / (width_m_ * sqrt3 / 2);
    // In cube coordinates q + r + s = 0; the one that rounding moves most is given up.
    const double s = -q - r;
    double whole_q = std::round(q), whole_r = std::round(r);
    const double whole_s = std::round(s);
    const double off_q = std::abs(whole_q - q), off_r = std::abs(whole_r - r), off_s = std::abs(whole_s - s);
    if (off_q > off_r && off_q > off_s)
        whole_q = -whole_r - whole_s;
    else if (off_r > off_s)
        whole_r = -whole_q - whole_s;
    return {static_cast<std::int32_t>(whole_q), static_cast<std::int32_t>(whole_r)};
}

PlanarPoint HexagonGrid::centre_of(Hexagon cell) const {
    return {width_m_ * (cell.q + cell.r / 2.0), width_m_ * sqrt3 / 2 * cell.r};
}

std::array<PlanarPoint, 6> HexagonGrid::corners_of(Hexagon cell) const {
    const PlanarPoint centre = centre_of(cell);
    const double radius_m = width_m_ / sqrt3;
    std::array<PlanarPoint, 6> corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const double angle = std::numbers::pi / 3 * static_cast<double>(i) - std::numbers::pi / 6;
        corners[i] = {centre.x_m + radius_m * std::cos(angle), centre.y_m + radius_m * std::sin(angle)};
    }
    return corners;
}

}  // namespace harmattan::geo
