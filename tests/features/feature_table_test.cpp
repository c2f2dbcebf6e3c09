#include "features/feature_table.h"

#include <stdexcept>

#include "support/catch.h"

using namespace harmattan::features;
using harmattan::geo::LonLat;

namespace {

const std::vector<LonLat> triangle{{0, 0}, {1, 0}, {0, 1}};

}  // namespace

TEST_CASE("features keep their parts and values") {
    FeatureTableBuilder builder(GeometryKind::polygon, {"name", "rank"});
    CHECK(builder.add_feature({"Mali", "2"}) == 0);
    CHECK(builder.add_part(triangle));
    CHECK(builder.add_part({{0.1, 0.1}, {0.2, 0.1}, {0.1, 0.2}}, true));
    CHECK(builder.add_feature({"empty", ""}) == 1);
    CHECK(builder.add_feature({"Niger", "1.5e1"}) == 2);
    CHECK(builder.add_part(triangle));
    const FeatureTable table = std::move(builder).build();

    CHECK(table.kind() == GeometryKind::polygon);
    CHECK(table.feature_count() == 3);
    CHECK(table.parts().size() == 3);
    CHECK(table.vertices().size() == 9);
    REQUIRE(table.parts_of(0).size() == 2);
    CHECK_FALSE(table.parts_of(0)[0].is_hole);
    CHECK(table.parts_of(0)[1].is_hole);
    CHECK(table.parts_of(1).empty());
    REQUIRE(table.parts_of(2).size() == 1);
    CHECK(table.parts_of(2)[0].first_vertex == 6);
    CHECK(table.parts_of(2)[0].vertex_count == 3);
    CHECK(table.parts_of(3).empty());

    CHECK(table.has_column("rank"));
    CHECK_FALSE(table.has_column("nothing"));
    CHECK(table.text(0, "name") == "Mali");
    CHECK(table.text(0, "nothing").empty());
    CHECK(table.text(9, "name").empty());
    CHECK(table.number(0, "rank") == 2);
    CHECK(table.number(2, "rank") == 15);
    CHECK_FALSE(table.number(1, "rank").has_value());
    CHECK_FALSE(table.number(0, "name").has_value());
    CHECK_FALSE(table.number(0, "nothing").has_value());
}

TEST_CASE("a ring loses its repeated first vertex, a line does not") {
    FeatureTableBuilder rings(GeometryKind::polygon, {});
    rings.add_feature({});
    CHECK(rings.add_part({{0, 0}, {1, 0}, {0, 1}, {0, 0}}));
    CHECK(std::move(rings).build().vertices().size() == 3);
    FeatureTableBuilder lines(GeometryKind::line, {});
    lines.add_feature({});
    CHECK(lines.add_part({{0, 0}, {1, 0}, {0, 1}, {0, 0}}));
    CHECK(std::move(lines).build().vertices().size() == 4);
}

TEST_CASE("parts with too few vertices are not added") {
    FeatureTableBuilder rings(GeometryKind::polygon, {});
    rings.add_feature({});
    CHECK_FALSE(rings.add_part({}));
    CHECK_FALSE(rings.add_part({{0, 0}, {1, 0}, {0, 0}}));
    CHECK_FALSE(rings.add_part(triangle, true));  // a hole without a shell
    CHECK(rings.add_part(triangle));
    rings.add_feature({});
    CHECK_FALSE(rings.add_part(triangle, true));  // the shell before it is another feature's
    FeatureTableBuilder lines(GeometryKind::line, {});
    lines.add_feature({});
    CHECK_FALSE(lines.add_part({{0, 0}}));
    CHECK(lines.add_part({{0, 0}, {1, 1}}));
    FeatureTableBuilder points(GeometryKind::point, {});
    points.add_feature({});
    CHECK_FALSE(points.add_part({}));
    CHECK(points.add_part({{0, 0}}));
}

TEST_CASE("a builder used wrongly says so") {
    FeatureTableBuilder builder(GeometryKind::point, {"name"});
    CHECK_THROWS_AS(builder.add_part({{0, 0}}), std::invalid_argument);
    CHECK_THROWS_AS(builder.add_feature({}), std::invalid_argument);
    CHECK_THROWS_AS(builder.add_feature({"a", "b"}), std::invalid_argument);
}
