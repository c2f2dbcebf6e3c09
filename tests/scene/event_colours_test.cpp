#include "scene/event_colours.h"

#include "base/error.h"
#include "support/catch.h"
#include "support/made_up_actors.h"

using namespace harmattan;
using events::FamilyHue;

namespace {

scene::EventLayer layer_of_two() {
    events::EventTableBuilder builder;
    for (const char* side : {"North", "Army"}) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2014, 6, 1});
        row.type = events::ViolenceType::one_sided;
        row.texts[static_cast<std::size_t>(events::Text::side_a)] = side;
        builder.add(row);
    }
    scene::EventLayer layer;
    layer.table = std::make_shared<const events::EventTable>(std::move(builder).build());
    layer.actors = std::make_shared<const events::ActorCourses>(test::made_up_actors(), *layer.table);
    return layer;
}

std::size_t place_of(FamilyHue hue) {
    return static_cast<std::size_t>(hue);
}

}  // namespace

TEST_CASE("by type of violence a colour is the same on every day") {
    const auto layer = layer_of_two();
    const auto by = scene::ColourBy::type;
    CHECK(scene::event_class_count(layer, by) == events::violence_type_count);
    for (const int year : {1990, 2014, 2016, 2030}) {
        const auto day = base::day_of({year, 1, 1});
        CHECK(scene::colours_of_classes(layer, by, day) == std::vector<std::uint8_t>{0, 1, 2, 3});
        CHECK(scene::colour_of_event(layer, by, 0, day) == place_of(FamilyHue{2}));
    }
}

TEST_CASE("by actor a colour follows the affiliation of the day") {
    const auto layer = layer_of_two();
    const auto by = scene::ColourBy::actor;
    REQUIRE(scene::event_class_count(layer, by) == 2);
    for (const auto& [year, north] : {std::pair(2014, FamilyHue::umber), std::pair(2015, FamilyHue::olive),
                                      std::pair(2016, FamilyHue::olive), std::pair(2017, FamilyHue::umber)}) {
        const auto day = base::day_of({year, 1, 1});
        const auto colours = scene::colours_of_classes(layer, by, day);
        REQUIRE(colours.size() == 2);
        CHECK(colours[scene::event_class(layer, by, 0)] == place_of(north));
        CHECK(colours[scene::event_class(layer, by, 1)] == place_of(FamilyHue::navy));
        for (std::size_t row = 0; row < 2; ++row)
            CHECK(scene::colour_of_event(layer, by, row, day) == colours[scene::event_class(layer, by, row)]);
    }
}

TEST_CASE("the day of the colours is the last one shown") {
    const auto first = base::day_of({2015, 1, 1});
    CHECK(scene::colour_day(base::end_of(first + 9), {first, first + 4}) == first + 4);
    CHECK(scene::colour_day(base::end_of(first + 9), {first, first - 1}) == first + 9);
}

TEST_CASE("while events are coloured by actor no community has a hue") {
    for (const auto name : {scene::ThemeName::paper, scene::ThemeName::night}) {
        const auto& theme = scene::theme(name);
        for (const auto hatch : {scene::Hatch::moss, scene::Hatch::rose, scene::Hatch::grey}) {
            const auto grey = scene::hatch_colour(theme, hatch, scene::ColourBy::actor);
            CHECK(std::max({grey.r, grey.g, grey.b}) - std::min({grey.r, grey.g, grey.b}) <= 6);
            CHECK(scene::hatch_colour(theme, hatch, scene::ColourBy::type) ==
                  theme.hatch[static_cast<std::size_t>(hatch)]);
        }
    }
}

TEST_CASE("what colours say has words") {
    CHECK(scene::parse_colour_by("actor") == scene::ColourBy::actor);
    CHECK(scene::to_string(scene::ColourBy::type) == "type");
    CHECK_THROWS_AS(scene::parse_colour_by("Actor"), base::Error);
}
