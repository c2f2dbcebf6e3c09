#include "geo/area_scale.h"

#include <cmath>
#include <numbers>

namespace harmattan::geo {
namespace {

constexpr double radians = std::numbers::pi / 180;
constexpr double semi_major_m = 6378137, flattening = 1 / 298.257223563;
constexpr double eccentricity2 = flattening * (2 - flattening);

// The step from `a` to `b`, two places close to each other, in metres to the east and to the north.
PlanarPoint ground_step(LonLat a, LonLat b, double lat_deg) {
    const double s = std::sin(lat_deg * radians), w = 1 - eccentricity2 * s * s;
    const double prime_vertical_m = semi_major_m / std::sqrt(w);
    const double meridional_m = prime_vertical_m * (1 - eccentricity2) / w;
    const double lon = std::remainder(b.lon_deg - a.lon_deg, 360);
    return {lon * radians * prime_vertical_m * std::cos(lat_deg * radians),
            (b.lat_deg - a.lat_deg) * radians * meridional_m};
}

}  // namespace

double ground_area_per_area(const Projection& projection, PlanarPoint point) {
    constexpr double half_m = 500, step_m = 2 * half_m;
    const LonLat west = projection.inverse({point.x_m - half_m, point.y_m});
    const LonLat east = projection.inverse({point.x_m + half_m, point.y_m});
    const LonLat south = projection.inverse({point.x_m, point.y_m - half_m});
    const LonLat north = projection.inverse({point.x_m, point.y_m + half_m});
    const double lat_deg = projection.inverse(point).lat_deg;
    const PlanarPoint x = ground_step(west, east, lat_deg), y = ground_step(south, north, lat_deg);
    return std::abs(x.x_m * y.y_m - x.y_m * y.x_m) / (step_m * step_m);
}

bool is_equal_area(const Projection& projection, const PlanarBox& box) {
    constexpr int steps = 4;
    constexpr double tolerance = 1e-3;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const double scale = ground_area_per_area(
                projection, {box.min_x_m + box.width_m() * i / steps, box.min_y_m + box.height_m() * j / steps});
            if (std::isfinite(scale) && std::abs(scale - 1) > tolerance) return false;
        }
    return true;
}

}  // namespace harmattan::geo
