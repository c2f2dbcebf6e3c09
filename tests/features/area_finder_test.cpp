#include "features/area_finder.h"

#include <cmath>
#include <limits>
#include <random>

#include "support/catch.h"

using namespace harmattan::features;
using harmattan::geo::LonLat;

namespace {

using Ring = std::vector<LonLat>;

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

// By the winding number: the angle that the ring sweeps as seen from the place.
bool winds_round(const Ring& ring, LonLat p) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
        const double ax = a.lon_deg - p.lon_deg, ay = a.lat_deg - p.lat_deg, bx = b.lon_deg - p.lon_deg,
                     by = b.lat_deg - p.lat_deg;
        sum += std::atan2(ax * by - ay * bx, ax * bx + ay * by);
    }
    return std::abs(sum) > 3;
}

}  // namespace

TEST_CASE("a place lies in the polygon around it, not in its hole, and in the first of two") {
    FeatureTableBuilder builder(GeometryKind::polygon, {});
    builder.add_feature({});
    builder.add_part(box(0, 0, 10, 10));
    builder.add_part(box(4, 4, 6, 6), true);
    builder.add_feature({});  // empty
    builder.add_feature({});
    builder.add_part(box(9, 0, 20, 10));
    builder.add_part(box(-5, -5, -4, -4));
    const AreaFinder finder(std::move(builder).build());
    CHECK(finder.feature_at({1, 1}) == 0U);
    CHECK_FALSE(finder.feature_at({5, 5}));
    CHECK(finder.feature_at({9.5, 5}) == 0U);
    CHECK(finder.feature_at({15, 5}) == 2U);
    CHECK(finder.feature_at({-4.5, -4.5}) == 2U);
    CHECK_FALSE(finder.feature_at({15, 11}));
    CHECK_FALSE(finder.feature_at({15, 90}));
    CHECK_FALSE(finder.feature_at({std::numeric_limits<double>::quiet_NaN(), 5}));
}

TEST_CASE("places on a common edge lie in exactly one of two neighbours") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> share(0, 1);
    const LonLat foot{1.1, 0.3}, top{2.7, 9.1};
    FeatureTableBuilder builder(GeometryKind::polygon, {});
    builder.add_feature({});
    builder.add_part({{-5, 0.3}, foot, top, {-5, 9.1}});
    builder.add_feature({});
    builder.add_part({foot, {8, 0.3}, {8, 9.1}, top});
    const FeatureTable table = std::move(builder).build();
    const AreaFinder finder(table);
    for (int i = 0; i < 2000; ++i) {
        const double s = share(random);
        const LonLat p{foot.lon_deg + s * (top.lon_deg - foot.lon_deg),
                       foot.lat_deg + s * (top.lat_deg - foot.lat_deg)};
        REQUIRE(finder.feature_at(p));
    }
}

TEST_CASE("the answers are those of winding numbers on ragged stars") {
    std::mt19937 random(17);
    std::uniform_real_distribution<double> radius(0.5, 2.9), lon(-10, 60), lat(-40, 40);
    std::vector<Ring> rings;
    FeatureTableBuilder builder(GeometryKind::polygon, {});
    for (int i = 0; i < 60; ++i) {
        Ring ring;
        for (int j = 0; j < 40; ++j) {
            const double angle = 2 * 3.14159265358979 * j / 40, r = radius(random);
            ring.push_back(
                {(i % 10) * 6 + r * std::cos(angle), static_cast<double>(i / 10) * 6 - 15 + r * std::sin(angle)});
        }
        rings.push_back(ring);
        builder.add_feature({});
        builder.add_part(ring);
    }
    const AreaFinder finder(std::move(builder).build());
    int inside = 0;
    for (int i = 0; i < 20000; ++i) {
        const LonLat p{lon(random), lat(random)};
        std::optional<std::uint32_t> wanted;
        for (std::uint32_t k = 0; k < rings.size() && !wanted; ++k)
            if (winds_round(rings[k], p)) wanted = k;
        REQUIRE(finder.feature_at(p) == wanted);
        inside += wanted ? 1 : 0;
    }
    CHECK(inside > 1000);
}
