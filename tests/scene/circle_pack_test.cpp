#include "scene/circle_pack.h"

#include <cmath>
#include <numbers>
#include <random>

#include "support/catch.h"

using namespace harmattan;
using Catch::Matchers::WithinAbs;

namespace {

double apart(const scene::PackedCircles& packed, std::size_t a, std::size_t b) {
    return std::hypot(packed.centres[a].x - packed.centres[b].x, packed.centres[a].y - packed.centres[b].y);
}

}  // namespace

TEST_CASE("few equal circles lie as they lie best") {
    // The least circle round 1, 2, 3 and 7 unit circles: Graham, Lubachevsky, Nurmela & Oestergard 1998, table 1.
    const auto reach = [](std::size_t count) {
        return scene::pack_circles(std::vector<double>(count, 1.0)).reach;
    };
    CHECK_THAT(reach(1), WithinAbs(1, 1e-12));
    CHECK_THAT(reach(2), WithinAbs(2, 1e-12));
    CHECK_THAT(reach(3), WithinAbs(1 + 2 / std::sqrt(3.0), 1e-12));
    CHECK_THAT(reach(7), WithinAbs(3, 1e-9));
}

TEST_CASE("circles touch, overlap nowhere, lie in the reach round their common centre, and close together") {
    std::mt19937 dice(11);
    std::lognormal_distribution<double> radius(1.2, 0.6);
    for (int round = 0; round < 40; ++round) {
        std::vector<double> radii;
        for (int i = 0; i < 1 + round * 2; ++i) radii.push_back(radius(dice));
        const auto packed = scene::pack_circles(radii);
        REQUIRE(packed.centres.size() == radii.size());
        double area = 0, x = 0, y = 0;
        for (std::size_t i = 0; i < radii.size(); ++i) {
            std::size_t touching = 0;
            for (std::size_t j = 0; j < radii.size(); ++j) {
                if (i == j) continue;
                const double gap = apart(packed, i, j) - radii[i] - radii[j];
                CHECK(gap > -1e-6);
                touching += gap < 1e-6 ? 1 : 0;
            }
            CHECK(touching >= std::min<std::size_t>(radii.size() - 1, 1));
            CHECK(std::hypot(packed.centres[i].x, packed.centres[i].y) + radii[i] <= packed.reach + 1e-9);
            area += radii[i] * radii[i];
            x += radii[i] * radii[i] * packed.centres[i].x;
            y += radii[i] * radii[i] * packed.centres[i].y;
        }
        CHECK_THAT(x / area, WithinAbs(0, 1e-9));
        CHECK_THAT(y / area, WithinAbs(0, 1e-9));
        if (radii.size() > 20) CHECK(area / (packed.reach * packed.reach) > 0.35);
    }
}
