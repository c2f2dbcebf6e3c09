#include "geo/cell_grid.h"

#include <cmath>
#include <random>

#include "geo/projection.h"
#include "support/catch.h"

using namespace harmattan::geo;

TEST_CASE("cells are of their size wherever people live") {
    // Along the middle parallel and the meridian, by geodesics from one cell's middle to its neighbours'.
    for (const double size_km : {1.0, 10.0, 50.0, 100.0}) {
        const CellGrid grid(size_km);
        for (const double lat_deg : {0.5, 14.3, -14.3, 33.0, 60.1}) {
            CAPTURE(size_km, lat_deg);
            const LonLat here = grid.centre_of({-3.7, lat_deg});
            const double east_deg = size_km / (111.32 * std::cos(lat_deg / 57.29578));
            const LonLat east = grid.centre_of({here.lon_deg + east_deg, here.lat_deg});
            const LonLat north = grid.centre_of({here.lon_deg, here.lat_deg + size_km / 111.0});
            CHECK(distance_m(here, east) / 1000 == Approx(size_km).epsilon(0.01));
            CHECK(distance_m(here, {here.lon_deg, north.lat_deg}) / 1000 == Approx(size_km).epsilon(0.001));
            CHECK(grid.reach_km(here) == Approx(size_km * std::sqrt(0.5)).epsilon(0.03));
        }
    }
}

TEST_CASE("every point lies within reach of its cell's middle, which is its own middle") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-90, 90);
    for (const double size_km : {0.1, 10.0, 333.0, 2000.0}) {
        const CellGrid grid(size_km);
        for (int i = 0; i < 2000; ++i) {
            const LonLat point{lon(random), lat(random)};
            const LonLat centre = grid.centre_of(point);
            CAPTURE(size_km, point.lon_deg, point.lat_deg);
            REQUIRE(distance_m(point, centre) / 1000 <= grid.reach_km(point) * (1 + 1e-9));
            const LonLat again = grid.centre_of(centre);
            REQUIRE(again.lon_deg == centre.lon_deg);
            REQUIRE(again.lat_deg == centre.lat_deg);
        }
    }
}

TEST_CASE("poles, the equator and the antimeridian have cells") {
    const CellGrid grid(10);
    for (const double lat_deg : {-90.0, -0.0, 0.0, 90.0, 89.9999, -89.9999})
        for (const double lon_deg : {-180.0, 180.0, 0.0, 179.99999}) {
            const LonLat centre = grid.centre_of({lon_deg, lat_deg});
            CAPTURE(lon_deg, lat_deg, centre.lon_deg, centre.lat_deg);
            CHECK(std::abs(centre.lat_deg) < 90);
            CHECK(std::abs(centre.lon_deg) < 180);
            CHECK(distance_m({lon_deg, lat_deg}, centre) <= 1000 * grid.reach_km({lon_deg, lat_deg}) * 1.001);
        }
    CHECK(grid.centre_of({0, 0.01}).lat_deg > 0);
    CHECK(grid.centre_of({0, -0.01}).lat_deg < 0);
}

TEST_CASE("the earth has as many cells of 100 km as its area says") {
    // The ellipsoid's surface is 510,065,622 km2 (Moritz, Geodetic Reference System 1980), so 51,007 cells; the
    // caps at the poles and rounding in each band make a difference of less than 1 %.
    const CellGrid grid(100);
    double cells = 0;
    for (double km = 50; km < 10001; km += 100) {
        const LonLat middle = grid.centre_of({-179.999, km / 111.132});
        const double width_deg = 2 * (middle.lon_deg + 180);
        cells += 2 * std::round(360 / width_deg);
    }
    CHECK(cells == Approx(51007).epsilon(0.01));
}

TEST_CASE("the mean of points crosses the antimeridian and the poles") {
    const auto mean = [](std::initializer_list<LonLat> points) {
        MeanPoint sum;
        for (const LonLat point : points) sum.add(point);
        return sum.value();
    };
    CHECK(std::abs(mean({{179, 10}, {-179, 10}}).lon_deg) == Approx(180));
    CHECK(mean({{0, 80}, {180, 80}}).lat_deg == Approx(90));
    CHECK(mean({{2, 0}, {4, 0}}).lon_deg == Approx(3));
    CHECK(mean({{0, 10}, {0, 20}}).lat_deg == Approx(15));
    // Nothing lies between opposite points.
    CHECK(mean({{30, 0}, {-150, 0}}).lon_deg == 30);
    CHECK(mean({{12.5, 7.25}}).lat_deg == Approx(7.25));
}
