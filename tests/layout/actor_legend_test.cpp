// Furniture while events are coloured by actor.
#include "layout/frame_layout.h"
#include "layout/reading.h"
#include "layout/sample_scene.h"
#include "scene/event_colours.h"
#include "support/catch.h"
#include "support/made_up_actors.h"

using namespace harmattan;
using layout::Face;
using layout::Part;

namespace {

// The sample's events between made-up sides.
scene::Scene scene_by_actor() {
    auto scene = test::sample_scene();
    events::EventTableBuilder builder;
    const auto& table = *scene.event_layers[0].table;
    for (std::size_t row = 0; row < table.size(); ++row) {
        events::EventRow event;
        event.first_day = event.last_day = table.first_day()[row];
        event.lon_deg = table.lon_deg()[row];
        event.lat_deg = table.lat_deg()[row];
        event.best = table.best()[row];
        event.texts[static_cast<std::size_t>(events::Text::side_a)] = "Army";
        event.texts[static_cast<std::size_t>(events::Text::side_b)] =
            row % 2 == 0 ? "North" : "Civilians of no list";
        builder.add(event);
    }
    auto& layer = scene.event_layers[0];
    layer.table = std::make_shared<const events::EventTable>(std::move(builder).build());
    layer.actors = std::make_shared<const events::ActorCourses>(test::made_up_actors(), *layer.table);
    scene.colour_by = scene::ColourBy::actor;
    return scene;
}

layout::DisplayList moving(const scene::Scene& scene, const layout::FrameLayout& frame,
                           const layout::TextShaper& shaper, const char* at) {
    const base::Instant instant = base::parse_instant(at);
    layout::FrameCounts counts;
    counts.window = base::window_at(instant, scene.timeline.window, scene.timeline.bounds);
    counts.layers.resize(1);
    return layout::moving_furniture(scene, frame, shaper, instant, counts);
}

bool has_rect_of(const layout::DisplayList& list, base::Colour colour) {
    return std::any_of(list.shapes.begin(), list.shapes.end(), [&](const layout::Shape& shape) {
        return shape.kind == layout::Shape::Kind::rect && shape.colour == colour;
    });
}

}  // namespace

TEST_CASE("the legend names the families that are there, in both languages") {
    auto scene = scene_by_actor();
    const layout::TextShaper shaper;
    for (const auto language : {base::Language::en, base::Language::fr}) {
        scene.language = language;
        const bool is_english = language == base::Language::en;
        const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
        REQUIRE(frame.box_of(Part::colours) != nullptr);
        const auto list = layout::static_furniture(scene, frame, shaper);
        const auto says = [&](std::string_view text, Face face = Face::regular) {
            return test::says(list, shaper, text, face);
        };
        CHECK(says(is_english ? "Armed group involved" : "Groupe armé impliqué", Face::bold));
        CHECK(says(is_english ? "North" : "Nord"));
        CHECK(says(is_english ? "South" : "Sud"));
        CHECK(says(is_english ? "Other or not identified" : "Autres ou non identifiés"));
        CHECK_FALSE(says(is_english ? "Army" : "Armée"));
        CHECK_FALSE(says(is_english ? "State-based conflict" : "Conflit étatique"));
    }
}

TEST_CASE("the chart's bars change colour with the affiliation at the playhead") {
    const auto scene = scene_by_actor();
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    const auto& fill = scene::theme(scene.theme).family_fill;
    const auto umber = fill[static_cast<std::size_t>(events::FamilyHue::umber)];
    const auto olive = fill[static_cast<std::size_t>(events::FamilyHue::olive)];
    const auto before = moving(scene, frame, shaper, "2014-12-20");
    CHECK(has_rect_of(before, umber));
    CHECK_FALSE(has_rect_of(before, olive));
    const auto after = moving(scene, frame, shaper, "2015-01-20");
    CHECK(has_rect_of(after, olive));
    CHECK_FALSE(has_rect_of(after, umber));
}

TEST_CASE("bars by actor hold every event once") {
    const auto scene = scene_by_actor();
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    std::uint64_t counted = 0;
    for (const auto& bar : frame.bars.front().bars)
        for (const auto count : bar.counts) counted += count;
    CHECK(counted == 600);
}
