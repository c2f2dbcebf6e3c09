// Density, hexagons, areas and trails as pixels.
#include <cmath>

#include <glad/gl.h>

#include "render/context.h"
#include "render/density_pass.h"
#include "render/map_renderer.h"
#include "scene/event_spread.h"
#include "small_scene.h"
#include "support/catch.h"
#include "support/image_compare.h"

using namespace harmattan;
using scene::EventDisplay;

namespace {

struct Studio {
    std::unique_ptr<render::Context> context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
};

constexpr base::PixelSize size{960, 540}, upright{540, 800};

base::Instant instant_of(int day) {
    return base::end_of(base::day_of({2020, 1, 1}) + day);
}

scene::ScenePtr scene_as(EventDisplay as, scene::ThemeName theme = scene::ThemeName::paper) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene(theme));
    scene->display.as = as;
    scene->display.bandwidth_km = 60;
    scene->display.hexagon_km = 80;
    scene->spread = scene::make_event_spread(*scene);
    return scene;
}

std::vector<float> read_floats(const render::gl::Target& target) {
    std::vector<float> values(static_cast<std::size_t>(target.size().width * target.size().height));
    glBindTexture(GL_TEXTURE_2D, target.texture());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RED, GL_FLOAT, values.data());
    return values;
}

}  // namespace

TEST_CASE("the surface on the GPU is the sum of the kernels, at every scale") {
    Studio studio;
    const auto scene = scene_as(EventDisplay::density);
    const auto window = base::window_at(instant_of(80), scene->timeline.window, scene->timeline.bounds);
    const auto [first, last] = scene->spread->kernels_in(window);
    REQUIRE(last - first > 40);
    const auto kernels = std::span(scene->spread->kernels()).subspan(first, last - first);
    for (const double zoom : {1.0, 6.0}) {
        layout::FrameLayout frame;
        const auto centre = scene->camera.box.centre();
        frame.view = {size, centre, 480, 270, 2500 / zoom};
        frame.map = {0, 0, 960, 540};
        render::gl::Target target(size, GL_RGBA8, GL_NEAREST);
        target.bind();
        render::DensityPass pass;
        pass.draw(*scene, frame, window);
        const auto values = read_floats(pass.sums());
        const auto width = static_cast<std::size_t>(pass.sums().size().width);
        double greatest = 0, error = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double x = (static_cast<double>(i % width) + 0.5) * pass.reduction(),
                         y = (static_cast<double>(i / width) + 0.5) * pass.reduction();
            const double wanted = scene::density_at(kernels, frame.view.to_planar(x, y));
            greatest = std::max(greatest, wanted);
            error = std::max(error, std::abs(wanted - static_cast<double>(values[i])));
        }
        CAPTURE(zoom, pass.reduction());
        CHECK(greatest > 1);
        CHECK(error < greatest * 1e-3);
    }
}

TEST_CASE("the sum over the whole surface is the number of events, even where kernels are smaller than pixels") {
    Studio studio;
    const auto scene = scene_as(EventDisplay::density);
    const base::DayRange days = scene->timeline.bounds;
    for (const double metres_per_px : {3000.0, 12e3, 90e3}) {
        layout::FrameLayout frame;
        frame.view = {size, scene->camera.box.centre(), 480, 270, metres_per_px};
        frame.map = {0, 0, 960, 540};
        render::gl::Target target(size, GL_RGBA8, GL_NEAREST);
        target.bind();
        render::DensityPass pass;
        pass.draw(*scene, frame, days);
        double sum = 0;
        for (const float value : read_floats(pass.sums())) sum += static_cast<double>(value);
        const double pixel_m = metres_per_px * pass.reduction();
        CAPTURE(metres_per_px);
        CHECK(sum * pixel_m * pixel_m / 1e10 == Approx(100).epsilon(0.02));
    }
}

TEST_CASE("density, hexagons, areas and trail look as they should, at two sizes and on both themes") {
    Studio studio;
    const auto as =
        GENERATE(EventDisplay::density, EventDisplay::hexagons, EventDisplay::areas, EventDisplay::trail);
    const std::string name(scene::to_string(as));
    test::check_golden(studio.renderer.render(scene_as(as), instant_of(80), size),
                       ("render/goldens/" + name + "_paper.png").c_str());
    test::check_golden(studio.renderer.render(scene_as(as, scene::ThemeName::night), instant_of(80), upright),
                       ("render/goldens/" + name + "_night.png").c_str());
}

TEST_CASE("frames of surfaces have the same bytes in any order") {
    const auto as =
        GENERATE(EventDisplay::density, EventDisplay::hexagons, EventDisplay::areas, EventDisplay::trail);
    const auto scene = scene_as(as);
    std::vector<base::Image> forwards;
    {
        Studio studio;
        for (int day = 0; day < 100; day += 24)
            forwards.push_back(studio.renderer.render(scene, instant_of(day), size));
    }
    Studio studio;
    for (int i = 4; i >= 0; --i) {
        studio.renderer.render(scene_as(EventDisplay::hexagons, scene::ThemeName::night), instant_of(50), upright);
        studio.renderer.render(test::small_scene(), instant_of(50), size);
        CHECK(studio.renderer.render(scene, instant_of(i * 24), size).rgba ==
              forwards[static_cast<std::size_t>(i)].rgba);
    }
    CHECK(forwards[4].rgba != forwards[2].rgba);
}

TEST_CASE("water lies above sums by area, land below them, and no event can be pointed at") {
    Studio studio;
    const auto scene = scene_as(EventDisplay::areas);
    const auto image = studio.renderer.render(scene, instant_of(80), size);
    const auto colour_at = [&](geo::LonLat place) {
        const auto p = studio.renderer.layout().view.to_px(scene->projection->forward(place));
        const auto* at = &image.rgba[(static_cast<std::size_t>(p.y) * static_cast<std::size_t>(size.width) +
                                      static_cast<std::size_t>(p.x)) *
                                     4];
        return base::Colour{at[0], at[1], at[2], 255};
    };
    const auto& theme = scene::theme(scene->theme);
    const auto classes = scene->spread->classes_in(studio.renderer.counts().window);
    const auto colours = scene::class_colours(theme, scene->spread->classes().lower.size());
    CHECK(colour_at({4.5, 16.1}) == theme.lake);  // in Eastland, which is in a class
    const auto wanted = base::mixed(theme.neighbour, colours.at(classes.at(1)), scene::class_opacity);
    const auto got = colour_at({6.4, 12.1});
    CHECK(std::abs(got.r - wanted.r) <= 2);
    CHECK(std::abs(got.g - wanted.g) <= 2);
    CHECK(std::abs(got.b - wanted.b) <= 2);
    CHECK(studio.renderer.events_at(studio.renderer.layout().view.to_px(scene->camera.box.centre()), 500).empty());
}
