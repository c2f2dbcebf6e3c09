// Rasters and roads of stories and of the command line.
#include <fstream>

#include "base/error.h"
#include "story/road_ranks.h"
#include "story/story.h"
#include "story/story_file.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

// An ASCII grid of degrees over 10 to 14 east, 4 to 8 north.
void write_grid(const std::filesystem::path& file, double value) {
    std::string text = "ncols 4\nnrows 4\nxllcorner 10\nyllcorner 4\ncellsize 1\nNODATA_value -9999\n";
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 4; ++column) text += std::to_string(value + column) + ' ';
        text += '\n';
    }
    write(file, text);
}

constexpr const char* beginning =
    "version = 1\ntitle.en = \"t\"\nextent = [10, 4, 14, 8]\nfrom = 2000-01-01\n"
    "to = 2020-12-31\n";

story::OpenedStory opened(const test::TemporaryFolder& folder, const std::string& rest) {
    write(folder / "story.toml", beginning + rest);
    return story::open({folder / "story.toml"}, {});
}

std::string key_of(const std::string& rest) {
    try {
        story::parse_story(beginning + rest, "story.toml");
        return "none";
    } catch (const base::Error& error) {
        return error.key();
    }
}

}  // namespace

TEST_CASE("a series of rasters holds on its days, and has one set of classes") {
    const test::TemporaryFolder folder;
    write_grid(folder / "a.asc", 0);
    write_grid(folder / "b.asc", 100);
    const auto story = opened(folder, R"(
[[raster]]
id = "people"
style = "values"
opacity = 0.3
name.en = "People"
unit.en = "people/km2"
source.en = "made up"
classes = "linear"
class_count = 4
series = [
    {file = "a.asc", from = 2000-01-01, to = 2009-12-31},
    {file = "b.asc", from = 2010-01-01},
]
)");
    REQUIRE(story.scene->rasters.size() == 1);
    const auto& layer = story.scene->rasters[0];
    CHECK(layer.opacity == 0.3);
    CHECK(layer.unit_en == "people/km2");
    CHECK(layer.limits.size() <= 3);
    CHECK(layer.limits.back() > 10);
    const auto value_on = [&](base::CivilDate date) {
        const auto raster = scene::raster_on(layer, base::day_of(date));
        return raster ? raster->value_at(story.scene->projection->forward({10.5, 6.5})) : -1;
    };
    CHECK(value_on({2009, 12, 31}) == Approx(0).margin(0.6));
    CHECK(value_on({2010, 1, 1}) == Approx(100).margin(0.6));
    CHECK(value_on({1999, 12, 31}) == -1);
    CHECK(scene::days_of_map_changes(*story.scene) ==
          std::vector<base::Day>{base::day_of({2000, 1, 1}), base::day_of({2010, 1, 1})});
    CHECK(scene::visible_sources(*story.scene).front().text_en == "made up");
}

TEST_CASE("a year in the names of files dates them") {
    const test::TemporaryFolder folder;
    write_grid(folder / "pop_2000.asc", 0);
    write_grid(folder / "pop_2015.asc", 100);
    write_grid(folder / "pop_x.asc", 100);
    const auto story =
        opened(folder, "[[raster]]\nid = \"people\"\nfile = \"pop_{year}.asc\"\nstyle = \"values\"\n");
    const auto& rasters = story.scene->rasters.at(0).rasters;
    REQUIRE(rasters.size() == 2);
    CHECK(rasters[0].days.first == base::day_of({2000, 1, 1}));
    CHECK(rasters[0].days.last == base::day_of({2014, 12, 31}));
    CHECK(rasters[1].days.first == base::day_of({2015, 1, 1}));
    CHECK(rasters[1].days.last == scene::every_day.last);
}

TEST_CASE("what a raster on the command line is drawn as is said") {
    const test::TemporaryFolder folder;
    write_grid(folder / "srtm_elevation.asc", 300);
    write_grid(folder / "rain.asc", 300);
    const auto relief = story::open({folder / "srtm_elevation.asc"}, {});
    CHECK(relief.scene->rasters.at(0).style == scene::RasterStyle::relief);
    REQUIRE(relief.reports.size() == 1);
    CHECK(relief.reports[0].notes.at(0).key == "note.raster_style");
    CHECK(story::open({folder / "rain.asc"}, {}).scene->rasters.at(0).style == scene::RasterStyle::values);
    story::SceneOptions options;
    options.raster_style = scene::RasterStyle::values;
    const auto asked = story::open({folder / "srtm_elevation.asc"}, options);
    CHECK(asked.scene->rasters.at(0).style == scene::RasterStyle::values);
}

TEST_CASE("a raster is hidden, or left unread, as any layer") {
    const test::TemporaryFolder folder;
    write_grid(folder / "rain.asc", 300);
    story::SceneOptions options;
    options.layers = {{"countries"}};
    CHECK_FALSE(story::open({folder / "rain.asc"}, options).scene->rasters.at(0).visible);
    options.visible_layers_only = true;
    CHECK(story::open({folder / "rain.asc"}, options).scene->rasters.empty());
}

TEST_CASE("what a story says wrongly of a raster is an error at its place") {
    const std::string one = "[[raster]]\nid = \"r\"\nfile = \"a.tif\"\n";
    CHECK(key_of(one) == "none");
    CHECK(key_of(one + "style = \"shiny\"\n") == "toml.bad_value");
    CHECK(key_of(one + "opacity = 1.5\n") == "toml.bad_value");
    CHECK(key_of(one + "classes = \"jenks\"\n") == "toml.bad_value");
    CHECK(key_of(one + "class_count = 1\n") == "toml.bad_value");
    CHECK(key_of(one + "limits = [3, 2]\n") == "toml.bad_value");
    CHECK(key_of(one + "band = 0\n") == "toml.bad_value");
    CHECK(key_of(one + "from = 2010-01-01\nto = 2009-01-01\n") == "toml.bad_value");
    CHECK(key_of("[[raster]]\nid = \"r\"\nfile = \"../a.tif\"\n") == "toml.bad_value");
    CHECK(key_of("[[raster]]\nid = \"r\"\nfile = \"/vsicurl/a.tif\"\n") == "toml.bad_value");
    CHECK(key_of("[[raster]]\nid = \"events\"\nfile = \"a.tif\"\n") == "story.same_id");
    CHECK(key_of("[[raster]]\nid = \"r\"\n") == "toml.missing_key");
}

TEST_CASE("roads have ranks by the columns of their makers") {
    const auto rank_of = [](const std::vector<std::string>& columns, const std::vector<std::string>& values) {
        features::FeatureTableBuilder builder(features::GeometryKind::line, columns);
        builder.add_feature(values);
        builder.add_part({{0, 0}, {1, 1}});
        const auto roads = story::as_roads(std::move(builder).build());
        return roads.feature_count() == 0 ? 0 : static_cast<int>(*roads.number(0, "rank"));
    };
    CHECK(rank_of({"highway"}, {"motorway"}) == 1);
    CHECK(rank_of({"highway"}, {"primary_link"}) == 2);
    CHECK(rank_of({"fclass"}, {"track_grade2"}) == 8);
    CHECK(rank_of({"type", "scalerank"}, {"Major Highway", "8"}) == 1);
    CHECK(rank_of({"type", "scalerank"}, {"Ferry Route", "8"}) == 0);
    CHECK(rank_of({"scalerank"}, {"5"}) == 3);
    CHECK(rank_of({"RANK"}, {"6"}) == 6);
    CHECK(rank_of({"name"}, {"A 1"}) == 4);
}
