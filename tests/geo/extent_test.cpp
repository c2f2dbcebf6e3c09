#include "geo/extent.h"

#include <limits>
#include <vector>

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan::geo;

namespace {

std::string key_of(const std::string& text) {
    try {
        parse_extent(text);
    } catch (const harmattan::base::Error& error) {
        return error.key();
    }
    return "no error";
}

}  // namespace

TEST_CASE("extents are read and written") {
    CHECK(parse_extent("-18,3,16,26") == Extent{-18, 3, 16, 26});
    CHECK(parse_extent(" -18.5 , 3e0,16, 26 ") == Extent{-18.5, 3, 16, 26});
    CHECK(parse_extent("170,-20,-170,0") == Extent{170, -20, -170, 0});
    CHECK(parse_extent("-180,-90,180,90") == Extent{-180, -90, 180, 90});
    for (const char* text : {"-18,3,16,26", "-18.5,3.25,16,26.125", "170,-20,-170,0", "0.1,0.2,0.3,0.7"})
        CHECK(to_string(parse_extent(text)) == text);
}

TEST_CASE("the numbers of an extent in the other order of the axes") {
    CHECK(with_axes_swapped({3, -18, 26, 16}) == Extent{-18, 3, 16, 26});
    CHECK_FALSE(with_axes_swapped({170, -20, -170, 20}));  // 170 is no latitude
    CHECK_FALSE(with_axes_swapped({26, -18, 3, 16}));      // south would lie above north
}

TEST_CASE("what is no extent is refused, each for its reason") {
    for (const char* text : {"", "1,2,3", "1,2,3,4,5", "1,2,3,", "1;2;3;4", "a,b,c,d", "1,2,3,4x", "nan,0,1,1",
                             "inf,0,1,1", "1 2,3,4,5", ",,,", "0x10,1,2,3"}) {
        INFO(text);
        CHECK(key_of(text) == "extent.unreadable");
    }
    CHECK(key_of("-181,0,1,1") == "extent.bad_longitude");
    CHECK(key_of("0,0,180.5,1") == "extent.bad_longitude");
    CHECK(key_of("0,-91,1,1") == "extent.bad_latitude");
    CHECK(key_of("0,0,1,95") == "extent.bad_latitude");
    CHECK(key_of("0,5,1,5") == "extent.no_height");
    CHECK(key_of("-18,26,16,3") == "extent.no_height");
    CHECK(key_of("5,0,5,1") == "extent.no_width");
}

TEST_CASE("an extent's size, centre and inside") {
    const Extent plain{-18, 3, 16, 26};
    CHECK(plain.width_deg() == 34);
    CHECK(plain.height_deg() == 23);
    CHECK(plain.centre().lon_deg == -1);
    CHECK(plain.centre().lat_deg == 14.5);
    CHECK(plain.contains({-18, 3}));
    CHECK(plain.contains({16, 26}));
    CHECK_FALSE(plain.contains({-18.001, 3}));
    CHECK_FALSE(plain.contains({0, 26.001}));
    CHECK_FALSE(plain.contains({std::numeric_limits<double>::quiet_NaN(), 10}));
}

TEST_CASE("an extent across the antimeridian") {
    const Extent across{170, -20, -160, 0};
    CHECK(across.crosses_antimeridian());
    CHECK(across.width_deg() == 30);
    CHECK(across.centre().lon_deg == -175);
    CHECK(Extent{150, 0, -170, 1}.centre().lon_deg == 170);
    CHECK(across.contains({180, -1}));
    CHECK(across.contains({-180, -1}));
    CHECK(across.contains({170, -1}));
    CHECK_FALSE(across.contains({0, -1}));
    CHECK_FALSE(across.contains({169.9, -1}));
}

TEST_CASE("the extent of points") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> lon{3, -2, nan, 8}, lat{14, 20, nan, 11};
    CHECK(extent_of(lon, lat) == Extent{-2, 11, 8, 20});
    const std::vector<double> nowhere{nan};
    CHECK_THROWS_AS(extent_of({}, {}), harmattan::base::Error);
    CHECK_THROWS_AS(extent_of(nowhere, nowhere), harmattan::base::Error);
}

TEST_CASE("the extent of one point has a size, and stays on the globe") {
    const std::vector<double> lon{5}, lat{10}, east{180}, pole{90};
    CHECK(extent_of(lon, lat, 2) == Extent{4, 9, 6, 11});
    CHECK(extent_of(east, pole, 2) == Extent{178, 88, 180, 90});
    CHECK(extent_of(lon, lat, 500) == Extent{-180, -90, 180, 90});
}

TEST_CASE("a box of the plane") {
    const PlanarBox box{-2, 10, 6, 20};
    CHECK(box.width_m() == 8);
    CHECK(box.height_m() == 10);
    CHECK(box.centre().x_m == 2);
    CHECK(box.centre().y_m == 15);
    CHECK(box.contains({6, 20}));
    CHECK_FALSE(box.contains({6.1, 20}));
}
