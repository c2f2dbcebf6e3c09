#include "app/filter_box.h"

#include "app/session.h"
#include "events/filter.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("a filter leaves events out and gives them back, and what is wrong with it changes nothing") {
    app::Session session(story::open({}, {}));
    const auto all = session.scene()->event_layers[0].table->size();
    session.filter.text = "country = 'Mali'";
    session.apply_filter();
    CHECK_FALSE(session.filter.fault);
    const auto& layer = session.scene()->event_layers[0];
    CHECK(layer.table->size() > 0);
    CHECK(layer.table->size() + layer.filtered_out == all);
    CHECK(layer.filter == "country = 'Mali'");
    for (std::size_t row = 0; row < layer.table->size(); ++row)
        REQUIRE(layer.table->text(events::Text::country).at(row) == "Mali");
    const auto filtered = session.scene();
    session.filter.text = "contry = 'Mali'";
    session.apply_filter();
    REQUIRE(session.filter.fault);
    CHECK(session.scene() == filtered);
    session.filter.text = "country = 'Niger'";
    session.apply_filter();
    CHECK_FALSE(session.filter.fault);
    CHECK(session.scene()->event_layers[0].filtered_out + session.scene()->event_layers[0].table->size() == all);
    session.filter.text.assign(3, ' ');
    session.apply_filter();
    CHECK(session.scene()->event_layers[0].table->size() == all);
    CHECK(session.scene()->event_layers[0].filter.empty());
}

TEST_CASE("a filter of the command line can be taken back in the window") {
    const auto all = story::open({}, {}).scene->event_layers[0].table->size();
    story::SceneOptions options;
    options.where = events::Filter::parse("best >= 20");
    options.keeps_whole = true;
    app::Session session(story::open({}, options));
    CHECK(session.filter.text == "best >= 20");
    CHECK(session.scene()->event_layers[0].table->size() < all);
    session.filter.text.clear();
    session.apply_filter();
    CHECK(session.scene()->event_layers[0].table->size() == all);
}

TEST_CASE("the caret stands below the character that is wrong, letters with accents before it") {
    try {
        events::Filter::parse("place = 'Ségou' and bst > 3");
        FAIL("there is no field bst");
    } catch (const base::Error& error) {
        const auto caret = app::caret_of(error);
        REQUIRE(caret);
        CHECK(caret->line == "place = 'Ségou' and bst > 3");
        CHECK(caret->before == "place = 'Ségou' and ");
    }
    CHECK_FALSE(app::caret_of(base::Error("csv.crs_needed")));
}
