// Projected coordinates against published points.
#include <cmath>
#include <numbers>

#include "geo/projection.h"
#include "support/catch.h"

using namespace harmattan::geo;
using namespace harmattan::test;

namespace {

struct Point {
    double lon_deg, lat_deg, x_m, y_m;
};

void check_points(const char* definition, std::initializer_list<Point> points, double tolerance_m) {
    const Projection projection = Projection::from_text(definition);
    for (const Point& point : points) {
        INFO(definition << " at " << point.lon_deg << ", " << point.lat_deg);
        const PlanarPoint planar = projection.forward({point.lon_deg, point.lat_deg});
        CHECK_THAT(planar.x_m, WithinAbs(point.x_m, tolerance_m));
        CHECK_THAT(planar.y_m, WithinAbs(point.y_m, tolerance_m));
    }
}

constexpr double tenth_of_mm = 0.0001;

// Equal Earth on the ellipsoid as its authors define it: the polynomial of Savric, Patterson & Jenny (2018), "The
// Equal Earth map projection", Int. J. Geogr. Inf. Sci. 33, eq. 1 to 4, of the authalic latitude (Snyder 1987, eq.
// 3-11 to 3-13).
PlanarPoint equal_earth(double lon_deg, double lat_deg) {
    constexpr double a = 6378137, f = 1 / 298.257223563, degree = std::numbers::pi / 180;
    const double e2 = f * (2 - f), e = std::sqrt(e2);
    const auto q = [&](double sine) {
        return (1 - e2) * (sine / (1 - e2 * sine * sine) - std::log((1 - e * sine) / (1 + e * sine)) / (2 * e));
    };
    const double qp = q(1), m = std::sqrt(3.0) / 2;
    const double theta = std::asin(m * q(std::sin(lat_deg * degree)) / qp);
    constexpr double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
    const double t2 = theta * theta, t6 = t2 * t2 * t2, radius = a * std::sqrt(qp / 2);
    const double x = lon_deg * degree * std::cos(theta) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
    const double y = theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
    return {radius * x, radius * y};
}

}  // namespace

// PROJ's own test points: OSGeo/PROJ, test/gie/builtins.gie, "Test oblique aspect of the ellipsoidal form", "Test
// north polar aspect" and "Test south polar aspect for the ellipsoidal form" of laea; its tolerance is 0.1 mm.
TEST_CASE("PROJ's published points: Lambert azimuthal equal-area") {
    check_points("+proj=laea +ellps=GRS80 +lat_0=45",
                 {{0, 45, 0, 0},
                  {0, 0, 0, -4860248.8602},
                  {0, 90, 0, 4886594.2207},
                  {0, -45, 0, -8984728.0442},
                  {45, 45, 3318800.8682, 968788.2336}},
                 tenth_of_mm);
    check_points("+proj=laea +ellps=GRS80 +lat_0=90",
                 {{0, 90, 0, 0}, {0, 0, 0, -9009964.7611}, {0, 45, 0, -4889334.8030}, {0, -45, 0, -11766619.5307}},
                 tenth_of_mm);
    check_points("+proj=laea +ellps=GRS80 +lat_0=-90", {{0, 0, 0, 9009964.7611}, {0, -45, 0, 4889334.8030}},
                 tenth_of_mm);
}

// The same file, "Albers Equal Area" and "Lambert Conformal Conic".
TEST_CASE("PROJ's published points: the conic projections") {
    check_points("+proj=aea +ellps=GRS80 +lat_1=0 +lat_2=2",
                 {{2, 1, 222571.608757106, 110653.326743030},
                  {2, -1, 222706.306508391, -110484.267144400},
                  {-2, 1, -222571.608757106, 110653.326743030}},
                 tenth_of_mm);
    check_points("+proj=lcc +ellps=GRS80 +lat_1=0.5 +lat_2=2",
                 {{2, 1, 222588.439735968, 110660.533870800}, {-2, -1, -222756.879700279, -110532.797660827}},
                 tenth_of_mm);
    check_points("+proj=lcc +ellps=GRS80 +lat_1=30 +lat_2=45",
                 {{1, 2, 131833.493971117, 265456.213515346}, {-1, -2, -137536.205750651, -269686.591917190}},
                 tenth_of_mm);
}

// The same file, "Azimuthal Equidistant", test data from Snyder's tables 30 and 31.
TEST_CASE("Snyder's published points: azimuthal equidistant") {
    check_points("+proj=aeqd +ellps=GRS80 +lat_0=0",
                 {{0, 90, 0, 10001965.7292}, {90, 0, 10018754.1714, 0}, {45, 45, 3860398.3783, 5430089.0490}},
                 tenth_of_mm);
    check_points("+proj=aeqd +ellps=intl +lat_0=90", {{0, 85, 0, -558485.4}, {0, 70, 0, -2233100.9}}, 0.1);
}

// IOGP, Geomatics Guidance Note 7-2, example of the method 9820 (Lambert azimuthal equal-area): ETRS89 / LAEA
// Europe, 50 N 5 E. As the code's axes are north, east, this checks their order too. ETRS89 and WGS 84 are taken
// as equal.
TEST_CASE("the EPSG's example for ETRS89 / LAEA Europe") {
    check_points("EPSG:3035", {{5, 50, 3962799.45, 2999718.85}}, 0.01);
}

TEST_CASE("Equal Earth by its authors' formula") {
    const Projection projection = Projection::from_text("+proj=eqearth +datum=WGS84");
    for (const double lat_deg : {-90.0, -60.0, -1.0, 0.0, 14.5, 45.0, 89.0})
        for (const double lon_deg : {-180.0, -90.0, 0.0, 1.0, 77.7, 180.0}) {
            INFO(lon_deg << ", " << lat_deg);
            const PlanarPoint planar = projection.forward({lon_deg, lat_deg}),
                              expected = equal_earth(lon_deg, lat_deg);
            CHECK_THAT(planar.x_m, WithinAbs(expected.x_m, 0.001));
            CHECK_THAT(planar.y_m, WithinAbs(expected.y_m, 0.001));
        }
}

// x = a * longitude: the equator's degree on WGS 84.
TEST_CASE("a geographic CRS is drawn as plate carree") {
    constexpr double degree_m = 6378137 * std::numbers::pi / 180;
    for (const char* text : {"EPSG:4326", "+proj=longlat +datum=WGS84", "OGC:CRS84"})
        check_points(text, {{10, 20, 10 * degree_m, 20 * degree_m}, {-180, -90, -180 * degree_m, -90 * degree_m}},
                     0.001);
}

// Transverse Mercator is 0.9996 at the central meridian; the equator's northing is 0 in the north, 10,000,000 m in
// the south (DMA TM 8358.2).
TEST_CASE("UTM by code and by string") {
    check_points("EPSG:32630", {{-3, 0, 500000, 0}}, 0.001);
    check_points("EPSG:32730", {{-3, 0, 500000, 10000000}}, 0.001);
    const PlanarPoint by_code = Projection::from_text("EPSG:32630").forward({-1.5, 12.4});
    const PlanarPoint by_text = Projection::from_text("+proj=utm +zone=30 +datum=WGS84").forward({-1.5, 12.4});
    CHECK_THAT(by_code.x_m, WithinAbs(by_text.x_m, 0.001));
    CHECK_THAT(by_code.y_m, WithinAbs(by_text.y_m, 0.001));
}

TEST_CASE("whatever a definition's units and axes, the plane is east, north, in metres") {
    const PlanarPoint metres = Projection::from_text("+proj=utm +zone=30 +datum=WGS84").forward({-1.5, 12.4});
    for (const char* text :
         {"+proj=utm +zone=30 +datum=WGS84 +units=km", "+proj=utm +zone=30 +datum=WGS84 +to_meter=0.3048",
          "+proj=utm +zone=30 +datum=WGS84 +axis=wsu", "+proj=utm +zone=30 +datum=WGS84 +type=crs",
          "proj=utm zone=30 datum=WGS84 no_defs"}) {
        INFO(text);
        const PlanarPoint planar = Projection::from_text(text).forward({-1.5, 12.4});
        CHECK_THAT(planar.x_m, WithinAbs(metres.x_m, 0.001));
        CHECK_THAT(planar.y_m, WithinAbs(metres.y_m, 0.001));
    }
    // Hartebeesthoek94 / Lo29 counts westing and southing; S-JTSK / Krovak southing and westing; NAD83 / New York
    // Long Island in feet of the survey.
    for (const auto& [code, place] :
         {std::pair{"EPSG:2053", LonLat{29.5, -26}}, std::pair{"EPSG:2065", LonLat{16, 50}},
          std::pair{"EPSG:2263", LonLat{-73.5, 40.7}}}) {
        INFO(code);
        const Projection projection = Projection::from_text(code);
        const PlanarPoint here = projection.forward(place);
        const PlanarPoint east = projection.forward({place.lon_deg + 0.01, place.lat_deg});
        const PlanarPoint north = projection.forward({place.lon_deg, place.lat_deg + 0.01});
        CHECK_THAT((east.x_m - here.x_m) / distance_m(place, {place.lon_deg + 0.01, place.lat_deg}),
                   WithinAbs(1, 0.02));
        CHECK_THAT((north.y_m - here.y_m) / distance_m(place, {place.lon_deg, place.lat_deg + 0.01}),
                   WithinAbs(1, 0.02));
        const LonLat back = projection.inverse(here);
        CHECK_THAT(back.lon_deg, WithinAbs(place.lon_deg, 1e-7));
        CHECK_THAT(back.lat_deg, WithinAbs(place.lat_deg, 1e-7));
    }
}

// C. F. F. Karney (2013), "Algorithms for geodesics", J. Geodesy 87, tables 2 and 5 (WGS 84): 10,000 km at azimuth
// 30 degrees from 40 N, and a nearly antipodal pair. The last is JFK to LHR of the manual of GeodSolve
// (GeographicLib).
TEST_CASE("geodesic distances as published") {
    CHECK_THAT(distance_m({0, 40}, {137.84490004377, 41.79331020506}), WithinAbs(10000000, 0.001));
    CHECK_THAT(distance_m({0, -30}, {179.8, 29.9}), WithinAbs(19989832.827610, 0.001));
    CHECK_THAT(distance_m({-73.8, 40.6}, {-0.5, 51.6}), WithinAbs(5551759.400, 0.001));
    // A quarter of the meridian of WGS 84 (Snyder 1987, p. 15 gives the method) and one degree of the equator.
    CHECK_THAT(distance_m({12, 0}, {12, 90}), WithinAbs(10001965.7293, 0.001));
    CHECK_THAT(distance_m({0, 0}, {1, 0}), WithinAbs(6378137 * std::numbers::pi / 180, 0.001));
    CHECK(distance_m({5, 5}, {5, 5}) == 0);
    CHECK_THAT(distance_m({179.5, 0}, {-179.5, 0}), WithinAbs(6378137 * std::numbers::pi / 180, 0.001));
}
