#include "render/layer_geometry.h"

#include <cmath>

#include "small_scene.h"
#include "support/catch.h"

using namespace harmattan;
using harmattan::test::Approx;

namespace {

const scene::FeatureLayer& countries(const scene::Scene& scene) {
    return *scene::layer_of(scene, scene::Role::countries);
}

}  // namespace

TEST_CASE("a common border is one inner line and each coast an outer one") {
    const auto scene = test::small_scene();
    const auto geometry = render::make_layer_geometry(countries(*scene), *scene->projection, {});
    REQUIRE(geometry.inner_lines.size() == 1);
    CHECK(geometry.inner_neighbours.front() == 1);
    CHECK(geometry.outer_lines.size() == 2);
    CHECK(geometry.fills.size() == 2);
}

TEST_CASE("filled area is the area on the ellipsoid, for an equal-area projection") {
    // pyproj.Geod(ellps='WGS84').polygon_area_perimeter over the vertices of "Westland", its edges densified to
    // 0.5 degrees along straight lines in longitude and latitude, gives the figure by an independent method; here
    // it is taken by summing thin strips: area = R_q^2 dlon (sin b2 - sin b1) with the authalic latitude (Snyder
    // 1987, 3-11).
    const auto scene = test::small_scene();
    const auto geometry = render::make_layer_geometry(countries(*scene), *scene->projection, {});
    double planar = 0;
    const auto& mesh = geometry.mesh;
    for (std::uint32_t i = 0; i < geometry.fills[0].index_count; i += 3) {
        const auto& a = mesh.vertices[mesh.indices[geometry.fills[0].first_index + i]];
        const auto& b = mesh.vertices[mesh.indices[geometry.fills[0].first_index + i + 1]];
        const auto& c = mesh.vertices[mesh.indices[geometry.fills[0].first_index + i + 2]];
        planar += std::abs((b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m)) / 2;
    }
    // Line integral of -q(lat) dlon round the ring, with q = R_q^2 sin(beta), along straight edges in lon/lat.
    const double e2 = 0.00669437999014, e = std::sqrt(e2), a = 6378137.0, rad = 3.14159265358979323846 / 180;
    const auto q = [&](double lat_deg) {
        const double s = std::sin(lat_deg * rad);
        return a * a / 2 * (1 - e2) * (s / (1 - e2 * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    const std::vector<geo::LonLat> ring{{-8, 10}, {0, 10}, {1, 13}, {-0.5, 16}, {0, 18}, {-7, 19}};
    double exact = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &from = ring[i], &to = ring[(i + 1) % ring.size()];
        for (int k = 0; k < 1000; ++k) {
            const double lat = from.lat_deg + (to.lat_deg - from.lat_deg) * (k + 0.5) / 1000;
            exact -= q(lat) * (to.lon_deg - from.lon_deg) / 1000 * rad;
        }
    }
    CHECK(planar == Approx(std::abs(exact)).epsilon(2e-5));
}

TEST_CASE("what lies outside the region is left out, what lies inside keeps its number") {
    const auto scene = test::small_scene();
    render::Region region;
    region.is_whole = false;
    region.extent = {5, 12, 6, 13};  // inside Eastland
    const auto geometry = render::make_layer_geometry(countries(*scene), *scene->projection, region);
    REQUIRE(geometry.fills.size() == 1);
    CHECK(geometry.fills.front().feature == 1);
}

TEST_CASE("a region holds smaller ones, and only the whole globe holds the whole globe") {
    const render::Region whole{};
    const render::Region large{{-10, -10, 10, 10}, false}, small{{-5, -5, 5, 5}, false}, off{{5, 5, 15, 8}, false};
    CHECK(whole.holds(large));
    CHECK(large.holds(small));
    CHECK_FALSE(small.holds(large));
    CHECK_FALSE(large.holds(off));
    CHECK_FALSE(large.holds(whole));
    CHECK(whole.holds(whole));
}

TEST_CASE("a box that reaches beyond the globe means the whole globe") {
    const auto projection = geo::Projection::fitted({-10, 0, 10, 20});
    CHECK(render::region_of({-3e7, -3e7, 3e7, 3e7}, projection).is_whole);
    const auto region = render::region_of({-5e5, -5e5, 5e5, 5e5}, projection);
    REQUIRE_FALSE(region.is_whole);
    CHECK(region.extent.contains({0, 10}));
    CHECK(region.extent.width_deg() < 14);
}

TEST_CASE("a part that the projection tears apart is not drawn across the map") {
    // A strip across the antimeridian in a cylindrical projection about Greenwich.
    features::FeatureTableBuilder builder(features::GeometryKind::line, {});
    builder.add_feature({});
    builder.add_part({{170, 10}, {179, 10}, {-179, 10}, {-170, 10}});
    builder.add_feature({});
    builder.add_part({{10, 10}, {20, 10}});
    scene::FeatureLayer layer;
    layer.role = scene::Role::overlay_lines;
    layer.table = std::make_shared<features::FeatureTable>(std::move(builder).build());
    const auto projection = geo::Projection::from_text("+proj=laea +lat_0=-10 +lon_0=0");
    const auto geometry = render::make_layer_geometry(layer, projection, {});
    REQUIRE(geometry.outer_lines.size() == 1);
    CHECK(geometry.outer_lines.front().feature == 1);
}
