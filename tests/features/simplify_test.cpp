#include "features/simplify.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "support/catch.h"

using namespace harmattan::features;
using harmattan::geo::PlanarPoint;

namespace {

using Path = std::vector<PlanarPoint>;
using Kept = std::vector<std::uint32_t>;

double distance_m(PlanarPoint p, PlanarPoint a, PlanarPoint b) {
    const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, length2 = dx * dx + dy * dy;
    const double t =
        length2 == 0 ? 0 : std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2, 0.0, 1.0);
    return std::hypot(p.x_m - a.x_m - t * dx, p.y_m - a.y_m - t * dy);
}

// The farthest that a dropped vertex lies from the piece of line that stands for it.
double farthest_dropped_m(const Path& path, const Kept& kept, bool is_closed) {
    double farthest = 0;
    for (std::size_t k = 0; k + (is_closed ? 0 : 1) < kept.size(); ++k) {
        const std::size_t from = kept[k], to = k + 1 < kept.size() ? kept[k + 1] : path.size();
        for (std::size_t i = from + 1; i < to; ++i)
            farthest = std::max(farthest, distance_m(path[i], path[from], path[to % path.size()]));
    }
    return farthest;
}

Path walk(std::mt19937& random, int count) {
    std::uniform_real_distribution<double> step(-1000, 1000);
    Path path{{0, 0}};
    for (int i = 1; i < count; ++i)
        path.push_back({path.back().x_m + step(random), path.back().y_m + step(random)});
    return path;
}

}  // namespace

TEST_CASE("no dropped vertex lies farther than the tolerance") {
    std::mt19937 random(4);
    for (int round = 0; round < 60; ++round) {
        const Path path = walk(random, 3 + static_cast<int>(random() % 300));
        for (const double tolerance_m : {10.0, 300.0, 3000.0})
            for (const bool is_closed : {false, true}) {
                const Kept kept = simplified(path, tolerance_m, is_closed);
                CHECK(farthest_dropped_m(path, kept, is_closed) <= tolerance_m);
                CHECK(std::is_sorted(kept.begin(), kept.end()));
                CHECK(std::adjacent_find(kept.begin(), kept.end()) == kept.end());
                CHECK(kept.front() == 0);
                if (is_closed)
                    CHECK(kept.size() >= 3);
                else
                    CHECK(kept.back() == path.size() - 1);
            }
    }
}

TEST_CASE("vertices on a straight line go, corners stay") {
    CHECK(simplified({{0, 0}, {1, 0}, {2, 0}, {3, 0}, {3, 5}, {3, 9}}, 0, false) == Kept{0, 3, 5});
    CHECK(simplified({{0, 0}, {5, 0}, {10, 0}, {10, 10}, {5, 10}, {0, 10}, {0, 5}}, 0.1, true) ==
          Kept{0, 2, 3, 5});
}

// The line goes past its end and comes back: the infinite line through both ends would hide that.
TEST_CASE("a spur beyond the end is not lost") {
    CHECK(simplified({{0, 0}, {100, 0}, {50, 0}}, 1, false) == Kept{0, 1, 2});
}

TEST_CASE("a small ring stays a triangle") {
    Path circle;
    for (int i = 0; i < 100; ++i)
        circle.push_back({std::cos(2 * std::numbers::pi * i / 100), std::sin(2 * std::numbers::pi * i / 100)});
    CHECK(simplified(circle, 1000, true).size() == 3);
    CHECK(simplified(circle, 0.01, true).size() > 10);
    CHECK(simplified(circle, 0.01, true).size() < 50);
}

TEST_CASE("what is short already stays") {
    CHECK(simplified({}, 1, false).empty());
    CHECK(simplified({{0, 0}}, 1, false) == Kept{0});
    CHECK(simplified({{0, 0}, {0, 0}}, 1, false) == Kept{0, 1});
    CHECK(simplified({{0, 0}, {0, 1}, {1, 0}}, 100, true) == Kept{0, 1, 2});
    CHECK(simplified({{0, 0}, {0, 0}, {0, 0}, {0, 0}}, 1, true).size() == 3);
    CHECK(simplified({{0, 0}, {0, 0}, {0, 0}, {0, 0}}, 1, false) == Kept{0, 3});
}

// A spiral splits at its last vertex each time: as deep as it is long, which would end a recursion.
TEST_CASE("a path as deep as it is long") {
    Path zigzag;
    for (int i = 0; i < 20000; ++i) zigzag.push_back({static_cast<double>(i), i % 2 == 0 ? 0.0 : 20000.0 - i});
    const Kept kept = simplified(zigzag, 0.5, false);
    CHECK(farthest_dropped_m(zigzag, kept, false) <= 0.5);
    CHECK(kept.size() > 19000);
}
