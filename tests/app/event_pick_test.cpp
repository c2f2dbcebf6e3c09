#include "app/event_pick.h"

#include <fstream>

#include "app/session.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using app::EventPick;

TEST_CASE("an event is found by where its row stands, and shown") {
    const test::TemporaryFolder folder;
    const auto file = folder / "made-up.csv";
    // The second event is older and so the table's first row; the third stands at sea and is doubted.
    const std::string first = "id,date_start,latitude,longitude,best\na,2016-02-29,14.5,-4.2,3\n";
    std::ofstream(file) << first << "b,2015-03-05,15,-3,1\nc,2017-01-01,5,-30,1\n";
    app::Session session(story::open({file}, {}));
    const auto found = app::find_event(*session.scene(), file.string(), first.size());
    CHECK(found == EventPick{0, 0});
    CHECK_FALSE(app::find_event(*session.scene(), file.string(), 1));
    CHECK_FALSE(app::find_event(*session.scene(), "other.csv", first.size()));
    REQUIRE(found);
    session.set_layer_visible("events", false);
    layout::FrameLayout layout;
    layout.view.size = {1280, 676};
    layout.free = {250, 10, 1000, 560};
    const layout::PointPx at{440, 300};
    session.show_event(*found, layout, at);
    CHECK(session.pick() == found);
    CHECK(session.scene()->event_layers[0].visible);
    CHECK(session.playback().at(0) == base::end_of(base::day_of({2015, 3, 5})));
    const auto view = layout::fitted(session.scene()->camera.box, layout.view.size, layout.free);
    const auto drawn = view.to_px(session.scene()->projection->forward({-3, 15}));
    CHECK(drawn.x == Approx(440).margin(0.01));
    CHECK(drawn.y == Approx(300).margin(0.01));
    CHECK(session.scene()->camera.box.width_m() <= 600e3 + 1);
}

TEST_CASE("from near by the scale stays as it is") {
    const geo::PlanarBox box{0, 0, 2000, 1000};
    const auto view = layout::fitted(box, {400, 200}, {0, 0, 400, 200});
    const auto moved = app::box_around(box, view, {5000, 7000}, {200, 100}, 600e3);
    CHECK(moved.centre().x_m == Approx(5000));
    CHECK(moved.centre().y_m == Approx(7000));
    CHECK(moved.width_m() == Approx(2000));
}
