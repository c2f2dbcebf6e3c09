#include "features/country_finder.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <stdexcept>

#include "geo/projection.h"
#include "support/catch.h"

using namespace harmattan::features;
using harmattan::geo::LonLat;

namespace {

using Ring = std::vector<LonLat>;

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

struct Polygons {
    FeatureTableBuilder builder{GeometryKind::polygon, {"iso3"}};

    Polygons& add(const std::string& iso3, const std::vector<Ring>& shells, const std::vector<Ring>& holes = {}) {
        builder.add_feature({iso3});
        for (const Ring& shell : shells) builder.add_part(shell);
        for (const Ring& hole : holes) builder.add_part(hole, true);
        return *this;
    }
    FeatureTable table() { return std::move(builder).build(); }
};

FeatureTable points(const std::vector<std::pair<std::string, LonLat>>& places) {
    FeatureTableBuilder builder(GeometryKind::point, {"iso3"});
    for (const auto& [iso3, place] : places) {
        builder.add_feature({iso3});
        builder.add_part({place});
    }
    return std::move(builder).build();
}

CountrySet only(Country country) {
    CountrySet set;
    set.add(country);
    return set;
}

// All answers for one place and country, which must agree with each other.
Where where(const CountryFinder& finder, LonLat place, const std::string& iso3) {
    const Country country = finder.country(iso3);
    const Where found = finder.where(place, country);
    CHECK((finder.country_at(place) == country) == (found == Where::inside));
    CHECK(finder.may_be_in(place, only(country)) == (found == Where::inside || found == Where::near));
    CHECK((finder.distance_km(place, country) == 0) == (found == Where::inside));
    if (found == Where::near) CHECK(finder.distance_km(place, country) <= finder.tolerance_km());
    if (found != Where::at_sea) CHECK(finder.is_near_land(place));
    return found;
}

// The even-odd rule, on all edges: independent of cells and samples.
bool is_inside(const Ring& ring, LonLat p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const LonLat a = ring[i], b = ring[j];
        if ((a.lat_deg > p.lat_deg) == (b.lat_deg > p.lat_deg)) continue;
        if (p.lon_deg < (b.lon_deg - a.lon_deg) * (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) + a.lon_deg)
            inside = !inside;
    }
    return inside;
}

// On the ellipsoid (Karney), to points every hundredth of an edge.
double distance_to_ring_km(const Ring& ring, LonLat p) {
    double nearest_m = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
        for (int step = 0; step < 100; ++step) {
            const double t = step / 100.0;
            const LonLat q{a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)};
            nearest_m = std::min(nearest_m, harmattan::geo::distance_m(p, q));
        }
    }
    return nearest_m / 1000;
}

Ring star(std::mt19937& random, LonLat centre, double radius_deg, int corners) {
    std::uniform_real_distribution<double> share(0.3, 1);
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, radius = radius_deg * share(random);
        ring.push_back({centre.lon_deg + radius * std::cos(angle), centre.lat_deg + radius * std::sin(angle)});
    }
    return ring;
}

}  // namespace

TEST_CASE("a place is in a country, near it, elsewhere or at sea") {
    const CountryFinder finder(
        Polygons().add("AAA", {box(0, 0, 10, 10)}).add("BBB", {box(10, 0, 20, 10)}).table());
    CHECK(where(finder, {5, 5}, "AAA") == Where::inside);
    CHECK(where(finder, {15, 5}, "AAA") == Where::elsewhere);
    CHECK(where(finder, {-5, 5}, "AAA") == Where::at_sea);
    // One degree of the equator is 111.195 km on the sphere, so 25 km are 0.2248 degrees.
    CHECK(where(finder, {10.22, 5}, "AAA") == Where::near);
    CHECK(where(finder, {10.24, 5}, "AAA") == Where::elsewhere);
    CHECK(where(finder, {-0.22, 0.1}, "AAA") == Where::near);
    CHECK(where(finder, {-0.24, 0.1}, "AAA") == Where::at_sea);
    CHECK(finder.distance_km({-1, 5}, finder.country("AAA")) == Approx(110.77).epsilon(0.002));  // cos(5 degrees)
    CHECK(finder.distance_km({5, 11}, finder.country("AAA")) == Approx(111.195).epsilon(0.001));
    CHECK(finder.iso3(finder.country_at({15, 5})) == "BBB");
    CHECK(finder.country("CCC") == CountryFinder::none);
    CHECK(finder.where({5, 5}, CountryFinder::none) == Where::elsewhere);
    CHECK(std::isinf(finder.distance_km({5, 5}, CountryFinder::none)));
    CHECK(finder.is_near_land({-0.2, 5}));
    CHECK_FALSE(finder.is_near_land({-0.3, 5}));
}

TEST_CASE("a country within a country belongs to itself") {
    const Ring lesotho = box(4, 4, 6, 6);
    const CountryFinder finder(
        Polygons().add("ZAF", {box(0, 0, 10, 10)}, {lesotho}).add("LSO", {lesotho}).table());
    CHECK(where(finder, {5, 5}, "LSO") == Where::inside);
    CHECK(where(finder, {5, 5}, "ZAF") == Where::elsewhere);
    CHECK(where(finder, {4.1, 5}, "ZAF") == Where::near);
    CHECK(where(finder, {2, 5}, "ZAF") == Where::inside);
}

TEST_CASE("a country goes on beyond the antimeridian") {
    const CountryFinder finder(Polygons()
                                   .add("FJI", {box(178, -19, 180, -16), box(-180, -19, -179, -16)})
                                   .add("KIR", {box(174, 1, 180, 2)})
                                   .table());
    CHECK(where(finder, {179.99, -17}, "FJI") == Where::inside);
    CHECK(where(finder, {-179.99, -17}, "FJI") == Where::inside);
    CHECK(where(finder, {180, 1.5}, "FJI") != Where::inside);
    CHECK(where(finder, {-178.8, -17}, "FJI") == Where::near);
    CHECK(where(finder, {-179.8, 1.5}, "KIR") == Where::near);
    CHECK(where(finder, {-179.7, 1.5}, "KIR") == Where::at_sea);
    CHECK(finder.distance_km({-179, 1.5}, finder.country("KIR")) == Approx(111.16).epsilon(0.002));
}

TEST_CASE("the poles are places like others") {
    const CountryFinder finder(Polygons().add("ATA", {box(-180, -90, 180, -80)}).table(),
                               points({{"NPI", {0, 89.9}}}));
    CHECK(where(finder, {0, -89.99}, "ATA") == Where::inside);
    CHECK(where(finder, {137, -80.01}, "ATA") == Where::inside);
    CHECK(where(finder, {137, -79.9}, "ATA") == Where::near);
    CHECK(where(finder, {137, -79.7}, "ATA") == Where::at_sea);
    // Beyond the pole: 0.2 degrees of a meridian, 22 km.
    CHECK(where(finder, {180, 89.9}, "NPI") == Where::near);
    CHECK(where(finder, {-90, 90}, "NPI") == Where::near);
    CHECK(where(finder, {180, 89.8}, "NPI") == Where::at_sea);
}

TEST_CASE("a long border along a parallel is not cut short by a great circle") {
    // The great circle between the ends rises 0.68 degrees (76 km) above the parallel in the middle.
    const CountryFinder finder(Polygons().add("USA", {box(-120, 40, -95, 49)}).table());
    CHECK(where(finder, {-107.5, 49.2}, "USA") == Where::near);
    CHECK(where(finder, {-107.5, 49.25}, "USA") == Where::at_sea);
    CHECK(finder.distance_km({-107.5, 50}, finder.country("USA")) == Approx(111.195).epsilon(0.002));
}

TEST_CASE("inside and near agree with counting all edges and measuring on the ellipsoid") {
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
        const LonLat centre{std::uniform_real_distribution<double>(-175, 175)(random),
                            std::uniform_real_distribution<double>(-80, 80)(random)};
        const Ring ring = star(random, centre, 1.5, 5 + round);
        const double tolerance_km = round % 4 == 0 ? 0 : 10.0 * (round % 4);
        const CountryFinder finder(Polygons().add("AAA", {ring}).table(), tolerance_km);
        std::uniform_real_distribution<double> offset(-2, 2);
        for (int i = 0; i < 50; ++i) {
            const LonLat place{centre.lon_deg + offset(random), centre.lat_deg + offset(random)};
            INFO(place.lon_deg << " " << place.lat_deg << " tolerance " << tolerance_km);
            const Where found = where(finder, place, "AAA");
            REQUIRE((found == Where::inside) == is_inside(ring, place));
            if (found == Where::inside) continue;
            const double km = distance_to_ring_km(ring, place);
            CHECK(finder.distance_km(place, finder.country("AAA")) == Approx(km).epsilon(0.007).margin(0.3));
            if (km < tolerance_km * 0.993 - 0.3) CHECK(found == Where::near);
            if (km > tolerance_km * 1.007 + 0.3) CHECK(found == Where::at_sea);
        }
    }
}

TEST_CASE("islets are land that has no area") {
    const CountryFinder finder(Polygons().add("MDV", {box(73, 4, 73.5, 4.5)}).table(),
                               points({{"MDV", {73.1, -0.6}}, {"TKL", {-171.8, -9.2}}}));
    CHECK(where(finder, {73.15, -0.7}, "MDV") == Where::near);
    CHECK(where(finder, {73.1, -0.61}, "MDV") == Where::near);
    CHECK(where(finder, {73.1, -1}, "MDV") == Where::at_sea);
    CHECK(where(finder, {-171.8, -9.3}, "TKL") == Where::near);
}

TEST_CASE("land without a code is land of nobody") {
    const CountryFinder finder(Polygons()
                                   .add("SOM", {box(0, 0, 10, 10)})
                                   .add("-99", {box(10, 0, 20, 10)})
                                   .add("", {box(30, 0, 40, 10)})
                                   .table());
    CHECK(finder.country_at({15, 5}) == CountryFinder::land_without_code);
    CHECK(finder.country_at({35, 5}) == CountryFinder::land_without_code);
    CHECK(finder.where({15, 5}, finder.country("SOM")) == Where::elsewhere);
    CHECK(finder.is_near_land({35, 5}));
    CHECK(finder.iso3(CountryFinder::land_without_code).empty());
    CHECK(finder.country("") == CountryFinder::none);
}

TEST_CASE("corners of the world and what is no place") {
    const CountryFinder finder(Polygons().add("AAA", {box(-180, -90, 180, 90)}).table());
    for (const LonLat corner : {LonLat{-180, -90}, LonLat{180, 90}, LonLat{-180, 90}, LonLat{180, -90}})
        CHECK(finder.may_be_in(corner, only(finder.country("AAA"))));
    const double nan = std::nan("");
    for (const LonLat nowhere :
         {LonLat{nan, 0}, LonLat{0, nan}, LonLat{181, 0}, LonLat{0, -90.5}, LonLat{1e308, 1e308}}) {
        CHECK(finder.country_at(nowhere) == CountryFinder::none);
        CHECK(finder.where(nowhere, finder.country("AAA")) == Where::at_sea);
        CHECK_FALSE(finder.may_be_in(nowhere, only(finder.country("AAA"))));
        CHECK_FALSE(finder.is_near_land(nowhere));
    }
}

TEST_CASE("tables and tolerances that make no sense are refused") {
    const FeatureTable good = Polygons().add("AAA", {box(0, 0, 1, 1)}).table();
    CHECK_THROWS_AS(CountryFinder(points({})), std::invalid_argument);
    CHECK_THROWS_AS(CountryFinder(good, good), std::invalid_argument);
    CHECK_THROWS_AS(CountryFinder(FeatureTableBuilder(GeometryKind::polygon, {"name"}).build()),
                    std::invalid_argument);
    for (const double tolerance_km : {-1.0, 1001.0, std::nan("")})
        CHECK_THROWS_AS(CountryFinder(good, tolerance_km), std::invalid_argument);
    const CountryFinder empty(Polygons().table());
    CHECK(empty.country_at({0, 0}) == CountryFinder::none);
    CHECK_FALSE(empty.is_near_land({0, 0}));
}

TEST_CASE("vertices that are no places are left out") {
    const double nan = std::nan("");
    const Ring ring{{0, 0}, {nan, 3}, {10, 0}, {1e300, 5}, {10, 10}, {0, 10}};
    const CountryFinder finder(Polygons().add("AAA", {ring}).table());
    CHECK(where(finder, {5, 5}, "AAA") == Where::inside);
    CHECK(where(finder, {15, 5}, "AAA") == Where::at_sea);
}
