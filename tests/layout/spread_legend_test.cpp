// The legends of density, hexagons, areas and trails.
#include "layout/frame_layout.h"
#include "layout/reading.h"
#include "layout/sample_scene.h"
#include "scene/event_spread.h"
#include "support/catch.h"

using namespace harmattan;
using layout::Face;
using layout::Part;
using scene::EventDisplay;

namespace {

scene::Scene sample_as(EventDisplay as, std::size_t sources = 1) {
    auto scene = sources == 1 ? test::sample_scene() : test::sample_scene_of_sources(sources);
    scene.display.as = as;
    scene.event_layers[0].is_selection = false;
    scene.spread = scene::make_event_spread(scene);
    return scene;
}

constexpr std::array<base::PixelSize, 4> sizes{{{1920, 1080}, {1280, 720}, {1080, 1920}, {1200, 900}}};

}  // namespace

TEST_CASE("every picture that is no picture of single events says that it shows no control of territory") {
    const layout::TextShaper shaper;
    for (const auto as : {EventDisplay::density, EventDisplay::hexagons, EventDisplay::areas, EventDisplay::trail})
        for (const bool has_legend : {true, false})
            for (const auto size : sizes)
                for (const auto language : {base::Language::en, base::Language::fr}) {
                    auto scene = sample_as(as);
                    scene.language = language;
                    scene.furniture.legend = has_legend;
                    const auto frame = layout::plan_frame(scene, size, shaper);
                    CAPTURE(scene::to_string(as), has_legend, size.width, size.height);
                    CHECK(frame.box_of(Part::caution) != nullptr);
                    CHECK((frame.box_of(Part::spread) != nullptr) == (has_legend && scene::is_surface(as)));
                    const auto list = layout::static_furniture(scene, frame, shaper);
                    // It may be broken into lines: its first words stand together.
                    CHECK(test::says(list, shaper,
                                     language == base::Language::en ? "Reported events" : "Événements signalés",
                                     Face::bold));
                }
    auto plain = test::sample_scene();
    CHECK(layout::plan_frame(plain, sizes[0], shaper).box_of(Part::caution) == nullptr);
}

TEST_CASE("the legend tells the classes, how they were made, and the one source that is shown") {
    const layout::TextShaper shaper;
    auto scene = sample_as(EventDisplay::hexagons, 2);
    const auto list = layout::static_furniture(scene, layout::plan_frame(scene, sizes[0], shaper), shaper);
    const auto says = [&](std::string_view text, Face face = Face::regular) {
        return test::says(list, shaper, text, face);
    };
    CHECK(says("Reported events in a cell", Face::bold));
    CHECK(says("0"));
    CHECK(says("or more"));
    CHECK(says("classes by quantiles"));
    CHECK(says(scene.event_layers[0].name_en, Face::bold));
    CHECK_FALSE(says("State-based conflict"));
    CHECK_FALSE(says("Age of the event", Face::bold));

    scene.language = base::Language::fr;
    scene.display.as = EventDisplay::density;
    scene.display.value = scene::SpreadValue::deaths;
    scene.spread = scene::make_event_spread(scene);
    const auto french = layout::static_furniture(scene, layout::plan_frame(scene, sizes[0], shaper), shaper);
    CHECK(test::says(french, shaper, "Décès signalés pour 10\u202f000\u00a0km²", Face::bold));
    CHECK(test::says(french, shaper, "classes par seuils naturels", Face::regular));
}

TEST_CASE("what is not on the map is counted with the window's events") {
    const layout::TextShaper shaper;
    const auto scene = sample_as(EventDisplay::areas);
    layout::FrameCounts counts;
    counts.window = scene.timeline.bounds;
    counts.layers.resize(1);
    counts.layers[0].shown = 100;
    counts.layers[0].gaps = {3, 1, 0};
    const auto frame = layout::plan_frame(scene, sizes[0], shaper);
    const auto list =
        layout::moving_furniture(scene, frame, shaper, base::end_of(scene.timeline.bounds.last), counts);
    CHECK(test::says(list, shaper, "3 known only to a country are", Face::regular));
    CHECK(test::says(list, shaper, "1 outside", Face::regular));
}

TEST_CASE("a trail has its own line in the legend, unless nothing can be earlier") {
    const layout::TextShaper shaper;
    auto scene = sample_as(EventDisplay::trail);
    CHECK(layout::plan_frame(scene, sizes[0], shaper).box_of(Part::trail) != nullptr);
    CHECK(layout::plan_frame(scene, sizes[0], shaper).box_of(Part::colours) != nullptr);
    scene.timeline.window = {base::WindowLength::Unit::all, 0};
    CHECK(layout::plan_frame(scene, sizes[0], shaper).box_of(Part::trail) == nullptr);
}
