#include "geo/graticule.h"

#include <cmath>

namespace harmattan::geo {
namespace {

constexpr double longest_step_deg = 0.5;

double wrapped(double lon_deg) {
    return lon_deg > 180 ? lon_deg - 360 : lon_deg;
}

// From `from` to `to` in equal steps of at most half a degree, both ends included.
template <typename MakePoint>
std::vector<LonLat> sampled(double from, double to, MakePoint point_at) {
    const int steps = std::max(1, static_cast<int>(std::ceil((to - from) / longest_step_deg)));
    std::vector<LonLat> path;
    for (int i = 0; i <= steps; ++i) path.push_back(point_at(i == steps ? to : from + (to - from) * i / steps));
    return path;
}

// The multiples of `step` from `low` to `high`, both included. The slack keeps an end that is a multiple but for
// the last bits (3 * 0.1).
std::vector<double> multiples(double step, double low, double high) {
    const double slack = step * 1e-9;
    std::vector<double> values;
    for (double n = std::ceil((low - slack) / step); n * step <= high + slack; ++n) values.push_back(n * step);
    return values;
}

}  // namespace

double graticule_step_deg(double span_deg) {
    constexpr double fewest_lines = 3.6;  // gives 4 to 9 lines except where the span is over 270 degrees
    for (const double step : {30.0, 15.0, 10.0, 5.0, 2.0, 1.0})
        if (span_deg / step >= fewest_lines) return step;
    for (double power = 0.1; power > 1e-6; power /= 10)
        for (const double digit : {5.0, 2.0, 1.0})
            if (span_deg / (digit * power) >= fewest_lines) return digit * power;
    return 1e-6;
}

std::vector<GraticuleLine> graticule(const Extent& extent, double step_deg) {
    const double east_deg = extent.west_deg + extent.width_deg();  // beyond 180 across the antimeridian
    std::vector<GraticuleLine> lines;
    for (const double lon_deg : multiples(step_deg, extent.west_deg, east_deg)) {
        const double lon = wrapped(lon_deg);
        lines.push_back({true, lon, sampled(extent.south_deg, extent.north_deg, [&](double lat) {
                             return LonLat{lon, lat};
                         })});
    }
    for (const double lat_deg : multiples(step_deg, extent.south_deg, extent.north_deg)) {
        if (std::abs(lat_deg) >= 90) continue;  // a pole is a point, not a line
        lines.push_back({false, lat_deg, sampled(extent.west_deg, east_deg, [&](double lon) {
                             return LonLat{wrapped(lon), lat_deg};
                         })});
    }
    return lines;
}

}  // namespace harmattan::geo
