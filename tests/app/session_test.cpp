#include "app/session.h"

#include <fstream>

#include "app/saved_picture.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using app::Session;

namespace {

Session embedded(const story::SceneOptions& options = {}) {
    return Session(story::open({}, options));
}

std::vector<std::string> texts_of(const std::vector<scene::Source>& sources) {
    std::vector<std::string> texts;
    for (const auto& source : sources) texts.push_back(source.text_en);
    return texts;
}

}  // namespace

TEST_CASE("each change makes a new scene and leaves the old one as it was") {
    auto session = embedded();
    const auto before = session.scene();
    session.toggle_theme();
    session.toggle_language();
    session.set_window_length({base::WindowLength::Unit::days, 90});
    session.set_colour_by(scene::ColourBy::actor);
    CHECK(before->colour_by == scene::ColourBy::type);
    CHECK(session.scene()->colour_by == scene::ColourBy::actor);
    REQUIRE(session.scene()->event_layers[0].actors);
    CHECK(session.scene()->event_layers[0].actors->size() == session.scene()->event_layers[0].table->size());
    CHECK(before->theme == scene::ThemeName::paper);
    CHECK(session.scene()->theme == scene::ThemeName::night);
    CHECK(session.scene()->language == base::Language::fr);
    CHECK(session.title() == "Événements de conflit au Sahel");
    CHECK(session.scene()->timeline.window == base::WindowLength{base::WindowLength::Unit::days, 90});
    // The big tables are shared, so that nothing is loaded anew.
    CHECK(session.scene()->event_layers[0].table == before->event_layers[0].table);
    CHECK(session.scene()->projection == before->projection);
}

TEST_CASE("events can be shown in every way that suits them, one after the other") {
    auto session = embedded();
    CHECK(session.scene()->spread == nullptr);
    session.set_display(scene::EventDisplay::hexagons);
    REQUIRE(session.scene()->spread);
    const auto spread = session.scene()->spread;
    session.set_camera({0, 0, 1000, 1000});
    CHECK(session.scene()->spread == spread);  // moving the map never changes a colour
    session.set_window_length({base::WindowLength::Unit::days, 90});
    CHECK(session.scene()->spread != spread);
    session.set_layer_visible("events", false);
    CHECK(session.scene()->spread->classes().lower.empty());
    session.set_layer_visible("events", true);
    // The story is a selection: it has no density, which is told, and passed over by the key.
    session.set_display(scene::EventDisplay::density);
    CHECK(session.scene()->display.as == scene::EventDisplay::hexagons);
    CHECK(session.notice);
    session.notice.reset();
    std::vector<scene::EventDisplay> seen;
    for (int i = 0; i < 4; ++i) {
        session.cycle_display();
        seen.push_back(session.scene()->display.as);
    }
    using scene::EventDisplay;
    CHECK(seen ==
          std::vector{EventDisplay::areas, EventDisplay::trail, EventDisplay::symbols, EventDisplay::hexagons});
    CHECK_FALSE(session.notice);
}

TEST_CASE("the month of Candidate that is offered first is the last that should be out") {
    app::SessionOptions options;
    options.today = base::parse_iso_day("2026-12-01");
    CHECK(Session(story::open({}, {}), options).get.month == "2026-10");
}

TEST_CASE("the whole story can be seen again after moving") {
    auto session = embedded();
    const auto home = session.scene()->camera.box;
    session.set_camera({0, 0, 1000, 1000});
    session.fit();
    CHECK(session.scene()->camera.box.min_x_m == home.min_x_m);
    CHECK(session.scene()->camera.box.max_y_m == home.max_y_m);
}

TEST_CASE("the sources printed are those of the layers that are shown") {
    auto session = embedded();
    const auto at_first = texts_of(scene::visible_sources(*session.scene()));
    session.set_layer_visible("communities", true);
    story::SceneOptions with_communities;
    with_communities.layers = std::vector<std::string>{"events"};
    for (const auto& layer : session.scene()->layers) with_communities.layers->push_back(layer.id);
    CHECK(texts_of(scene::visible_sources(*session.scene())) ==
          texts_of(scene::visible_sources(*story::open({}, with_communities).scene)));
    CHECK(scene::visible_sources(*session.scene()).size() == at_first.size() + 1);
    session.set_layer_visible("communities", false);
    CHECK(texts_of(scene::visible_sources(*session.scene())) == at_first);
    session.set_layer_visible("events", false);
    CHECK_FALSE(session.scene()->event_layers[0].visible);
    CHECK(scene::visible_sources(*session.scene()).size() == at_first.size() - 1);
}

TEST_CASE("each source of events has its own switch") {
    const test::TemporaryFolder folder;
    for (const char* name : {"a.csv", "b.csv"})
        std::ofstream(folder / name) << "id,date_start,latitude,longitude,best\na,2016-02-29,14.5,-4.2,3\n";
    auto session = embedded();
    session.open_files({folder / "a.csv", folder / "b.csv"});
    REQUIRE(session.scene()->event_layers.size() == 2);
    session.set_layer_visible("events-2", false);
    CHECK(session.scene()->event_layers[0].visible);
    CHECK_FALSE(session.scene()->event_layers[1].visible);
    session.set_layer_visible("events", false);
    CHECK_FALSE(session.scene()->event_layers[0].visible);
    session.set_layer_visible("events-2", true);
    CHECK(session.scene()->event_layers[1].visible);
}

TEST_CASE("a file that cannot be opened leaves the scene and says why") {
    auto session = embedded();
    const auto before = session.scene();
    session.open_files({"/nowhere/at-all.csv"});
    CHECK(session.scene() == before);
    REQUIRE(session.notice);
    REQUIRE(session.notice->lines.size() == 1);
    CHECK(session.notice->lines.front().find("at-all.csv") != std::string::npos);
}

TEST_CASE("dropped events replace the story and rows that could not be used are told") {
    const test::TemporaryFolder folder;
    const auto file = folder / "events.csv";
    std::ofstream(file) << "id,date_start,latitude,longitude,best\n"
                           "a,2016-02-29,14.5,-4.2,3\n"
                           "b,2016-03-05,95,-4.2,1\n";
    auto session = embedded();
    session.toggle_theme();
    session.panels.layers = true;
    session.open_files({file});
    REQUIRE(session.scene()->event_layers.size() == 1);
    CHECK(session.scene()->event_layers[0].table->size() == 1);
    CHECK(session.scene()->theme == scene::ThemeName::night);
    CHECK(session.panels.layers);
    CHECK_FALSE(session.notice);
    CHECK(session.tells_rejected);
    CHECK(session.report.rows.records() == 2);
    REQUIRE(session.report.rows.rows().size() == 1);
    session.report.select(session.report.rows.rows()[0], base::Language::en);
    CHECK(session.report.has_record());
    CHECK(session.report.record() == "b,2016-03-05,95,-4.2,1");
}

TEST_CASE("a picture's name is the local time and never that of a file that is there") {
    const test::TemporaryFolder folder;
    std::tm local{};
    local.tm_year = 126;
    local.tm_mon = 10;
    local.tm_mday = 4;
    local.tm_hour = 7;
    local.tm_sec = 9;
    CHECK(app::free_picture_name(folder.path(), local) == folder / "harmattan-20261104-070009.png");
    std::ofstream(folder / "harmattan-20261104-070009.png") << "here";
    CHECK(app::free_picture_name(folder.path(), local) == folder / "harmattan-20261104-070009-2.png");
    // Even a link that leads nowhere is something that must not be written over.
    std::filesystem::create_symlink("nowhere", folder / "harmattan-20261104-070009-2.png");
    CHECK(app::free_picture_name(folder.path(), local) == folder / "harmattan-20261104-070009-3.png");
}
