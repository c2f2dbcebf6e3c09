// Events at one place: one symbol for all, or side by side.
#include <cmath>

#include "base/colour.h"
#include "render/context.h"
#include "render/map_renderer.h"
#include "small_scene.h"
#include "support/catch.h"
#include "support/image_compare.h"

using namespace harmattan;

namespace {

constexpr base::PixelSize size{960, 540};

// Three events at one point: 30 deaths of state-based conflict, 10 of one-sided violence, and one with none
// reported.
scene::ScenePtr scene_of_one_place(scene::ThemeName theme, scene::Estimates estimates) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene(theme));
    events::EventTableBuilder builder;
    builder.add_file("small.csv");
    const auto add = [&](int day, double lon_deg, std::int32_t best, events::ViolenceType type) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2020, 1, 1}) + day;
        row.lon_deg = lon_deg;
        row.lat_deg = 15.5;
        row.best = best;
        row.low = best / 3;
        row.high = best * 2;
        row.type = type;
        row.where_precision = 1;
        builder.add(row);
    };
    using Type = events::ViolenceType;
    add(50, -4, 30, Type::state_based);
    add(52, -4, 10, Type::one_sided);
    add(54, -4, 0, Type::non_state);
    add(54, 3, 12, Type::non_state);
    scene->event_layers[0].table = std::make_shared<const events::EventTable>(std::move(builder).build());
    scene->estimates = estimates;
    return scene;
}

scene::ScenePtr zoomed_in(const scene::ScenePtr& whole) {
    auto scene = std::make_shared<scene::Scene>(*whole);
    const auto p = scene->projection->forward({-4, 15.5});
    scene->camera.box = {p.x_m - 4e4, p.y_m - 4e4, p.x_m + 4e4, p.y_m + 4e4};
    return scene;
}

base::Colour pixel(const base::Image& image, double x, double y) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) + static_cast<std::size_t>(x)) *
        4;
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], 255};
}

// How far apart two colours are, in the channel where they differ most.
int difference(base::Colour a, base::Colour b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

const base::Instant instant = base::end_of(base::day_of({2020, 1, 1}) + 55);

}  // namespace

TEST_CASE("zoomed out a place has one symbol, whose parts go clockwise from the top") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
    const auto scene = scene_of_one_place(scene::ThemeName::paper, scene::Estimates::best);
    const auto image = renderer.render(scene, instant, {1920, 1080});
    const auto at = renderer.layout().view.to_px(scene->projection->forward({-4, 15.5}));
    const auto& theme = scene::theme(scene::ThemeName::paper);
    // Three quarters are state-based: 3, 5 and 8 o'clock; the last quarter is one-sided.
    const double r = 0.75 * 24 / 2;  // the number stands in the middle
    const auto hour = [&](double clock) {
        const double turn = clock / 12 * 2 * 3.14159265;
        return pixel(image, static_cast<double>(at.x) + r * std::sin(turn),
                     static_cast<double>(at.y) - r * std::cos(turn));
    };
    for (const double clock : {2.0, 5.0, 8.0})
        CHECK(difference(hour(clock),
                         theme.event_fill[static_cast<std::size_t>(events::ViolenceType::state_based)]) < 40);
    CHECK(difference(hour(10.5), theme.event_fill[static_cast<std::size_t>(events::ViolenceType::one_sided)]) <
          40);
    // All three are found there, and nothing else.
    CHECK(renderer.events_at(at, 0).size() == 3);
    CHECK(renderer.symbol_offset({0, 0}).x == 0);
}

TEST_CASE("zoomed in each event is found at its own symbol") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
    const auto scene = zoomed_in(scene_of_one_place(scene::ThemeName::paper, scene::Estimates::best));
    renderer.render(scene, instant, size);
    const auto at = renderer.layout().view.to_px(scene->projection->forward({-4, 15.5}));
    for (std::size_t row = 0; row < 3; ++row) {
        const auto offset = renderer.symbol_offset({0, row});
        const auto hits = renderer.events_at({at.x + offset.x, at.y + offset.y}, 0);
        REQUIRE(hits.size() == 1);
        CHECK(hits[0] == render::EventHit{0, row});
    }
}

TEST_CASE("places look as they should, with and without the range of estimates") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
    const bool is_near = GENERATE(false, true);
    const auto theme = is_near ? scene::ThemeName::night : scene::ThemeName::paper;
    const auto whole = scene_of_one_place(theme, scene::Estimates::range);
    const auto image = renderer.render(is_near ? zoomed_in(whole) : whole, instant, size);
    test::check_golden(image,
                       is_near ? "render/goldens/places_near_night.png" : "render/goldens/places_far_paper.png");
}

TEST_CASE("a change of the window's length arranges places anew, with the bytes of a fresh renderer") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    const auto scene = scene_of_one_place(scene::ThemeName::paper, scene::Estimates::best);
    auto shorter = std::make_shared<scene::Scene>(*zoomed_in(scene));
    shorter->timeline.window = {base::WindowLength::Unit::days, 2};
    render::MapRenderer renderer, fresh;
    renderer.render(zoomed_in(scene), instant, size);
    CHECK(renderer.render(shorter, instant, size).rgba == fresh.render(shorter, instant, size).rgba);
}
