// Several sources of events in one frame.
#include <numbers>

#include "render/context.h"
#include "render/map_renderer.h"
#include "small_scene.h"
#include "support/catch.h"
#include "support/image_compare.h"

using namespace harmattan;
using render::EventHit;

namespace {

struct Studio {
    std::unique_ptr<render::Context> context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
};

constexpr base::PixelSize size{960, 540};

base::Instant instant_of(int day) {
    return base::end_of(base::day_of({2020, 1, 1}) + day);
}

std::shared_ptr<scene::Scene> changed(const scene::ScenePtr& scene) {
    return std::make_shared<scene::Scene>(*scene);
}

layout::PointPx place_of(const render::MapRenderer& renderer, const scene::Scene& scene, const EventHit& hit) {
    const auto& table = *scene.event_layers[hit.layer].table;
    return renderer.layout().view.to_px(
        scene.projection->forward({table.lon_deg()[hit.row], table.lat_deg()[hit.row]}));
}

// One event of many deaths in the middle of an empty map, in the given shape.
scene::ScenePtr one_symbol(scene::EventSymbol symbol) {
    auto scene = changed(test::small_scene());
    scene->layers.clear();
    scene->furniture = {false, false, false, false, false, false, false};
    events::EventTableBuilder builder;
    events::EventRow row;
    row.first_day = row.last_day = base::day_of({2020, 1, 1});
    row.lon_deg = 2;
    row.lat_deg = 14;
    row.best = 100;
    row.where_precision = 1;
    builder.add(row);
    auto& layer = scene->event_layers[0];
    layer.table = std::make_shared<events::EventTable>(std::move(builder).build());
    layer.symbol = symbol;
    scene->shows_whole_span = true;
    return scene;
}

}  // namespace

TEST_CASE("two sources look as they should on both themes") {
    Studio studio;
    const auto theme = GENERATE(scene::ThemeName::paper, scene::ThemeName::night);
    const auto image = studio.renderer.render(test::small_scene_of_two(theme), instant_of(80), {1280, 720});
    test::check_golden(image, theme == scene::ThemeName::paper ? "render/goldens/two_sources_paper.png"
                                                               : "render/goldens/two_sources_night.png");
}

TEST_CASE("a frame of two sources has the same bytes whatever was shown or hidden before") {
    const auto both = test::small_scene_of_two();
    auto first = changed(both), second = changed(both);
    first->event_layers[1].visible = false;
    second->event_layers[0].visible = false;
    const std::vector<scene::ScenePtr> scenes{both, first, second};
    std::vector<base::Image> cold;
    for (const auto& scene : scenes) {
        Studio studio;
        cold.push_back(studio.renderer.render(scene, instant_of(80), size));
    }
    Studio studio;
    for (const std::size_t i : {1U, 0U, 2U, 1U, 2U, 0U, 0U}) {
        CHECK(studio.renderer.render(scenes[i], instant_of(80), size).rgba == cold[i].rgba);
        studio.renderer.render(test::small_scene(), instant_of(7), {320, 200});
        CHECK(studio.renderer.render(scenes[i], instant_of(80), size).rgba == cold[i].rgba);
    }
}

TEST_CASE("a hidden source leaves the picture that the other one makes alone, but for its name") {
    Studio studio;
    auto alone = changed(test::small_scene());
    auto hidden = changed(test::small_scene_of_two());
    hidden->event_layers[1].visible = false;
    CHECK(studio.renderer.render(alone, instant_of(80), size).rgba ==
          studio.renderer.render(hidden, instant_of(80), size).rgba);
}

TEST_CASE("each source is counted for itself") {
    Studio studio;
    const auto both = test::small_scene_of_two();
    studio.renderer.render(both, instant_of(80), size);
    const auto counts = studio.renderer.counts();
    REQUIRE(counts.layers.size() == 2);
    for (const std::size_t layer : {0U, 1U}) {
        const auto& table = *both->event_layers[layer].table;
        std::uint64_t in_window = 0;
        for (std::size_t row = 0; row < table.size(); ++row)
            in_window += counts.window.contains(table.first_day()[row]) ? 1 : 0;
        CHECK(counts.layers[layer].shown + counts.layers[layer].outside_frame == in_window);
        CHECK(counts.layers[layer].total == table.size());
    }
    CHECK(counts.primary().total == 100);
    CHECK(counts.layers[1].high == 0);
    auto hidden = changed(both);
    hidden->event_layers[0].visible = false;
    studio.renderer.render(hidden, instant_of(80), size);
    CHECK(studio.renderer.counts().primary().shown == 0);
    CHECK(studio.renderer.counts().primary().total == 100);
    CHECK(studio.renderer.counts().layers[1].shown == counts.layers[1].shown);
}

TEST_CASE("what is under the pointer is told by source and row") {
    Studio studio;
    const auto both = test::small_scene_of_two();
    studio.renderer.render(both, instant_of(99), size);
    const auto hits_at = [&](const scene::Scene& scene, const EventHit& hit) {
        return studio.renderer.events_at(place_of(studio.renderer, scene, hit), 0);
    };
    const auto holds = [](const std::vector<EventHit>& hits, const EventHit& hit) {
        return std::find(hits.begin(), hits.end(), hit) != hits.end();
    };
    CHECK(holds(hits_at(*both, {0, 71}), {0, 71}));
    CHECK(holds(hits_at(*both, {1, 30}), {1, 30}));
    // A small event of the second source that lies under a large one of the first is nevertheless on top.
    auto stacked = changed(both);
    events::EventTableBuilder builder;
    events::EventRow row;
    const auto& first = *both->event_layers[0].table;
    row.first_day = row.last_day = base::day_of({2020, 4, 1});
    row.lon_deg = first.lon_deg()[71];  // 400 deaths
    row.lat_deg = first.lat_deg()[71];
    row.best = 0;
    builder.add(row);
    stacked->event_layers[1].table = std::make_shared<events::EventTable>(std::move(builder).build());
    for (const bool is_second_on_top : {true, false}) {
        if (!is_second_on_top) std::swap(stacked->event_layers[0], stacked->event_layers[1]);
        const scene::ScenePtr scene = changed(stacked);
        studio.renderer.render(scene, instant_of(99), size);
        const auto hits = hits_at(*scene, {is_second_on_top ? 1U : 0U, 0});
        REQUIRE(hits.size() >= 2);
        CHECK(hits.front() == EventHit{is_second_on_top ? 1U : 0U, 0});
    }
    stacked->event_layers[0].visible = stacked->event_layers[1].visible = false;
    studio.renderer.render(changed(stacked), instant_of(99), size);
    CHECK(hits_at(*stacked, {0, 0}).empty());
}

TEST_CASE("every shape covers the area of the disc, is centred on its event and points as it should") {
    Studio studio;
    auto empty = changed(one_symbol(scene::EventSymbol::disc));
    empty->event_layers[0].visible = false;
    constexpr base::PixelSize large{1920, 1080};
    const auto theme = scene::theme(scene::ThemeName::paper);
    for (const auto symbol : {scene::EventSymbol::disc, scene::EventSymbol::triangle,
                              scene::EventSymbol::inverted_triangle, scene::EventSymbol::diamond}) {
        INFO("symbol " << static_cast<int>(symbol));
        const auto scene = one_symbol(symbol);
        const auto image = studio.renderer.render(scene, instant_of(50), large);
        const auto at = place_of(studio.renderer, *scene, {0, 0});
        const auto& colour = theme.event_fill[3];
        double covered = 0, sum_x = 0, sum_y = 0, top = 1e9, bottom = 0;
        for (int y = static_cast<int>(at.y) - 40; y < static_cast<int>(at.y) + 40; ++y)
            for (int x = static_cast<int>(at.x) - 40; x < static_cast<int>(at.x) + 40; ++x) {
                const auto* pixel = &image.rgba[static_cast<std::size_t>(y * large.width + x) * 4];
                // The rim is darker than the fill; the sea and the casing are light.
                if (pixel[0] > (colour.r + theme.sea.r) / 2) continue;
                ++covered;
                sum_x += x + 0.5;
                sum_y += y + 0.5;
                top = std::min(top, y + 0.5);
                bottom = std::max(bottom, y + 0.5);
            }
        // The table's 99th percentile is its only event: 24 px across at 1080 lines.
        CHECK(covered == test::Approx(std::numbers::pi * 12 * 12).epsilon(0.06));
        CHECK(sum_x / covered == test::Approx(at.x).margin(0.3));
        CHECK(sum_y / covered == test::Approx(at.y).margin(0.3));
        const double above = static_cast<double>(at.y) - top, below = bottom - static_cast<double>(at.y);
        if (symbol == scene::EventSymbol::triangle)
            CHECK(above > 1.6 * below);
        else if (symbol == scene::EventSymbol::inverted_triangle)
            CHECK(below > 1.6 * above);
        else
            CHECK(above == test::Approx(below).margin(1.5));
    }
}
