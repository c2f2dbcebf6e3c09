// Events coloured by actor: what the pixels say on a day.
#include <cmath>

#include <fmt/format.h>

#include "render/context.h"
#include "render/map_renderer.h"
#include "scene/event_colours.h"
#include "small_scene.h"
#include "support/catch.h"
#include "support/made_up_actors.h"

using namespace harmattan;
using events::FamilyHue;

namespace {

constexpr base::PixelSize size{960, 540};
constexpr int joiner_count = 300;  // more classes than a byte holds

base::Day joining_day(int i) {
    return base::day_of({2020, 1, 1}) + i;
}
geo::LonLat place_of(int i) {
    return {-5.5 + 0.4 * (i % 20), 10.5 + 0.4 * static_cast<double>(i / 20)};
}

// Actor i, of the umber family, owes allegiance to the olive one from its own day on.
events::ActorRegistry joiners() {
    using namespace events;
    ActorRegistryBuilder builder;
    builder.add_family({"umber", FamilyHue::umber, FamilyPart::armed, "U", "U", "made up"}, {"families.csv", 2});
    builder.add_family({"olive", FamilyHue::olive, FamilyPart::armed, "O", "O", "made up"}, {"families.csv", 3});
    const auto add = [&](const std::string& id, const char* family) {
        Actor actor;
        actor.id = actor.name_en = actor.name_fr = id;
        actor.family = family;
        builder.add_actor(std::move(actor), {"actors.csv", 2});
    };
    add("lord", "olive");
    for (int i = 0; i < joiner_count; ++i) {
        add(fmt::format("joiner-{}", i), "umber");
        ActorChange change;
        change.when.day = joining_day(i);
        change.kind = ActorChangeKind::allegiance;
        builder.add_change({change, {fmt::format("joiner-{}", i)}, "lord", {"changes.csv", 2}});
    }
    return std::move(builder).build();
}

scene::ScenePtr scene_of_joiners(events::WherePrecision precision) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene());
    events::EventTableBuilder builder;
    builder.add_file("joiners.csv");
    for (int i = 0; i < joiner_count; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2020, 1, 1});
        row.lon_deg = place_of(i).lon_deg;
        row.lat_deg = place_of(i).lat_deg;
        row.best = 3;
        row.where_precision = precision;
        const std::string name = fmt::format("joiner-{}", i);
        row.texts[static_cast<std::size_t>(events::Text::side_a)] = name;
        builder.add(row);
    }
    auto& layer = scene->event_layers[0];
    layer.table = std::make_shared<const events::EventTable>(std::move(builder).build());
    layer.actors = std::make_shared<const events::ActorCourses>(joiners(), *layer.table);
    scene->layers.clear();  // no name or line over an event
    scene->colour_by = scene::ColourBy::actor;
    scene->timeline.bounds = {base::day_of({2020, 1, 1}), base::day_of({2020, 12, 31})};
    scene->timeline.window = {base::WindowLength::Unit::all, 0};
    return scene;
}

base::Colour at(const base::Image& image, layout::PointPx p) {
    const auto i =
        (static_cast<std::size_t>(p.y) * static_cast<std::size_t>(size.width) + static_cast<std::size_t>(p.x)) * 4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], 255};
}

int difference(base::Colour a, base::Colour b) {
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

struct Studio {
    std::unique_ptr<render::Context> context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;

    base::Image draw(const scene::ScenePtr& scene, base::Day day) {
        return renderer.render(scene, base::end_of(day), size);
    }
    layout::PointPx px(const scene::Scene& scene, int i) const {
        return renderer.layout().view.to_px(scene.projection->forward(place_of(i)));
    }
};

}  // namespace

TEST_CASE("each event has the colour of its actor's affiliation on the day shown, and of no other's") {
    Studio studio;
    const auto scene = scene_of_joiners(1);
    const auto& fill = scene::theme(scene->theme).family_fill;
    const auto umber = fill[static_cast<std::size_t>(FamilyHue::umber)];
    const auto olive = fill[static_cast<std::size_t>(FamilyHue::olive)];
    REQUIRE(scene->event_layers[0].actors->course_count() == joiner_count);
    // Forwards and back: what was drawn before must not stay.
    for (const int joined : {0, 10, 255, 256, 257, 299, 100}) {
        const auto image = studio.draw(scene, joining_day(joined));
        const auto map = studio.renderer.layout().map;
        int seen = 0, wrong = 0;
        for (int i = 0; i < joiner_count; ++i) {
            const auto p = studio.px(*scene, i);
            if (!map.contains(p)) continue;
            ++seen;
            const auto wanted = i <= joined ? olive : umber, other = i <= joined ? umber : olive;
            wrong += difference(at(image, p), wanted) < difference(at(image, p), other) ? 0 : 1;
        }
        INFO("the day on which actor " << joined << " joins");
        CHECK(seen > 280);
        CHECK(wrong == 0);
    }
}

TEST_CASE("areas of roughly known events change colour too") {
    Studio studio;
    const auto scene = scene_of_joiners(3);
    const auto before = studio.draw(scene, joining_day(0));
    const auto after = studio.draw(scene, joining_day(299));
    const auto p = studio.px(*scene, 150);
    const auto& fill = scene::theme(scene->theme).family_fill;
    const auto olive = fill[static_cast<std::size_t>(FamilyHue::olive)];
    CHECK(difference(at(after, p), olive) < difference(at(before, p), olive));
}

TEST_CASE("the same scene by type and by actor is drawn anew") {
    Studio studio;
    const auto by_actor = scene_of_joiners(1);
    auto changed = std::make_shared<scene::Scene>(*by_actor);
    changed->colour_by = scene::ColourBy::type;
    const auto day = joining_day(20);
    const auto first = studio.draw(by_actor, day);
    const auto second = studio.draw(changed, day);
    const auto p = studio.px(*by_actor, 150);
    const auto& theme = scene::theme(by_actor->theme);
    const auto unknown_type = theme.event_fill[static_cast<std::size_t>(events::ViolenceType::unknown)];
    CHECK(difference(at(second, p), unknown_type) < 60);
    CHECK(difference(at(first, p), at(second, p)) > 30);
    CHECK(studio.draw(by_actor, day).rgba == first.rgba);
}
