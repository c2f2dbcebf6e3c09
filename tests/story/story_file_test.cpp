#include "story/story_file.h"

#include "base/error.h"
#include "base/resources.h"
#include "io/value_error.h"
#include "support/catch.h"

using namespace harmattan;
using test::ContainsSubstring;

namespace {

constexpr const char* whole = R"(version = 1
title.en = "Events"
title.fr = "Événements"
subtitle.en = "By type"
extent = [-18, 3.5, 16, 26]
projection = "EPSG:32630"
theme = "night"
language = "fr"
from = 2012-01-01
to = "2023-12-31"
window = "90d"
focus = ["MLI", "BFA"]
[film]
seconds = 7.5
fps = 25
[events]
file = "events.csv"
name.en = "Events"
source.en = "A source"
selection = true
coverage = [2012-01-01, 2023-12-31]
[[layer]]
id = "countries"
role = "countries"
file = "map.gpkg"
layer = "admin"
visible = false
name.en = "Countries"
[[layer]]
id = "towns"
role = "towns"
file = "towns.csv"
)";

std::string sentence_of(const std::string& text) {
    try {
        story::parse_story(text, "my.toml");
    } catch (const base::Error& error) {
        return error.what();
    }
    return "no error";
}

// The sentence for `whole` with one line replaced.
std::string with(std::string_view line, std::string_view by) {
    std::string text = whole;
    const auto at = text.find(line);
    REQUIRE(at != std::string::npos);
    return sentence_of(text.replace(at, line.size(), by));
}

}  // namespace

TEST_CASE("every key of a story is read") {
    const story::StoryFile story = story::parse_story(whole, "my.toml");
    CHECK(story.title.en == "Events");
    CHECK(story.title.fr == "Événements");
    CHECK(story.subtitle.fr.empty());
    CHECK(story.extent == geo::Extent{-18, 3.5, 16, 26});
    CHECK(story.projection == "EPSG:32630");
    CHECK(story.theme == scene::ThemeName::night);
    CHECK(story.language == base::Language::fr);
    CHECK(story.from == base::parse_iso_day("2012-01-01"));
    CHECK(story.to == base::parse_iso_day("2023-12-31"));
    CHECK(story.window == base::parse_window("90d"));
    CHECK(story.focus_iso3 == std::vector<std::string>{"MLI", "BFA"});
    CHECK(story.film_seconds == 7.5);
    CHECK(story.film_fps == 25);
    REQUIRE(story.events);
    CHECK(story.events->file == "events.csv");
    CHECK(story.events->source.en == "A source");
    CHECK(story.events->is_selection);
    CHECK(story.events->coverage->length_days() == 4383);  // 12 years, of which 2012, 2016 and 2020 are leap years
    REQUIRE(story.layers.size() == 2);
    CHECK(story.layers[0].role == scene::Role::countries);
    CHECK(story.layers[0].file_layer == "admin");
    CHECK_FALSE(story.layers[0].visible);
    CHECK(story.layers[1].visible);
    CHECK(story.layers[1].name.en == "towns");
}

TEST_CASE("a story says how its events are shown") {
    const auto display = story::parse_story(R"(version = 1
[display]
as = "areas"
value = "deaths-per-100k"
classes = "pretty"
bandwidth_km = 75
hexagon_km = 40.5
areas = "provinces"
people = "pop"
)",
                                            "my.toml")
                             .display;
    CHECK(display.as == scene::EventDisplay::areas);
    CHECK(display.value == scene::SpreadValue::deaths_per_100k);
    CHECK(display.classes == scene::ClassMethod::pretty);
    CHECK(display.bandwidth_km == 75);
    CHECK(display.hexagon_km == 40.5);
    CHECK(display.areas == "provinces");
    CHECK(display.people == "pop");
    CHECK_FALSE(story::parse_story(whole, "my.toml").display.as);
    CHECK_THAT(sentence_of("version = 1\n[display]\nas = \"heat\"\n"),
               ContainsSubstring("line 3") && ContainsSubstring("hexagons"));
    CHECK_THAT(sentence_of("version = 1\n[display]\nhexagon_km = 0\n"),
               ContainsSubstring("line 3") && ContainsSubstring("1000"));
    CHECK_THAT(sentence_of("version = 1\n[display]\nhexagons_km = 9\n"), ContainsSubstring("display.hexagon_km"));
}

TEST_CASE("the shortest story has a version and nothing else") {
    const story::StoryFile story = story::parse_story("version = 1", "my.toml");
    CHECK(story.projection == "auto");
    CHECK(story.window == base::parse_window("1y"));
    CHECK_FALSE(story.events);
    CHECK(story.layers.empty());
}

TEST_CASE("a mistyped key is named with its place and the key that was meant") {
    CHECK_THAT(with("extent = ", "extend = "), ContainsSubstring("my.toml, line 5, column") &&
                                                   ContainsSubstring("\"extend\"; did you mean \"extent\"?"));
    CHECK_THAT(with("seconds = 7.5", "second = 7.5"),
               ContainsSubstring("line 14") && ContainsSubstring("did you mean \"film.seconds\"?"));
    CHECK_THAT(with("visible = false", "visibel = false"), ContainsSubstring("line 27"));
    CHECK_THAT(with("selection = true", "blue = true"),
               ContainsSubstring("line 20") && ContainsSubstring("unknown key \"events.blue\""));
}

TEST_CASE("what is not TOML is named with its place") {
    CHECK_THAT(sentence_of("version = 1\ntitle = \n"),
               ContainsSubstring("line 2, column") && ContainsSubstring("not valid TOML"));
    CHECK_THAT(sentence_of("version = 1\nversion = 1\n"), ContainsSubstring("line 2"));
}

TEST_CASE("values of the wrong kind are refused with an example") {
    CHECK_THAT(with("selection = true", "selection = 1"),
               ContainsSubstring("events.selection") && ContainsSubstring("true | false"));
    CHECK_THAT(with("fps = 25", "fps = \"25\""), ContainsSubstring("film.fps"));
    CHECK_THAT(with("window = \"90d\"", "window = 90"), ContainsSubstring("\"window\""));
    CHECK_THAT(with("extent = [-18, 3.5, 16, 26]", "extent = \"-18,3,16,26\""), ContainsSubstring("\"extent\""));
    CHECK_THAT(with("focus = [\"MLI\", \"BFA\"]", "focus = [\"MLI\", 3]"), ContainsSubstring("\"focus\""));
    CHECK_THAT(with("from = 2012-01-01", "from = 2012"), ContainsSubstring("2012-01-01"));
}

TEST_CASE("values out of range are refused with the reason") {
    CHECK_THAT(with("extent = [-18, 3.5, 16, 26]", "extent = [-18, 3.5, 16]"), ContainsSubstring("not 3"));
    CHECK_THAT(with("extent = [-18, 3.5, 16, 26]", "extent = [-18, 95, 16, 26]"), ContainsSubstring("line 5"));
    CHECK_THAT(with("fps = 25", "fps = 0"), ContainsSubstring("film.fps"));
    CHECK_THAT(with("seconds = 7.5", "seconds = nan"), ContainsSubstring("film.seconds"));
    CHECK_THAT(with("theme = \"night\"", "theme = \"dusk\""),
               ContainsSubstring("line 7") && ContainsSubstring("dusk"));
    CHECK_THAT(with("theme = \"night\"", "colour = \"side\""),
               ContainsSubstring("line 7") && ContainsSubstring("actor"));
    CHECK_THAT(with("language = \"fr\"", "language = \"de\""), ContainsSubstring("line 8"));
    CHECK_THAT(with("window = \"90d\"", "window = \"90w\""), ContainsSubstring("line 11"));
    CHECK_THAT(with("role = \"towns\"", "role = \"cities\""), ContainsSubstring("overlay_points"));
    CHECK_THAT(with("to = \"2023-12-31\"", "to = \"2011-12-31\""), ContainsSubstring("ends before"));
    CHECK_THAT(with("from = 2012-01-01", "from = \"2012-02-30\""), ContainsSubstring("line 9"));
    CHECK_THAT(with("version = 1", "version = 2"), ContainsSubstring("version 1"));
    CHECK_THAT(with("version = 1\n", ""), ContainsSubstring("\"version\" is missing"));
    CHECK_THAT(with("id = \"towns\"", "id = \"countries\""), ContainsSubstring("another layer"));
    CHECK_THAT(with("id = \"towns\"", "id = \"events\""), ContainsSubstring("another layer"));
}

TEST_CASE("paths out of the story's folder are refused with their place") {
    for (const char* path : {"/etc/passwd", "../x.csv", "https://example.org/x.csv", "/vsicurl/http://x", ""})
        CHECK_THAT(with("file = \"events.csv\"", "file = \"" + std::string(path) + "\""),
                   ContainsSubstring("my.toml, line 17, column") && ContainsSubstring("events.file"));
}

TEST_CASE("the reason for a bad value can be said in another language") {
    try {
        story::parse_story("version = 1\ntheme = \"dusk\"\n", "my.toml");
        FAIL("a theme that does not exist was taken");
    } catch (const io::ValueError& error) {
        CHECK(error.reason().key() == "theme.unknown");
    }
}

TEST_CASE("the embedded story is a good story and its files are embedded") {
    const auto text = base::resource_text("data/sahel/story.toml");
    const story::StoryFile story = story::parse_story(text, "data/sahel/story.toml");
    REQUIRE(story.events);
    CHECK(base::has_resource("data/sahel/" + story.events->file));
    for (const auto& layer : story.layers) {
        INFO(layer.file);
        CHECK(base::has_resource("data/sahel/" + layer.file));
        CHECK_FALSE(layer.name.fr.empty());
    }
}

TEST_CASE("a story says how its table of events is read, and which events are meant") {
    const std::string text = R"(version = 1
[events]
file = "events.csv"
where = "country = 'Mali' and best >= 10"
map = "latitude=Y,longitude=X,date=when"
dates = "day-first"
crs = "EPSG:32630"
table = "Sheet 2"
)";
    const auto events = story::parse_story(text, "my.toml").events.value();
    REQUIRE(events.where);
    CHECK(events.where->text() == "country = 'Mali' and best >= 10");
    CHECK(events.mapping == io::ColumnMapping{{io::EventField::latitude, "Y"},
                                              {io::EventField::longitude, "X"},
                                              {io::EventField::date_start, "when"}});
    CHECK(events.date_order == io::DateOrder::day_first);
    CHECK(events.crs == "EPSG:32630");
    CHECK(events.table == "Sheet 2");
    const auto bad = [](const std::string& line) {
        return sentence_of("version = 1\n[events]\nfile = \"events.csv\"\n" + line + "\n");
    };
    CHECK_THAT(bad(R"(where = "best >")"), ContainsSubstring("my.toml") && ContainsSubstring("line 4"));
    CHECK_THAT(bad(R"(map = "latitude")"), ContainsSubstring("line 4"));
    CHECK_THAT(bad(R"(dates = "european")"), ContainsSubstring("day-first, month-first or year-first"));
    CHECK_THAT(bad(R"(crs = "EPSG:-1")"), ContainsSubstring("line 4"));
    CHECK_THAT(bad(R"(wher = "best > 1")"), ContainsSubstring("where"));
}
