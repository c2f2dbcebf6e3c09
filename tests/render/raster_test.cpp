// Rasters under the events: looks, days, and equal bytes.
#include <cmath>

#include "render/context.h"
#include "render/map_renderer.h"
#include "small_scene.h"
#include "support/catch.h"
#include "support/image_compare.h"

using namespace harmattan;

namespace {

constexpr base::PixelSize size{960, 540};

// value_of(x, y), both 0 to 1 from the south-west, over the scene's box and somewhat more.
std::shared_ptr<const features::Raster> raster_of(const scene::Scene& scene,
                                                  const std::function<float(double, double)>& value_of) {
    const auto& box = scene.camera.box;
    features::RasterGrid grid;
    grid.width = grid.height = 160;
    grid.box = {box.min_x_m - box.width_m(), box.min_y_m - box.height_m(), box.max_x_m + box.width_m(),
                box.max_y_m + box.height_m()};
    for (int row = 0; row < grid.height; ++row)
        for (int column = 0; column < grid.width; ++column)
            grid.values.push_back(value_of((column + 0.5) / grid.width, 1 - (row + 0.5) / grid.height));
    auto raster = std::make_shared<features::Raster>();
    raster->grids.push_back(std::move(grid));
    return raster;
}

scene::RasterLayer layer_of(scene::RasterStyle style) {
    scene::RasterLayer layer;
    layer.id = "raster";
    layer.name_en = "People a square kilometre";
    layer.style = style;
    layer.opacity = 0.45;
    layer.source = {"made up by a formula", ""};
    return layer;
}

scene::ScenePtr with_values(scene::ThemeName theme) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene(theme));
    auto layer = layer_of(scene::RasterStyle::values);
    layer.limits = {1, 10, 100, 1000};
    layer.rasters.push_back({scene::every_day, raster_of(*scene, [](double x, double y) {
                                 if (x > 0.55 && y < 0.45) return std::nanf("");
                                 return static_cast<float>(std::pow(10.0, 4 * y + std::sin(30 * x) - 0.3));
                             })});
    scene->rasters.push_back(layer);
    return scene;
}

scene::ScenePtr with_relief(scene::ThemeName theme) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene(theme));
    auto layer = layer_of(scene::RasterStyle::relief);
    layer.opacity = 1;
    layer.rasters.push_back({scene::every_day, raster_of(*scene, [](double x, double y) {
                                 return static_cast<float>(0.70866 + 0.25 * std::sin(60 * x + 20 * y));
                             })});
    scene->rasters.push_back(layer);
    return scene;
}

struct Studio {
    std::unique_ptr<render::Context> context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
};

base::Instant instant_of(int day) {
    return base::end_of(base::day_of({2020, 1, 1}) + day);
}

std::string golden(const char* what, scene::ThemeName theme, const char* at) {
    return std::string("render/goldens/raster_") + what + at + '_' + std::string(scene::to_string(theme)) + ".png";
}

}  // namespace

TEST_CASE("rasters look as they should on both themes and at two sizes") {
    Studio studio;
    const auto theme = GENERATE(scene::ThemeName::paper, scene::ThemeName::night);
    test::check_golden(studio.renderer.render(with_values(theme), instant_of(80), size),
                       golden("values", theme, ""));
    test::check_golden(studio.renderer.render(with_relief(theme), instant_of(80), size),
                       golden("relief", theme, ""));
    test::check_golden(studio.renderer.render(with_values(theme), instant_of(80), {480, 600}),
                       golden("values", theme, "_upright"));
}

TEST_CASE("the raster that holds on a day is shown, in whatever order frames are drawn") {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene());
    auto layer = layer_of(scene::RasterStyle::values);
    layer.limits = {1};
    const auto low = raster_of(*scene, [](double, double) { return 0.0F; }),
               high = raster_of(*scene, [](double, double) { return 2.0F; });
    const base::Day first = base::day_of({2020, 1, 1});
    layer.rasters = {{{first, first + 29}, low}, {{first + 30, first + 59}, high}};
    scene->rasters.push_back(layer);
    scene->event_layers.clear();
    CHECK(scene::days_of_map_changes(*scene) == std::vector<base::Day>{first, first + 30, first + 60});
    Studio studio;
    // A place on land in the middle of the map.
    const auto colour_on = [&](int day) {
        const auto image = studio.renderer.render(scene, instant_of(day), size);
        const auto at = studio.renderer.layout().view.to_px(scene->projection->forward({-2.3, 17.6}));
        const auto i = (static_cast<std::size_t>(at.y) * 960 + static_cast<std::size_t>(at.x)) * 4;
        return base::Colour{image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]};
    };
    const auto& theme = scene::theme(scene::ThemeName::paper);
    const auto expected = [&](std::size_t index) {
        return base::mixed(theme.land, scene::class_colour(theme, index, 2, false), layer.opacity);
    };
    const auto is_near = [](base::Colour a, base::Colour b) {
        return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) <= 4;
    };
    const auto check = [&](int day, base::Colour colour) {
        INFO("day " << day);
        CHECK(is_near(colour_on(day), colour));
    };
    check(29, expected(0));
    check(30, expected(1));
    check(59, expected(1));
    check(60, theme.land);
    check(10, expected(0));
    const auto forwards = studio.renderer.render(scene, instant_of(40), size);
    studio.renderer.render(with_relief(scene::ThemeName::night), instant_of(3), {320, 200});
    studio.renderer.render(scene, instant_of(5), size);
    CHECK(studio.renderer.render(scene, instant_of(40), size).rgba == forwards.rgba);
    Studio alone;
    CHECK(alone.renderer.render(scene, instant_of(40), size).rgba == forwards.rgba);
}

TEST_CASE("sea stays sea under a raster") {
    Studio studio;
    const auto with = with_values(scene::ThemeName::paper);
    const auto image = studio.renderer.render(with, instant_of(80), size);
    const auto plain = studio.renderer.render(test::small_scene(), instant_of(80), size);
    const auto at = studio.renderer.layout().view.to_px(with->projection->forward({0, 8.2}));
    const auto i = (static_cast<std::size_t>(at.y) * 960 + static_cast<std::size_t>(at.x)) * 4;
    for (std::size_t c = 0; c < 3; ++c) CHECK(image.rgba[i + c] == plain.rgba[i + c]);
}
