#include "features/raster.h"

#include <cmath>

#include "support/catch.h"

using namespace harmattan;

TEST_CASE("a place has the value of its cell, of the finest grid that holds it") {
    features::Raster raster;
    raster.grids.push_back({2, 2, {0, 0, 20, 20}, {1, 2, 3, 4}, {}});
    CHECK(raster.value_at({5, 15}) == 1);
    CHECK(raster.value_at({15, 15}) == 2);
    CHECK(raster.value_at({5, 5}) == 3);
    CHECK(raster.value_at({20, 0}) == 4);
    CHECK(std::isnan(raster.value_at({21, 5})));
    raster.grids.push_back({1, 1, {8, 8, 12, 12}, {9}, {}});
    CHECK(raster.value_at({10, 10}) == 9);
    CHECK(raster.value_at({5, 15}) == 1);
    CHECK(std::isnan(features::Raster().value_at({0, 0})));
    raster.grids.assign(1, {1, 1, {0, 0, 1, 1}, {}, {1, 2, 3, 255}});
    CHECK(std::isnan(raster.value_at({0.5, 0.5})));
}
