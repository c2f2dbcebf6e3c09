#include "geo/projection.h"

#include <cmath>
#include <limits>
#include <random>
#include <thread>

#include "base/error.h"
#include "base/messages.h"
#include "support/catch.h"

using namespace harmattan::geo;
using namespace harmattan::test;
namespace base = harmattan::base;

namespace {

const Extent sahel{-18, 3, 16, 26};

std::string key_of(const char* text) {
    try {
        Projection::from_text(text);
    } catch (const base::Error& error) {
        return error.key();
    }
    return "no error";
}

// The shoelace formula.
double area_m2(std::initializer_list<PlanarPoint> ring) {
    double twice = 0;
    for (auto a = ring.begin(); a != ring.end(); ++a) {
        const auto b = a + 1 == ring.end() ? ring.begin() : a + 1;
        twice += a->x_m * b->y_m - b->x_m * a->y_m;
    }
    return std::abs(twice) / 2;
}

// Area of a cell of longitude and latitude on WGS 84 (Snyder 1987, eq. 3-12: q is the area's integral).
double ground_area_m2(double width_deg, double south_deg, double north_deg) {
    constexpr double a = 6378137, f = 1 / 298.257223563, degree = 3.14159265358979323846 / 180;
    const double e2 = f * (2 - f), e = std::sqrt(e2);
    const auto q = [&](double lat_deg) {
        const double s = std::sin(lat_deg * degree);
        return (1 - e2) * (s / (1 - e2 * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    return a * a / 2 * width_deg * degree * (q(north_deg) - q(south_deg));
}

}  // namespace

TEST_CASE("the projection fitted to an extent") {
    CHECK(Projection::fitted(sahel).definition() == "+proj=laea +lat_0=14.5 +lon_0=-1 +datum=WGS84 +units=m");
    CHECK(Projection::fitted({-0.4, -0.4, 0, 0.2}).definition() ==
          "+proj=laea +lat_0=0 +lon_0=0 +datum=WGS84 +units=m");
    CHECK(Projection::fitted({-180, -60, 180, 85}).definition() == "+proj=eqearth +lon_0=0 +datum=WGS84 +units=m");
    CHECK(Projection::fitted({-60, -10, 60.5, 10}).name_key() == "projection.eqearth");
    CHECK(Projection::fitted({-60, -10, 60, 10}).name_key() == "projection.laea");
    CHECK(Projection::fitted({0, -50, 10, 50}).name_key() == "projection.laea");
    CHECK(Projection::fitted({0, -50.5, 10, 50}).name_key() == "projection.eqearth");
    // Across the antimeridian the centre is near it, not in Africa.
    CHECK(Projection::fitted({170, -20, -170, 0}).definition() ==
          "+proj=laea +lat_0=-10 +lon_0=180 +datum=WGS84 +units=m");
}

TEST_CASE("a definition makes the same projection again") {
    for (const Extent& extent : {sahel, Extent{-180, -60, 180, 85}}) {
        const Projection first = Projection::fitted(extent), second = Projection::from_text(first.definition());
        const PlanarPoint a = first.forward({-3, 16.7}), b = second.forward({-3, 16.7});
        CHECK(a.x_m == b.x_m);
        CHECK(a.y_m == b.y_m);
    }
    CHECK(Projection::from_text("EPSG:4326").definition() == "EPSG:4326");
}

TEST_CASE("there and back again") {
    for (const char* text :
         {"+proj=laea +lat_0=14.5 +lon_0=-1 +datum=WGS84", "+proj=eqearth +datum=WGS84", "EPSG:32630", "EPSG:3857",
          "EPSG:4326", "EPSG:3031", "ESRI:54009", "ESRI:102022", "+proj=lcc +lat_1=5 +lat_2=20 +datum=WGS84"}) {
        INFO(text);
        const Projection projection = Projection::from_text(text);
        for (const LonLat place : {LonLat{-1, 14.5}, LonLat{-8, 12.65}, LonLat{4, -30}, LonLat{-3, 16.77}}) {
            const LonLat back = projection.inverse(projection.forward(place));
            CHECK_THAT(back.lon_deg, WithinAbs(place.lon_deg, 1e-7));
            CHECK_THAT(back.lat_deg, WithinAbs(place.lat_deg, 1e-7));
        }
    }
}

TEST_CASE("the fitted projections keep areas") {
    for (const Extent& extent :
         {sahel, Extent{-180, -60, 180, 85}, Extent{170, -20, -170, 0}, Extent{10, 60, 40, 85}}) {
        const Projection projection = Projection::fitted(extent);
        constexpr double cell_deg = 0.001;  // so small that its sides are straight but for 3 parts in a million
        for (const double share : {0.05, 0.3, 0.5, 0.95}) {
            const double lon_deg = extent.west_deg + share * extent.width_deg();
            const double west = lon_deg > 180 ? lon_deg - 360 : lon_deg;
            const double south = extent.south_deg + share * extent.height_deg();
            INFO(projection.definition() << " at " << west << ", " << south);
            const double planar =
                area_m2({projection.forward({west, south}), projection.forward({west + cell_deg, south}),
                         projection.forward({west + cell_deg, south + cell_deg}),
                         projection.forward({west, south + cell_deg})});
            CHECK_THAT(planar / ground_area_m2(cell_deg, south, south + cell_deg), WithinAbs(1, 1e-5));
        }
    }
}

TEST_CASE("the scale is true at the fitted projection's centre") {
    const Projection laea = Projection::fitted(sahel);
    CHECK_THAT(laea.ground_metres_per_metre({0, 0}), WithinAbs(1, 1e-6));
    // In the azimuthal equal-area projection, lengths across the radius are drawn 1 / cos(c/2) too long at the
    // angle c from the centre (Snyder 1987, eq. 24-2): north of it, along x, the ground is shorter by that.
    const PlanarPoint north = laea.forward({-1, 26});
    CHECK_THAT(laea.ground_metres_per_metre(north), WithinAbs(std::cos(11.5 / 2 * 3.14159265 / 180), 5e-4));
    // Mercator at 60 N draws twice as long, on a sphere; the ellipsoid changes it in the third digit.
    const Projection mercator = Projection::from_text("+proj=merc +R=6371000");
    CHECK_THAT(mercator.ground_metres_per_metre(mercator.forward({10, 60})), WithinAbs(0.5, 0.003));
    CHECK_THAT(Projection::from_text("EPSG:4326").ground_metres_per_metre({0, 0}), WithinAbs(1, 1e-6));
}

TEST_CASE("an extent's box holds what lies in it") {
    const Projection projection = Projection::fitted(sahel);
    const PlanarBox box = projection.bounds_of(sahel);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(-18, 16), lat(3, 26);
    // Between two of the 33 samples a side the outline bulges by less than this.
    constexpr double slack_m = 1000;
    const PlanarBox wide{box.min_x_m - slack_m, box.min_y_m - slack_m, box.max_x_m + slack_m,
                         box.max_y_m + slack_m};
    int outside = 0;
    for (int i = 0; i < 10000; ++i)
        if (!wide.contains(projection.forward({lon(random), lat(random)}))) ++outside;
    CHECK(outside == 0);
    // The widest place is the southern edge's corner; the box is no wider than that.
    CHECK(box.max_x_m == Approx(projection.forward({16, 3}).x_m));
    CHECK(box.min_x_m == Approx(-box.max_x_m));
    CHECK(box.height_m() < 1.05 * distance_m({-1, 3}, {-1, 26}));
}

TEST_CASE("an extent across the antimeridian is one piece") {
    const Extent fiji{170, -20, -170, 0};
    const PlanarBox box = Projection::fitted(fiji).bounds_of(fiji);
    CHECK(box.width_m() < 1.01 * distance_m({170, 0}, {-170, 0}));
    CHECK(box.width_m() > 0.99 * distance_m({170, 0}, {-170, 0}));
}

TEST_CASE("many points at once are the same as one by one") {
    const Projection projection = Projection::fitted(sahel);
    const std::vector<double> lon{-18, 0, 400, 2, std::numeric_limits<double>::quiet_NaN(), 5};
    const std::vector<double> lat{3, 0, 95, 2, 4, 5};
    std::vector<PlanarPoint> points(lon.size());
    projection.forward(lon, lat, points);
    for (std::size_t i = 0; i < lon.size(); ++i) {
        INFO(i);
        const PlanarPoint one = projection.forward({lon[i], lat[i]});
        CHECK(std::isnan(points[i].x_m) == (i == 2 || i == 4));
        CHECK(std::isnan(points[i].x_m) == std::isnan(points[i].y_m));
        if (!std::isnan(one.x_m)) CHECK(points[i].x_m == one.x_m);
        if (!std::isnan(one.y_m)) CHECK(points[i].y_m == one.y_m);
    }
    projection.forward({}, {}, {});
}

TEST_CASE("outside the domain a point is not finite, and the next one is fine again") {
    const Projection projection = Projection::fitted(sahel);
    CHECK(std::isnan(projection.forward({179, -14.5}).x_m));  // the antipode of the centre
    CHECK(std::isnan(projection.inverse({1e8, 1e8}).lon_deg));
    CHECK(std::isfinite(projection.forward({0, 14}).x_m));
    const Projection polar = Projection::from_text("+proj=ortho +lat_0=90 +datum=WGS84");
    CHECK(std::isnan(polar.forward({0, -10}).x_m));
    try {
        polar.bounds_of({-10, -50, 10, -10});
        FAIL("no error");
    } catch (const base::Error& error) {
        CHECK(error.key() == "projection.extent_outside");
    }
}

TEST_CASE("several threads may use one projection") {
    const Projection projection = Projection::fitted(sahel);
    const PlanarPoint expected = projection.forward({-3, 16.7});
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (int& count : wrong)
        threads.emplace_back([&projection, &count, expected] {
            for (int i = 0; i < 5000; ++i) {
                if (projection.forward({-3, 16.7}).x_m != expected.x_m) ++count;
                if (std::isfinite(projection.forward({179, -14.5}).x_m)) ++count;
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (const int count : wrong) CHECK(count == 0);
}

TEST_CASE("what is no projection is refused with the reason") {
    for (const char* text : {"", "foo", "http://example.org/x.prj", "/etc/passwd", "EPSG:", ":4326",
                             "EPSG:4326;drop", "urn:ogc:def:crs:EPSG::4326", "PROJCS[\"x\"]"}) {
        INFO(text);
        CHECK(key_of(text) == "projection.unreadable");
    }
    CHECK(key_of("EPSG:999999") == "projection.not_found");
    CHECK(key_of("NOBODY:1") == "projection.not_found");
    CHECK(key_of("+proj=nothing") == "projection.unknown");
    CHECK(key_of("+proj=lcc") == "projection.unknown");
    CHECK(key_of("+proj=laea +lat_0=91") == "projection.unknown");
    for (const char* text : {"EPSG:4978", "EPSG:5773", "+proj=cart +ellps=WGS84", "+proj=geocent +datum=WGS84",
                             "+proj=pipeline +step +proj=utm +zone=30", "+proj=helmert +x=1"}) {
        INFO(text);
        CHECK(key_of(text) == "projection.not_planar");
    }
    CHECK(key_of("+proj=laea +nadgrids=/etc/passwd") == "projection.has_file");
    CHECK(key_of("+proj=utm +init=epsg:32630") == "projection.has_file");
    CHECK(key_of("+proj=merc +a=6378137 +b=6378137 +nadgrids=@null") == "no error");
}

TEST_CASE("every projection has a name in both languages") {
    for (const char* text :
         {"EPSG:3857", "EPSG:32630", "EPSG:4326", "EPSG:3035", "EPSG:3031", "ESRI:54009", "ESRI:54030",
          "+proj=eqearth", "+proj=vandg", "+proj=aea +lat_1=10 +lat_2=20", "+proj=utm +zone=30"}) {
        const std::string key = Projection::from_text(text).name_key();
        INFO(text << " " << key);
        CHECK(base::message(base::Language::en, key) != key);
        CHECK(base::message(base::Language::fr, key) != key);
    }
    CHECK(Projection::from_text("EPSG:32630").name_key() == "projection.utm");
    CHECK(Projection::from_text("EPSG:4326").name_key() == "projection.eqc");
    CHECK(Projection::from_text("+proj=vandg").name_key() == "projection.other");
}
