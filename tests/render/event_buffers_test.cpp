#include "render/event_buffers.h"

#include "layout/visible_events.h"
#include "render/context.h"
#include "scene/event_style.h"
#include "small_scene.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("size classes fall from large to small and hold every diameter") {
    CHECK(render::size_class(64) == 0);
    CHECK(render::size_class(5) == render::size_class_count - 1);
    std::size_t previous = 0;
    for (double diameter = 64; diameter >= 5; diameter -= 0.25) {
        const auto next = render::size_class(diameter);
        CHECK(next >= previous);
        CHECK(next < render::size_class_count);
        previous = next;
    }
}

TEST_CASE("the runs of a window hold its discs and footprints, each once, and no other") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    const auto scene = test::small_scene();
    const auto& table = *scene->event_layers[0].table;
    const auto points = layout::project_events(table, *scene->projection);
    const auto reference = scene::size_scale(*scene).reference;
    const auto places =
        scene::arrange_places(table, scene::EventPoints(table), scene::shown_window(*scene), reference);
    const render::EventBuffers buffers(render::make_event_vertices(scene->event_layers[0], scene::ColourBy::type,
                                                                   points, *scene->projection, places, reference));
    const auto first = table.days().first;
    for (const base::DayRange window : {base::DayRange{first, first + 99}, base::DayRange{first + 10, first + 19},
                                        base::DayRange{first + 5, first + 5}, base::DayRange{first + 5, first + 4},
                                        base::DayRange{first - 9, first - 1}}) {
        std::vector<int> seen(table.size(), 0);
        for (const auto& run : buffers.disc_runs(window))
            for (std::int32_t i = 0; i < run.count; ++i)
                ++seen[buffers.disc_rows()[static_cast<std::size_t>(run.first + i)]];
        std::size_t footprints = 0;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const bool is_shown = window.contains(table.first_day()[row]);
            const bool is_footprint = scene::footprint_radius_km(table.where_precision()[row]) > 0;
            CHECK(seen[row] == (is_shown && !is_footprint ? 1 : 0));
            footprints += is_shown && is_footprint ? 1 : 0;
        }
        CHECK(buffers.footprint_run(window).count == static_cast<std::int32_t>(footprints * 6));
    }
}
