#include "geo/near_points.h"

#include <random>

#include "geo/projection.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

double nearest_by_geodesics(std::span<const geo::LonLat> points, std::size_t index, double reach_m) {
    double nearest = reach_m;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i != index) nearest = std::min(nearest, geo::distance_m(points[index], points[i]));
    return nearest;
}

}  // namespace

TEST_CASE("the nearest point is as far as the shortest geodesic says, also over the antimeridian and at a pole") {
    std::mt19937 dice(5);
    std::uniform_real_distribution<double> step(-1.5, 1.5);
    for (const geo::LonLat middle : {geo::LonLat{2, 14}, {179.9, -17}, {-40, 89.6}, {0, 0}}) {
        std::vector<geo::LonLat> points;
        for (int i = 0; i < 300; ++i) {
            geo::LonLat point{middle.lon_deg + step(dice), std::min(middle.lat_deg + step(dice), 90.0)};
            if (point.lon_deg > 180) point.lon_deg -= 360;
            points.push_back(point);
        }
        constexpr double reach_m = 24'000;
        const geo::NearPoints near(points, reach_m);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double expected = nearest_by_geodesics(points, i, reach_m);
            CHECK_THAT(near.nearest_m(i), Catch::Matchers::WithinAbs(expected, 0.006 * expected + 1e-6));
        }
    }
}

TEST_CASE("a point without a neighbour is as far as the reach, one upon another is at it") {
    const std::vector<geo::LonLat> points{{0, 0}, {10, 10}, {10, 10}};
    const geo::NearPoints near(points, 5000);
    CHECK(near.nearest_m(0) == 5000);
    CHECK(near.nearest_m(1) == 0);
}
