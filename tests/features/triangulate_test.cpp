#include "features/triangulate.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "support/catch.h"

using namespace harmattan::features;
using namespace harmattan::test;
using harmattan::geo::PlanarPoint;

namespace {

using Ring = std::vector<PlanarPoint>;

double filled_m2(const std::vector<Ring>& rings) {
    TriangleMesh mesh;
    triangulate(rings, mesh);
    return area_m2(mesh);
}

double shoelace_m2(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PlanarPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x_m * b.y_m - b.x_m * a.y_m;
    }
    return std::abs(twice) / 2;
}

const std::vector<Ring> with_holes{{{-300000, -200000},
                                    {100000, -250000},
                                    {250000, 50000},
                                    {120000, 60000},
                                    {150000, 220000},
                                    {-100000, 150000},
                                    {-280000, 240000},
                                    {-180000, 20000}},
                                   {{-50000, -100000}, {50000, -120000}, {80000, -20000}, {-20000, 10000}},
                                   {{-150000, 60000}, {-60000, 40000}, {-90000, 110000}}};

const Ring bow_tie{{0, 0}, {100000, 100000}, {100000, 0}, {0, 100000}};
const Ring pentagram{{0, 100000}, {58779, -80902}, {-95106, 30902}, {95106, 30902}, {-58779, -80902}};

// The mesh covers the polygon once when no triangle lies on another: with the area right, it is enough that every
// triangle's middle lies inside an odd number of rings (ray casting).
bool is_inside(const std::vector<Ring>& rings, PlanarPoint p) {
    bool inside = false;
    for (const Ring& ring : rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if ((ring[i].y_m > p.y_m) != (ring[j].y_m > p.y_m) &&
                p.x_m < (ring[j].x_m - ring[i].x_m) * (p.y_m - ring[i].y_m) / (ring[j].y_m - ring[i].y_m) +
                            ring[i].x_m)
                inside = !inside;
    return inside;
}

}  // namespace

// OGR's areas (GDAL 3.6.2, GEOS 3.11.1):
//   python3 -c "from osgeo import ogr; print(ogr.CreateGeometryFromWkt('POLYGON((-300000 -200000,100000 -250000,
//   250000 50000,120000 60000,150000 220000,-100000 150000,-280000 240000,-180000 20000,-300000 -200000),(-50000
//   -100000,50000 -120000,80000 -20000,-20000 10000,-50000 -100000),(-150000 60000,-60000 40000,-90000
//   110000,-150000 60000))').GetArea())"
// and for the rings that cross themselves the same with .MakeValid().GetArea().
TEST_CASE("filled areas are OGR's") {
    CHECK_THAT(filled_m2(with_holes), WithinRel(151400000000.0, 1e-12));
    CHECK_THAT(filled_m2({bow_tie}), WithinRel(5000000000.0, 1e-12));
    // GLU places crossings to about 1 mm in 200 km, so five crossings cost some square metres.
    CHECK_THAT(filled_m2({pentagram}), WithinRel(7756826251.196982, 1e-7));
}

TEST_CASE("winding and the order of rings do not matter") {
    auto turned = with_holes;
    std::reverse(turned[1].begin(), turned[1].end());
    CHECK_THAT(filled_m2(turned), WithinRel(151400000000.0, 1e-12));
    std::swap(turned[0], turned[2]);
    CHECK_THAT(filled_m2(turned), WithinRel(151400000000.0, 1e-12));
}

TEST_CASE("triangles lie inside the polygon") {
    for (const auto& rings : {with_holes, std::vector<Ring>{bow_tie}, std::vector<Ring>{pentagram}}) {
        TriangleMesh mesh;
        triangulate(rings, mesh);
        REQUIRE(mesh.indices.size() % 3 == 0);
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            const auto a = mesh.vertices[mesh.indices[i]], b = mesh.vertices[mesh.indices[i + 1]],
                       c = mesh.vertices[mesh.indices[i + 2]];
            CHECK(is_inside(rings, {(a.x_m + b.x_m + c.x_m) / 3, (a.y_m + b.y_m + c.y_m) / 3}));
        }
    }
}

TEST_CASE("many random coasts have the area of the shoelace formula") {
    std::mt19937 random(11);
    for (int round = 0; round < 30; ++round) {
        Ring coast;
        const int count = 5 + static_cast<int>(random() % 400);
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * i / count;
            const double radius = 100000 + static_cast<double>(random() % 60000);
            coast.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
        CHECK_THAT(filled_m2({coast}), WithinRel(shoelace_m2(coast), 1e-9));
    }
}

TEST_CASE("polygons are added to the mesh that is there") {
    TriangleMesh mesh;
    triangulate({{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}, mesh);
    CHECK(mesh.indices.size() == 6);
    triangulate({{{5, 0}, {7, 0}, {7, 2}, {5, 2}}}, mesh);
    CHECK(mesh.indices.size() == 12);
    CHECK(area_m2(mesh) == Approx(1 + 4));
    for (std::size_t i = 6; i < 12; ++i) CHECK(mesh.indices[i] >= 4);
}

TEST_CASE("what has no area gives no triangles") {
    CHECK(filled_m2({}) == 0);
    CHECK(filled_m2({{}}) == 0);
    CHECK(filled_m2({{{1, 1}}}) == 0);
    CHECK(filled_m2({{{1, 1}, {2, 2}}}) == 0);
    CHECK(filled_m2({{{0, 0}, {1, 1}, {2, 2}}}) == 0);
    CHECK(filled_m2({{{3, 3}, {3, 3}, {3, 3}}}) == 0);
    CHECK(filled_m2({bow_tie, bow_tie}) == Approx(0).margin(1));  // twice the same ring: even
}

TEST_CASE("vertices without a place are left out") {
    const double nan = std::numeric_limits<double>::quiet_NaN(),
                 infinity = std::numeric_limits<double>::infinity();
    CHECK(filled_m2({{{0, 0}, {nan, nan}, {2, 0}, {2, 2}, {infinity, 1}, {0, 2}}}) == Approx(4));
}

TEST_CASE("coordinates that the tessellator cannot take are refused, and the mesh stays as it was") {
    TriangleMesh mesh;
    triangulate({{{0, 0}, {1, 0}, {1, 1}}}, mesh);
    const auto vertices = mesh.vertices.size(), indices = mesh.indices.size();
    CHECK_THROWS_WITH(triangulate({{{0, 0}, {1e200, 0}, {1e200, 1e200}}}, mesh), ContainsSubstring("tessellator"));
    CHECK(mesh.vertices.size() == vertices);
    CHECK(mesh.indices.size() == indices);
}
