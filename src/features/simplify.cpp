#include "features/simplify.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace harmattan::features {
namespace {

using geo::PlanarPoint;

double squared_distance(PlanarPoint p, PlanarPoint a, PlanarPoint b) {
    const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0 ? ((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2 : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    const double ex = p.x_m - (a.x_m + dx * t), ey = p.y_m - (a.y_m + dy * t);
    return ex * ex + ey * ey;
}

struct Farthest {
    std::size_t index = 0;
    double squared_distance_m2 = -1;
};

// The vertex strictly between `first` and `last` that lies farthest from their segment. Index n stands for vertex
// 0 again, so that a ring is a path from 0 to n.
Farthest farthest(const std::vector<PlanarPoint>& path, std::size_t first, std::size_t last) {
    Farthest found;
    const PlanarPoint a = path[first], b = path[last % path.size()];
    for (std::size_t i = first + 1; i < last; ++i)
        if (const double d2 = squared_distance(path[i], a, b); d2 > found.squared_distance_m2) found = {i, d2};
    return found;
}

// Marks what is kept between `first` and `last`, which are kept already. A stack of our own in place of recursion,
// whose depth could be the number of vertices.
void keep_between(const std::vector<PlanarPoint>& path, std::size_t first, std::size_t last, double tolerance_m2,
                  std::vector<char>& is_kept) {
    std::vector<std::pair<std::size_t, std::size_t>> spans{{first, last}};
    while (!spans.empty()) {
        const auto [from, to] = spans.back();
        spans.pop_back();
        const Farthest split = farthest(path, from, to);
        if (split.squared_distance_m2 <= tolerance_m2) continue;
        is_kept[split.index] = 1;
        spans.emplace_back(from, split.index);
        spans.emplace_back(split.index, to);
    }
}

void keep_in_ring(const std::vector<PlanarPoint>& ring, double tolerance_m2, std::vector<char>& is_kept) {
    const std::size_t n = ring.size();
    const std::size_t opposite = farthest(ring, 0, n).index;
    is_kept[opposite] = 1;
    keep_between(ring, 0, opposite, tolerance_m2, is_kept);
    keep_between(ring, opposite, n, tolerance_m2, is_kept);
    if (std::count(is_kept.begin(), is_kept.end(), 1) >= 3) return;
    // Two vertices are no ring. The farthest of the rest joins them, and what its own lines leave out is looked at
    // again.
    const Farthest before = farthest(ring, 0, opposite), after = farthest(ring, opposite, n);
    const bool is_before = before.squared_distance_m2 > after.squared_distance_m2;
    const std::size_t third = is_before ? before.index : after.index;
    is_kept[third] = 1;
    keep_between(ring, is_before ? 0 : opposite, third, tolerance_m2, is_kept);
    keep_between(ring, third, is_before ? opposite : n, tolerance_m2, is_kept);
}

}  // namespace

std::vector<std::uint32_t> simplified(const std::vector<PlanarPoint>& path, double tolerance_m, bool is_closed) {
    std::vector<char> is_kept(path.size(), 0);
    if (path.size() <= (is_closed ? 3U : 2U)) {
        std::fill(is_kept.begin(), is_kept.end(), 1);
    } else if (is_closed) {
        is_kept.front() = 1;
        keep_in_ring(path, tolerance_m * tolerance_m, is_kept);
    } else {
        is_kept.front() = is_kept.back() = 1;
        keep_between(path, 0, path.size() - 1, tolerance_m * tolerance_m, is_kept);
    }
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (is_kept[i] != 0) kept.push_back(static_cast<std::uint32_t>(i));
    return kept;
}

}  // namespace harmattan::features
