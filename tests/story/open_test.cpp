#include <fstream>

#include "base/error.h"
#include "story/story.h"
#include "support/catch.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

constexpr const char* header = "id,date_start,latitude,longitude,best,type_of_violence\n";

std::filesystem::path write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string key_of_error(const std::vector<std::filesystem::path>& files,
                         const story::SceneOptions& options = {}) {
    try {
        story::open(files, options);
    } catch (const base::Error& error) {
        return error.key();
    }
    return "no error";
}

base::Day day(const char* text) {
    return *base::parse_iso_day(text);
}

std::vector<std::string> visible_layers(const scene::Scene& scene) {
    std::vector<std::string> ids;
    for (const auto& layer : scene.layers)
        if (layer.visible) ids.push_back(layer.id);
    return ids;
}

constexpr const char* square =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[30,40],[31,40],[31,41],[30,41],[30,40]]]}}]})";

}  // namespace

TEST_CASE("without files the Sahel since 2012 opens") {
    const auto opened = story::open({}, {});
    const scene::Scene& scene = *opened.scene;
    CHECK(scene.title_en == "Conflict events in the Sahel");
    REQUIRE(scene.event_layers.size() == 1);
    CHECK(scene.event_layers[0].table->size() >= 80);
    CHECK(scene.event_layers[0].is_selection);
    CHECK(scene.timeline.bounds == base::DayRange{day("2012-01-01"), day("2023-12-31")});
    CHECK(scene.timeline.bounds.contains(scene.event_layers[0].table->days().first));
    CHECK(scene.timeline.bounds.contains(scene.event_layers[0].table->days().last));
    CHECK(opened.instant == base::end_of(day("2023-12-31")));
    CHECK(scene.projection->name_key() == "projection.laea");
    CHECK(scene::visible_sources(scene).size() >= 2);
    CHECK(opened.reports.empty());
    // Areas of communities are there but not shown unless asked for.
    const auto* communities = scene::layer_of(scene, scene::Role::ethnic);
    REQUIRE(communities != nullptr);
    CHECK_FALSE(communities->visible);
    // Every country the story is about is on its map.
    const auto* countries = scene::layer_of(scene, scene::Role::countries);
    REQUIRE(countries != nullptr);
    for (const std::string& iso3 : scene.focus_iso3) {
        bool is_there = false;
        for (std::size_t i = 0; i < countries->table->feature_count(); ++i)
            is_there = is_there || countries->table->text(i, "iso3") == iso3;
        INFO(iso3);
        CHECK(is_there);
    }
}

TEST_CASE("events of one's own replace the story's") {
    const test::TemporaryFolder folder;
    const auto file = write(folder / "own.csv", std::string(header) + "a,2015-05-04,50.5,30.5,3,1\n" +
                                                    "b,2016-02-29,49,31,0,2\nc,2016-02-30,49,31,0,2\n");
    const auto opened = story::open({file}, {});
    const scene::Scene& scene = *opened.scene;
    CHECK(scene.title_en == "Conflict events");
    CHECK(scene.focus_iso3.empty());
    REQUIRE(scene.event_layers.size() == 1);
    CHECK(scene.event_layers[0].table->size() == 2);
    CHECK(scene.event_layers[0].rejected == 1);
    CHECK_FALSE(scene.event_layers[0].is_selection);
    CHECK(scene.event_layers[0].coverage == base::DayRange{day("2015-05-04"), day("2016-02-29")});
    CHECK(scene.timeline.bounds == scene.event_layers[0].coverage);
    REQUIRE(opened.reports.size() == 1);
    CHECK(opened.reports[0].records == 3);
    CHECK(scene::visible_sources(scene)[0].text_en.find("own.csv") != std::string::npos);
    // The map shows where they are.
    for (const geo::LonLat place : {geo::LonLat{30.5, 50.5}, geo::LonLat{31, 49}})
        CHECK(scene.camera.box.contains(scene.projection->forward(place)));
    CHECK_FALSE(scene.camera.box.contains(scene.projection->forward({0, 15})));
}

TEST_CASE("options go before the story") {
    story::SceneOptions options;
    options.from = day("2016-01-01");
    options.to = day("2018-12-31");
    options.window = base::parse_window("90d");
    options.at = base::end_of(day("2017-03-02"));
    options.extent = geo::Extent{-5, 12, 5, 20};
    options.projection = "EPSG:32630";
    options.theme = scene::ThemeName::night;
    options.language = base::Language::fr;
    options.title = "Mine";
    const auto opened = story::open({}, options);
    const scene::Scene& scene = *opened.scene;
    CHECK(scene.timeline.bounds == base::DayRange{day("2016-01-01"), day("2018-12-31")});
    CHECK(scene.timeline.window == base::parse_window("90d"));
    CHECK(opened.instant == *options.at);
    CHECK(scene.projection->definition() == "EPSG:32630");
    CHECK(scene.theme == scene::ThemeName::night);
    CHECK(scene.language == base::Language::fr);
    CHECK(scene.title_fr == "Mine");
}

TEST_CASE("layers are chosen by name") {
    story::SceneOptions options;
    options.layers = std::vector<std::string>{"countries", "communities"};
    const auto opened = story::open({}, options);
    CHECK(visible_layers(*opened.scene) == std::vector<std::string>{"countries", "communities"});
    CHECK_FALSE(opened.scene->event_layers[0].visible);
    options.visible_layers_only = true;
    CHECK(story::open({}, options).scene->layers.size() == 2);
    options.layers = std::vector<std::string>{"contries"};
    CHECK(key_of_error({}, options) == "story.unknown_layer_like");
    options.layers = std::vector<std::string>{"density"};
    CHECK(key_of_error({}, options) == "story.unknown_layer");
}

TEST_CASE("instants and time lines that contradict are refused") {
    story::SceneOptions options;
    options.at = base::end_of(day("2031-01-01"));
    CHECK(key_of_error({}, options) == "story.at_outside");
    options = {};
    options.from = day("2024-01-01");
    CHECK(key_of_error({}, options) == "story.from_after_to");
}

TEST_CASE("a story on disk reads its own files") {
    const test::TemporaryFolder folder;
    write(folder / "own.csv", std::string(header) + "a,2015-05-04,40.5,30.5,3,1\n");
    write(folder / "area.geojson", square);
    const auto file =
        write(folder / "my.toml",
              "version = 1\ntitle.en = \"Mine\"\n[events]\nfile = \"own.csv\"\n[[layer]]\nid = \"area\"\n"
              "role = \"overlay_areas\"\nfile = \"area.geojson\"\nsource.en = \"Drawn by hand\"\n");
    const auto opened = story::open({file}, {});
    CHECK(opened.scene->title_en == "Mine");
    CHECK(opened.scene->event_layers[0].table->size() == 1);
    CHECK(visible_layers(*opened.scene) == std::vector<std::string>{"area"});
    CHECK(scene::visible_sources(*opened.scene).back().text_en == "Drawn by hand");
}

TEST_CASE("a story's own filter and mapping hold for its table; an option replaces the filter") {
    const test::TemporaryFolder folder;
    write(folder / "own.csv", "nr;when;Y;X;best\na;03/04/2017;15.2;0.4;3\nb;05/04/2017;15.2;0.4;30\n");
    const auto file = write(folder / "story.toml", R"(version = 1
[events]
file = "own.csv"
where = "best >= 10"
map = "id=nr,date=when,latitude=Y,longitude=X,best=best"
dates = "day-first"
)");
    const auto filtered = story::open({file}, {});
    const scene::EventLayer& layer = filtered.scene->event_layers.at(0);
    REQUIRE(layer.table->size() == 1);
    CHECK(layer.table->text(events::Text::id).at(0) == "b");
    CHECK(layer.table->first_day()[0] == day("2017-04-05"));
    CHECK(layer.filter == "best >= 10");
    CHECK(layer.filtered_out == 1);
    story::SceneOptions options;
    options.where = events::Filter::parse("best < 10");
    const auto other = story::open({file}, options);
    CHECK(other.scene->event_layers.at(0).table->text(events::Text::id).at(0) == "a");
}

TEST_CASE("an overlay outside the story's extent brings its own") {
    const test::TemporaryFolder folder;
    const auto file = write(folder / "area.geojson", square);
    const auto opened = story::open({file}, {});
    const scene::Scene& scene = *opened.scene;
    CHECK(scene.camera.box.contains(scene.projection->forward({30.5, 40.5})));
    CHECK_FALSE(scene.camera.box.contains(scene.projection->forward({0, 15})));
    const auto* areas = scene::layer_of(scene, scene::Role::overlay_areas);
    REQUIRE(areas != nullptr);
    CHECK(areas->id == "area");
}

TEST_CASE("each file of events is a layer of its own, and nothing is added up") {
    const test::TemporaryFolder folder;
    const auto first = write(folder / "first.csv", std::string(header) + "a,2015-05-04,50.5,30.5,3,1\n");
    const auto second = write(folder / "second.csv", std::string(header) + "a,2014-01-02,49,20,3,1\n" +
                                                         "b,2015-06-07,48,21,4,1\nc,2015-06-32,48,21,4,1\n");
    const auto opened = story::open({first, second}, {});
    const auto& layers = opened.scene->event_layers;
    REQUIRE(layers.size() == 2);
    CHECK(layers[0].id == "events");
    CHECK(layers[1].id == "events-2");
    CHECK(layers[0].table->size() == 1);
    CHECK(layers[1].table->size() == 2);
    CHECK(layers[0].rejected == 0);
    CHECK(layers[1].rejected == 1);
    CHECK(layers[0].symbol != layers[1].symbol);
    // Both are plain tables: their files tell them apart.
    CHECK(layers[0].name_en.find("first.csv") != std::string::npos);
    CHECK(layers[1].name_en.find("second.csv") != std::string::npos);
    CHECK(opened.scene->timeline.bounds == base::DayRange{day("2014-01-02"), day("2015-06-07")});
    for (const geo::LonLat place : {geo::LonLat{30.5, 50.5}, geo::LonLat{20, 49}})
        CHECK(opened.scene->camera.box.contains(opened.scene->projection->forward(place)));
    REQUIRE(opened.reports.size() == 2);
    CHECK(opened.reports[1].records == 3);
    CHECK(scene::visible_sources(*opened.scene).size() >= 2);
    // In the other order the other is the primary one.
    CHECK(story::open({second, first}, {}).scene->event_layers[0].table->size() == 2);
}

TEST_CASE("a picture reads only the sources that it shows, and they keep id and shape") {
    const test::TemporaryFolder folder;
    const auto first = write(folder / "first.csv", std::string(header) + "a,2015-05-04,50.5,30.5,3,1\n");
    const auto second = write(folder / "second.csv", std::string(header) + "b,2015-06-07,48,21,4,1\n");
    story::SceneOptions options;
    options.layers = std::vector<std::string>{"countries", "events-2"};
    const auto all = story::open({first, second}, options);
    REQUIRE(all.scene->event_layers.size() == 2);
    CHECK_FALSE(all.scene->event_layers[0].visible);
    CHECK(all.scene->event_layers[1].visible);
    options.visible_layers_only = true;
    const auto some = story::open({first, second}, options);
    REQUIRE(some.scene->event_layers.size() == 1);
    CHECK(some.scene->event_layers[0].id == "events-2");
    CHECK(some.scene->event_layers[0].symbol == all.scene->event_layers[1].symbol);
    options.layers = std::vector<std::string>{"events-3"};
    CHECK(key_of_error({first, second}, options).starts_with("story.unknown_layer"));
}

TEST_CASE("an overlay does not take the name of a source") {
    const test::TemporaryFolder folder;
    const auto first = write(folder / "first.csv", std::string(header) + "a,2015-05-04,50.5,30.5,3,1\n");
    const auto second = write(folder / "second.csv", std::string(header) + "b,2015-06-07,48,21,4,1\n");
    const auto area = write(folder / "events-2.geojson", square);
    const auto opened = story::open({first, second, area}, {});
    CHECK(scene::layer_of(*opened.scene, scene::Role::overlay_areas)->id == "events-2-2");
}

TEST_CASE("there are no more sources than shapes that tell them apart") {
    const test::TemporaryFolder folder;
    std::vector<std::filesystem::path> files;
    for (const char* name : {"a.csv", "b.csv", "c.csv", "d.csv"})
        files.push_back(write(folder / name, std::string(header) + "a,2015-05-04,50.5,30.5,3,1\n"));
    CHECK(story::open(files, {}).scene->event_layers.size() == 4);
    files.push_back(write(folder / "e.csv", std::string(header) + "a,2015-05-04,50.5,30.5,3,1\n"));
    CHECK(key_of_error(files) == "story.too_many_sources");
}

TEST_CASE("files that do not go together are refused") {
    const test::TemporaryFolder folder;
    const auto c = write(folder / "c.toml", "version = 1\n");
    const auto d = write(folder / "d.toml", "version = 1\n");
    const auto noise = write(folder / "noise.bin", std::string("\x7f\x00\x13\xfe\xff\x01zz", 8));
    CHECK(key_of_error({c, d}) == "story.several_stories");
    CHECK(key_of_error({c}) == "story.nothing_to_show");
    CHECK(key_of_error({noise}) == "story.unknown_file");
    CHECK(key_of_error({folder / "missing.csv"}) == "file.missing");
}

TEST_CASE("a release of GED covers whole years and other tables end with their last event") {
    const auto opened = story::open({test::shared_data("ged_21.1_prec12_west_africa_gedcols.csv")}, {});
    CHECK(opened.scene->event_layers[0].table->size() == 7784);  // counted by `tail -n +2 | wc -l`
    CHECK(opened.scene->event_layers[0].coverage == base::DayRange{day("2010-01-01"), day("2020-12-31")});
}

TEST_CASE("a GeoPackage with countries is the base map") {
    const auto opened = story::open({test::shared_data("natural_earth.gpkg")}, {});
    const scene::Scene& scene = *opened.scene;
    CHECK(visible_layers(scene) ==
          std::vector<std::string>{"countries", "lakes", "rivers", "regions", "disputed", "towns"});
    CHECK(scene.focus_iso3.empty());
    const auto* countries = scene::layer_of(scene, scene::Role::countries);
    // Counts of features by `ogrinfo -so natural_earth.gpkg LAYER`.
    CHECK(countries->table->feature_count() == 33);
    CHECK(scene::layer_of(scene, scene::Role::regions)->table->feature_count() == 381);
    CHECK(scene::layer_of(scene, scene::Role::rivers)->table->feature_count() == 86);
    CHECK(scene::layer_of(scene, scene::Role::lakes)->table->feature_count() == 15);
    bool has_mali = false;
    for (std::size_t i = 0; i < countries->table->feature_count(); ++i)
        has_mali = has_mali ||
                   (countries->table->text(i, "iso3") == "MLI" && countries->table->text(i, "name_en") == "Mali" &&
                    countries->table->number(i, "label_lat").has_value());
    CHECK(has_mali);
    // By area (CIA World Factbook, km2): Mali 1,240,192; Burkina Faso 274,200; Togo 56,785.
    for (std::size_t i = 0; i < countries->table->feature_count(); ++i) {
        const auto iso3 = countries->table->text(i, "iso3"), rank = countries->table->text(i, "label_rank");
        if (iso3 == "MLI") CHECK(rank == "1");
        if (iso3 == "BFA") CHECK(rank == "2");
        if (iso3 == "TGO") CHECK(rank == "3");
    }
}
