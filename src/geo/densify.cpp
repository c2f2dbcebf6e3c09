#include "geo/densify.h"

#include <cmath>
#include <utility>

namespace harmattan::geo {
namespace {

bool is_before(LonLat a, LonLat b) {
    return a.lon_deg < b.lon_deg || (a.lon_deg == b.lon_deg && a.lat_deg < b.lat_deg);
}

// The point `i` of `n` steps from `a` to `b`. It is always worked out from the same end, so that two neighbours
// which run along the edge in opposite directions get the same bits.
LonLat between(LonLat a, LonLat b, int i, int n) {
    if (is_before(b, a)) {
        std::swap(a, b);
        i = n - i;
    }
    const double share = static_cast<double>(i) / n;
    return {a.lon_deg + (b.lon_deg - a.lon_deg) * share, a.lat_deg + (b.lat_deg - a.lat_deg) * share};
}

}  // namespace

std::vector<LonLat> densified(const std::vector<LonLat>& path, double max_step_deg) {
    std::vector<LonLat> dense;
    dense.reserve(path.size());
    for (std::size_t k = 0; k < path.size(); ++k) {
        if (k > 0) {
            const LonLat a = path[k - 1], b = path[k];
            const double length_deg = std::max(std::abs(b.lon_deg - a.lon_deg), std::abs(b.lat_deg - a.lat_deg));
            const int steps = static_cast<int>(std::ceil(length_deg / max_step_deg));
            for (int i = 1; i < steps; ++i) dense.push_back(between(a, b, i, steps));
        }
        dense.push_back(path[k]);
    }
    return dense;
}

}  // namespace harmattan::geo
