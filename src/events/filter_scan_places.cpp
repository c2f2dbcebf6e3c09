#include <algorithm>
#include <cmath>
#include <numbers>

#include "events/filter_scan.h"
#include "geo/projection.h"

namespace harmattan::events {
namespace {

constexpr double radians_per_degree = std::numbers::pi / 180;

// Distance on a sphere of 6371 km, which on the ellipsoid is longer or shorter by less than 0.6 %.
double rough_distance_m(geo::LonLat a, geo::LonLat b) {
    const double sin_lat = std::sin((a.lat_deg - b.lat_deg) * radians_per_degree / 2);
    const double sin_lon = std::sin((a.lon_deg - b.lon_deg) * radians_per_degree / 2);
    const double cosines = std::cos(a.lat_deg * radians_per_degree) * std::cos(b.lat_deg * radians_per_degree);
    const double square = sin_lat * sin_lat + cosines * sin_lon * sin_lon;
    return 2 * 6'371'000 * std::asin(std::sqrt(std::min(1.0, square)));
}

// The geodesic is worked out only where the sphere leaves it open.
bool is_near(geo::LonLat point, const NearCondition& condition) {
    constexpr double most_difference = 0.01;
    const double rough = rough_distance_m(point, condition.centre);
    if (rough > condition.radius_m * (1 + most_difference)) return false;
    if (rough < condition.radius_m * (1 - most_difference)) return true;
    return geo::distance_m(point, condition.centre) <= condition.radius_m;
}

template <typename Test>
Answers scan_points(const EventTable& table, Test test) {
    Answers answers(table.size());
    const auto lon = table.lon_deg(), lat = table.lat_deg();
    for (std::size_t row = 0; row < answers.size(); ++row) {
        const geo::LonLat point{lon[row], lat[row]};
        const bool is_known = !std::isnan(point.lon_deg) && !std::isnan(point.lat_deg);
        answers[row] = !is_known ? FilterAnswer::unknown : test(point) ? FilterAnswer::yes : FilterAnswer::no;
    }
    return answers;
}

}  // namespace

Answers scan(const EventTable& table, const geo::Extent& extent) {
    return scan_points(table, [&](geo::LonLat point) { return extent.contains(point); });
}

Answers scan(const EventTable& table, const NearCondition& condition) {
    // A degree of latitude is at least 110.5 km long.
    const double most_deg = condition.radius_m / 110'500;
    return scan_points(table, [&](geo::LonLat point) {
        return std::abs(point.lat_deg - condition.centre.lat_deg) <= most_deg && is_near(point, condition);
    });
}

}  // namespace harmattan::events
