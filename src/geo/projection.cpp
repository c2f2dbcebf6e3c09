#include "geo/projection.h"

#include <cmath>
#include <limits>

#include <fmt/core.h>

#include "base/error.h"
#include "geo/projection_impl.h"

namespace harmattan::geo {
namespace {

constexpr int samples_a_side = 32;

double to_half_degree(double degrees) {
    const double rounded = std::round(degrees * 2) / 2;
    return rounded == 0 ? 0 : rounded;  // never "-0"
}

PlanarPoint finite_or_nan(PlanarPoint p) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return std::isfinite(p.x_m) && std::isfinite(p.y_m) ? p : PlanarPoint{nan, nan};
}

}  // namespace

Projection Projection::from_text(std::string_view definition) {
    return Projection(std::make_shared<const Impl>(definition));
}

Projection Projection::fitted(const Extent& extent) {
    const LonLat centre = extent.centre();
    const double lon_0 = to_half_degree(centre.lon_deg);
    if (extent.width_deg() > 120 || extent.height_deg() > 100)
        return from_text(fmt::format("+proj=eqearth +lon_0={} +datum=WGS84 +units=m", lon_0));
    return from_text(fmt::format("+proj=laea +lat_0={} +lon_0={} +datum=WGS84 +units=m",
                                 to_half_degree(centre.lat_deg), lon_0));
}

PlanarPoint Projection::forward(LonLat point) const {
    PlanarPoint planar;
    forward({&point.lon_deg, 1}, {&point.lat_deg, 1}, {&planar, 1});
    return planar;
}

void Projection::forward(std::span<const double> lon_deg, std::span<const double> lat_deg,
                         std::span<PlanarPoint> points) const {
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = {lon_deg[i], lat_deg[i]};
    impl_->forward(points);
    for (PlanarPoint& point : points) point = finite_or_nan(point);
}

LonLat Projection::inverse(PlanarPoint point) const {
    const PlanarPoint degrees = finite_or_nan(impl_->inverse(point));
    return {degrees.x_m, degrees.y_m};
}

PlanarBox Projection::bounds_of(const Extent& extent) const {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> lon_deg, lat_deg;
    for (int i = 0; i <= samples_a_side; ++i)
        for (int j = 0; j <= samples_a_side; ++j) {
            const double lon = extent.west_deg + extent.width_deg() * i / samples_a_side;
            lon_deg.push_back(lon > 180 ? lon - 360 : lon);
            lat_deg.push_back(extent.south_deg + extent.height_deg() * j / samples_a_side);
        }
    std::vector<PlanarPoint> points(lon_deg.size());
    forward(lon_deg, lat_deg, points);
    PlanarBox box{infinity, infinity, -infinity, -infinity};
    for (const PlanarPoint p : points) {
        if (std::isnan(p.x_m)) continue;
        box = {std::min(box.min_x_m, p.x_m), std::min(box.min_y_m, p.y_m), std::max(box.max_x_m, p.x_m),
               std::max(box.max_y_m, p.y_m)};
    }
    if (!(box.width_m() > 0 && box.height_m() > 0))
        throw base::Error("projection.extent_outside", {{"extent", to_string(extent)}, {"text", definition()}});
    return box;
}

double Projection::ground_metres_per_metre(PlanarPoint point) const {
    constexpr double half_m = 500;
    const LonLat west = inverse({point.x_m - half_m, point.y_m}), east = inverse({point.x_m + half_m, point.y_m});
    return distance_m(west, east) / (2 * half_m);
}

const std::string& Projection::definition() const {
    return impl_->definition();
}

std::string Projection::name_key() const {
    return impl_->name_key();
}

}  // namespace harmattan::geo
