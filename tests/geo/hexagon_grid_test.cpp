#include "geo/hexagon_grid.h"

#include <cmath>
#include <random>

#include <geodesic.h>

#include "geo/area_scale.h"
#include "geo/projection.h"
#include "support/catch.h"

using namespace harmattan::geo;

namespace {

// Area of a polygon on WGS 84 by geodesics (Karney 2013), in square metres.
double geodesic_area_m2(const std::vector<LonLat>& ring) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring) geod_polygon_addpoint(&ellipsoid, &polygon, p.lat_deg, p.lon_deg);
    double area = 0, length = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, &length);
    return std::abs(area);
}

// The corners on the ground with points between them: a side straight in the plane is no geodesic.
std::vector<LonLat> on_ground(const Projection& projection, const std::array<PlanarPoint, 6>& corners) {
    constexpr int steps = 20;
    std::vector<LonLat> ring;
    for (std::size_t i = 0; i < corners.size(); ++i)
        for (int j = 0; j < steps; ++j) {
            const PlanarPoint a = corners[i], b = corners[(i + 1) % corners.size()];
            const double share = static_cast<double>(j) / steps;
            ring.push_back(projection.inverse({a.x_m + (b.x_m - a.x_m) * share, a.y_m + (b.y_m - a.y_m) * share}));
        }
    return ring;
}

}  // namespace

TEST_CASE("all hexagons have one area on the ellipsoid, in the projections that auto takes") {
    std::mt19937 random(3);
    for (const Extent& extent : {Extent{-18, 3, 16, 26}, Extent{-170, -60, 170, 80}}) {
        const auto projection = Projection::fitted(extent);
        for (const double width_km : {10.0, 50.0, 300.0}) {
            const HexagonGrid grid(width_km * 1000);
            std::uniform_real_distribution<double> lon(extent.west_deg, extent.east_deg),
                lat(extent.south_deg, extent.north_deg);
            for (int i = 0; i < 20; ++i) {
                const auto cell = grid.cell_of(projection.forward({lon(random), lat(random)}));
                const auto ring = on_ground(projection, grid.corners_of(cell));
                CAPTURE(projection.definition(), width_km, cell.q, cell.r);
                CHECK(geodesic_area_m2(ring) == Approx(grid.area_m2()).epsilon(1e-3));
            }
        }
    }
}

TEST_CASE("a point's cell is the one with the nearest centre") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> at(-5e6, 5e6);
    const HexagonGrid grid(37e3);
    for (int i = 0; i < 20000; ++i) {
        const PlanarPoint p{at(random), at(random)};
        const Hexagon cell = grid.cell_of(p);
        const auto distance = [&](Hexagon other) {
            const PlanarPoint c = grid.centre_of(other);
            return std::hypot(c.x_m - p.x_m, c.y_m - p.y_m);
        };
        for (int dq = -1; dq <= 1; ++dq)
            for (int dr = -1; dr <= 1; ++dr)
                REQUIRE(distance(cell) <= distance({cell.q + dq, cell.r + dr}) + 1e-6);
        REQUIRE(grid.cell_of(grid.centre_of(cell)) == cell);
    }
}

TEST_CASE("neighbours share their corners, and the width is that across flats") {
    const HexagonGrid grid(10);
    const auto here = grid.corners_of({4, -2}), east = grid.corners_of({5, -2});
    CHECK(here[0].x_m == Approx(east[4].x_m));
    CHECK(here[0].y_m == Approx(east[4].y_m));
    CHECK(here[1].x_m == Approx(east[3].x_m));
    CHECK(grid.centre_of({5, -2}).x_m - grid.centre_of({4, -2}).x_m == Approx(10));
    CHECK(grid.centre_of({0, 0}).x_m == 0);
}

TEST_CASE("areas in the plane are held against the ground") {
    // On Mercator's cylinder lengths grow with the secant of the latitude (here of the sphere, 0.3 % off at most).
    const auto mercator = Projection::from_text("EPSG:3395");
    for (const double lat : {0.0, 20.0, 45.0, 60.0}) {
        const double cosine = std::cos(lat * 3.14159265358979 / 180);
        CHECK(ground_area_per_area(mercator, mercator.forward({10, lat})) ==
              Approx(cosine * cosine).epsilon(0.01));
    }
    const auto box = mercator.bounds_of({-18, 3, 16, 26});
    CHECK_FALSE(is_equal_area(mercator, box));
    for (const char* text :
         {"+proj=laea +lat_0=15", "+proj=eqearth", "+proj=aea +lat_1=5 +lat_2=25", "EPSG:6933"}) {
        CAPTURE(text);
        const auto projection = Projection::from_text(text);
        CHECK(is_equal_area(projection, projection.bounds_of({-18, 3, 16, 26})));
        CHECK(ground_area_per_area(projection, projection.forward({3, 20})) == Approx(1).epsilon(1e-4));
    }
    CHECK_FALSE(is_equal_area(Projection::from_text("EPSG:4326"), {-2e6, -2e6, 2e6, 2e6}));
    // PROJ has Mollweide's projection for the sphere only: half a per cent off on the ellipsoid.
    const auto mollweide = Projection::from_text("+proj=moll");
    CHECK(ground_area_per_area(mollweide, mollweide.forward({3, 20})) == Approx(0.995).epsilon(1e-3));
    CHECK_FALSE(is_equal_area(mollweide, mollweide.bounds_of({-18, 3, 16, 26})));
}
