// Densified borders, the graticule, the scale bar.
#include <algorithm>
#include <cmath>
#include <random>

#include "geo/densify.h"
#include "geo/graticule.h"
#include "geo/scale_bar.h"
#include "support/catch.h"

using namespace harmattan::geo;
using namespace harmattan::test;

namespace {

bool same(const std::vector<LonLat>& a, const std::vector<LonLat>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](LonLat p, LonLat q) { return p.lon_deg == q.lon_deg && p.lat_deg == q.lat_deg; });
}

double longest_step_deg(const std::vector<LonLat>& path) {
    double longest = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        longest = std::max({longest, std::abs(path[i].lon_deg - path[i - 1].lon_deg),
                            std::abs(path[i].lat_deg - path[i - 1].lat_deg)});
    return longest;
}

std::vector<double> degrees_of(const std::vector<GraticuleLine>& lines, bool is_meridian) {
    std::vector<double> degrees;
    for (const GraticuleLine& line : lines)
        if (line.is_meridian == is_meridian) degrees.push_back(line.degree);
    return degrees;
}

}  // namespace

TEST_CASE("a long parallel gets points on the parallel") {
    const auto dense = densified({{-10, 25}, {12, 25}}, 0.5);
    REQUIRE(dense.size() == 45);
    CHECK(dense[1].lon_deg == -9.5);
    for (const LonLat point : dense) CHECK(point.lat_deg == 25);
}

TEST_CASE("densifying keeps the vertices, their order, and the steps short") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-90, 90);
    for (int round = 0; round < 50; ++round) {
        std::vector<LonLat> path;
        for (int i = 0; i < 6; ++i) path.push_back({lon(random), lat(random)});
        const auto dense = densified(path, 0.7);
        CHECK(longest_step_deg(dense) <= 0.7 + 1e-9);
        auto at = dense.begin();
        for (const LonLat vertex : path) {
            at = std::find_if(at, dense.end(), [&](LonLat p) {
                return p.lon_deg == vertex.lon_deg && p.lat_deg == vertex.lat_deg;
            });
            CHECK(at != dense.end());
        }
    }
}

TEST_CASE("a border has the same points from either side") {
    std::mt19937 random(6);
    std::uniform_real_distribution<double> lon(-20, 20), lat(-20, 20);
    int different = 0;
    for (int round = 0; round < 500; ++round) {
        const LonLat a{lon(random), lat(random)}, b{lon(random), lat(random)};
        auto there = densified({a, b}, 0.3);
        const auto back = densified({b, a}, 0.3);
        std::reverse(there.begin(), there.end());
        if (!same(there, back)) ++different;
    }
    CHECK(different == 0);
}

TEST_CASE("short paths stay as they are") {
    CHECK(densified({}, 1).empty());
    CHECK(densified({{1, 2}}, 1).size() == 1);
    CHECK(densified({{1, 2}, {1.5, 2.5}, {1.5, 2.5}}, 1).size() == 3);
    CHECK(densified({{0, 0}, {1, 0}}, 1).size() == 2);
    CHECK(densified({{0, 0}, {1.0001, 0}}, 1).size() == 3);
}

TEST_CASE("the graticule's step suits the span") {
    CHECK(graticule_step_deg(34) == 5);
    CHECK(graticule_step_deg(23) == 5);
    CHECK(graticule_step_deg(8) == 2);
    CHECK(graticule_step_deg(120) == 30);
    CHECK(graticule_step_deg(360) == 30);
    CHECK(graticule_step_deg(2) == 0.5);
    for (double span_deg = 0.05; span_deg < 250; span_deg *= 1.07) {
        const double step_deg = graticule_step_deg(span_deg);
        INFO(span_deg << " in steps of " << step_deg);
        CHECK(span_deg / step_deg >= 3.6);
        CHECK(span_deg / step_deg <= 9.2);
    }
}

TEST_CASE("the graticule's lines are the multiples in the extent") {
    const auto lines = graticule({-18, 3, 16, 26}, 5);
    CHECK(degrees_of(lines, true) == std::vector<double>{-15, -10, -5, 0, 5, 10, 15});
    CHECK(degrees_of(lines, false) == std::vector<double>{5, 10, 15, 20, 25});
    for (const GraticuleLine& line : lines) {
        CHECK(longest_step_deg(line.path) <= 0.5);
        for (const LonLat point : line.path)
            CHECK((line.is_meridian ? point.lon_deg : point.lat_deg) == line.degree);
        const LonLat first = line.path.front(), last = line.path.back();
        CHECK((line.is_meridian ? first.lat_deg : first.lon_deg) == (line.is_meridian ? 3 : -18));
        CHECK((line.is_meridian ? last.lat_deg : last.lon_deg) == (line.is_meridian ? 26 : 16));
    }
}

TEST_CASE("the extent's own edges are lines too, but not the poles") {
    const auto lines = graticule({-180, -90, 180, 90}, 30);
    CHECK(degrees_of(lines, true).size() == 13);
    CHECK(degrees_of(lines, false) == std::vector<double>{-60, -30, 0, 30, 60});
    CHECK(degrees_of(graticule({0, 0, 0.3, 0.3}, 0.1), true).size() == 4);
}

TEST_CASE("the graticule across the antimeridian") {
    const auto lines = graticule({170, -20, -170, 0}, 5);
    CHECK(degrees_of(lines, true) == std::vector<double>{170, 175, 180, -175, -170});
    for (const GraticuleLine& line : lines)
        for (const LonLat point : line.path) CHECK(std::abs(point.lon_deg) <= 180);
}

TEST_CASE("scale bars have round lengths that fit") {
    CHECK(scale_bar_km(2, 160) == 250);
    CHECK(scale_bar_km(2, 249) == 250);
    CHECK(scale_bar_km(2, 250) == 500);
    CHECK(scale_bar_km(0.01, 150) == 1);
    CHECK(scale_bar_km(0.01, 99.9) == Approx(0.5));
    CHECK(scale_bar_km(1, 1000) == 1000);
    CHECK(scale_bar_km(0.1, 10) == Approx(1));
    for (double km_per_px = 0.001; km_per_px < 50; km_per_px *= 1.13) {
        const double km = scale_bar_km(km_per_px, 200), width_px = km / km_per_px;
        INFO(km_per_px << " gives " << km);
        CHECK(width_px <= 200 * (1 + 1e-9));
        CHECK(width_px >= 80 - 1e-6);  // 2.5 and below that 1: never less than 1 / 2.5 of the room
        const double digit = km / std::pow(10, std::floor(std::log10(km) + 1e-9));
        CHECK((std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 2.5) < 1e-6 ||
               std::abs(digit - 5) < 1e-6));
    }
}
