#include "render/map_renderer.h"

#include <set>

#include "render/context.h"
#include "small_scene.h"
#include "support/catch.h"
#include "support/image_compare.h"

using namespace harmattan;

namespace {

// A context and a renderer on the software rasteriser.
struct Studio {
    std::unique_ptr<render::Context> context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
};

constexpr base::PixelSize size{960, 540};

base::Instant instant_of(int day) {
    return base::end_of(base::day_of({2020, 1, 1}) + day);
}

}  // namespace

TEST_CASE("the frame looks as it should on both themes") {
    Studio studio;
    const auto theme = GENERATE(scene::ThemeName::paper, scene::ThemeName::night);
    const auto image = studio.renderer.render(test::small_scene(theme), instant_of(80), size);
    test::check_golden(image, theme == scene::ThemeName::paper ? "render/goldens/small_paper.png"
                                                               : "render/goldens/small_night.png");
}

TEST_CASE("a frame has the same bytes alone, in order, backwards and among other scenes") {
    const auto scene = test::small_scene();
    std::vector<base::Image> forwards;
    {
        Studio studio;
        for (int day = 0; day < 100; day += 20)
            forwards.push_back(studio.renderer.render(scene, instant_of(day), size));
    }
    Studio studio;
    for (int i = 4; i >= 0; --i) {
        studio.renderer.render(test::small_scene(scene::ThemeName::night), instant_of(3), {320, 200});
        const auto again = studio.renderer.render(scene, instant_of(i * 20), size);
        CHECK(again.rgba == forwards[static_cast<std::size_t>(i)].rgba);
    }
    Studio alone;
    CHECK(alone.renderer.render(scene, instant_of(60), size).rgba == forwards[3].rgba);
}

TEST_CASE("a moved view has the same bytes whether its neighbourhood was drawn before or not") {
    const auto scene = test::small_scene();
    const auto moved = [&](double shift_m, double zoom) {
        auto next = std::make_shared<scene::Scene>(*scene);
        const auto centre = scene->camera.box.centre();
        const double half_x = scene->camera.box.width_m() / 2 / zoom,
                     half_y = scene->camera.box.height_m() / 2 / zoom;
        next->camera.box = {centre.x_m + shift_m - half_x, centre.y_m - half_y, centre.x_m + shift_m + half_x,
                            centre.y_m + half_y};
        return next;
    };
    base::Image warm;
    {
        Studio studio;
        for (const double shift : {0.0, 1e5, 2e5, 3e5})
            studio.renderer.render(moved(shift, 1), instant_of(50), size);
        for (const double zoom : {1.5, 2.0, 4.0}) studio.renderer.render(moved(3e5, zoom), instant_of(50), size);
        warm = studio.renderer.render(moved(3e5, 4), instant_of(50), size);
    }
    Studio cold;
    CHECK(warm.rgba == cold.renderer.render(moved(3e5, 4), instant_of(50), size).rgba);
}

TEST_CASE("every pixel is opaque") {
    Studio studio;
    const auto image = studio.renderer.render(test::small_scene(), instant_of(80), size);
    REQUIRE(image.rgba.size() == static_cast<std::size_t>(size.width * size.height * 4));
    std::size_t transparent = 0;
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) transparent += image.rgba[i] != 255 ? 1 : 0;
    CHECK(transparent == 0);
}

TEST_CASE("an event shows from its day on and not after its window") {
    Studio studio;
    auto scene = std::make_shared<scene::Scene>(*test::small_scene());
    // Row 5: day 5, 400 reported fatalities, a large disc.
    const auto& table = *scene->event_layers[0].table;
    const auto at = [&](base::Instant instant) {
        studio.renderer.render(scene, instant, size);
        const auto p = scene->projection->forward({table.lon_deg()[5], table.lat_deg()[5]});
        const auto hits = studio.renderer.events_at(studio.renderer.layout().view.to_px(p), 0);
        return std::find(hits.begin(), hits.end(), render::EventHit{0, 5}) != hits.end();
    };
    const double midnight = base::day_of({2020, 1, 6}).value;
    CHECK_FALSE(at({midnight - 0.001}));
    CHECK(at({midnight + 0.001}));
    CHECK(at({midnight + 59.999}));  // the 60th day of a window of 60
    CHECK_FALSE(at({midnight + 60.001}));
}

TEST_CASE("hidden layers are not drawn") {
    Studio studio;
    const auto with = test::small_scene();
    auto without = std::make_shared<scene::Scene>(*with);
    for (auto& layer : without->layers) layer.visible = false;
    without->event_layers[0].visible = false;
    const auto bare = studio.renderer.render(without, instant_of(80), size);
    CHECK(studio.renderer.counts().primary().shown == 0);
    CHECK(bare.rgba != studio.renderer.render(with, instant_of(80), size).rgba);
    // Where the map was, there is nothing but the sea.
    const auto& map = studio.renderer.layout().map;
    const auto x = static_cast<std::size_t>(map.x + map.width * 0.62F),
               y = static_cast<std::size_t>(map.height * 0.45F);
    const auto* pixel = &bare.rgba[(y * static_cast<std::size_t>(size.width) + x) * 4];
    const auto sea = scene::theme(scene::ThemeName::paper).sea;
    CHECK(base::Colour{pixel[0], pixel[1], pixel[2], 255} == sea);
}

TEST_CASE("a picture beyond the driver's limit is refused with words") {
    Studio studio;
    const int limit = studio.renderer.greatest_side_px();
    REQUIRE(limit >= 4096);
    try {
        studio.renderer.render(test::small_scene(), instant_of(1), {limit + 1, 10});
        FAIL("no error");
    } catch (const base::Error& error) {
        CHECK(error.key() == "render.too_large");
        CHECK(std::string(error.what()).find(std::to_string(limit)) != std::string::npos);
    }
}
