// Areas of communities in the columns of GeoEPR and of Murdock's maps; all made up.
#include "story/community_areas.h"

#include <fstream>
#include <set>

#include "scene/scene.h"
#include "story/story.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

std::vector<geo::LonLat> square(double west, double south, double side) {
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}};
}

features::FeatureTable geo_epr() {
    features::FeatureTableBuilder builder(
        features::GeometryKind::polygon,
        {"gwid", "statename", "from", "to", "group", "groupid", "gwgroupid", "type"});
    const auto add = [&](const char* group, const char* from, const char* to, const char* type, double west) {
        builder.add_feature({"432", "Made up", from, to, group, "1", "43201000", type});
        builder.add_part(square(west, 10, 4));
    };
    add("Hill people", "1960", "1990", "Regionally based", 0);
    add("Hill people", "1991", "2021", "Migrant", 2);
    add("Plain people", "1960", "2021", "Statewide", 3);
    add("Far people", "1960", "2021", "Regional & urban", 40);
    return std::move(builder).build();
}

}  // namespace

TEST_CASE("GeoEPR's columns become areas that hold for their years") {
    const auto areas = story::as_community_areas(geo_epr(), "epr.geojson");
    REQUIRE(areas);
    REQUIRE(areas->feature_count() == 4);
    CHECK(areas->text(1, "name_en") == "Hill people");
    CHECK(areas->text(1, "name_fr") == "Hill people");
    CHECK(areas->text(1, "from") == "1991");
    CHECK(areas->text(1, "to") == "2021");
    CHECK(areas->text(0, "settlement") == "regional");
    CHECK(areas->text(1, "settlement") == "migrant");
    CHECK(areas->text(2, "settlement") == "statewide");
    CHECK(areas->text(3, "settlement") == "regional");
    CHECK(areas->text(2, "source") == "epr.geojson");
    CHECK(areas->vertices().size() == geo_epr().vertices().size());
}

TEST_CASE("a name has one hatch, and names whose areas meet have different ones") {
    const auto areas = story::as_community_areas(geo_epr(), "epr.geojson");
    REQUIRE(areas);
    CHECK(areas->text(0, "hatch") == areas->text(1, "hatch"));
    CHECK(areas->text(0, "hatch") != areas->text(2, "hatch"));
    // Five that all meet: as many as there are hatches.
    features::FeatureTableBuilder builder(features::GeometryKind::polygon, {"NAME", "TRIBE_CODE"});
    for (const char* name : {"A", "B", "C", "D", "E"}) {
        builder.add_feature({name, "1"});
        builder.add_part(square(0, 0, 5));
    }
    const auto murdock = story::as_community_areas(std::move(builder).build(), "map.geojson");
    REQUIRE(murdock);
    std::set<std::string> hatches;
    for (std::size_t i = 0; i < 5; ++i) hatches.emplace(murdock->text(i, "hatch"));
    CHECK(hatches.size() == 5);
}

TEST_CASE("other polygons stay what they are") {
    features::FeatureTableBuilder builder(features::GeometryKind::polygon, {"name", "from", "to", "type"});
    builder.add_feature({"a", "1990", "2000", "forest"});
    builder.add_part(square(0, 0, 1));
    CHECK_FALSE(story::as_community_areas(std::move(builder).build(), "x"));
    features::FeatureTableBuilder points(features::GeometryKind::point, {"NAME", "TRIBE_CODE"});
    points.add_feature({"a", "1"});
    CHECK_FALSE(story::as_community_areas(std::move(points).build(), "x"));
}

TEST_CASE("a file in GeoEPR's columns is a layer of communities, and the days of its changes are known") {
    const test::TemporaryFolder folder;
    const auto file = folder / "epr.geojson";
    std::ofstream(file) << R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"statename":"Made up","group":"Hill people","gwgroupid":1,"from":1960,"to":2014,
         "type":"Regionally based"},
         "geometry":{"type":"Polygon","coordinates":[[[0,14],[2,14],[2,16],[0,16],[0,14]]]}}]})";
    const auto opened = story::open({file}, {});
    const auto layers = scene::visible_layers(*opened.scene, scene::Role::ethnic);
    REQUIRE(layers.size() == 1);
    CHECK(layers.front()->id == "epr");
    CHECK(scene::days_of_map_changes(*opened.scene) ==
          std::vector<base::Day>{base::day_of({1960, 1, 1}), base::day_of({2015, 1, 1})});
}
