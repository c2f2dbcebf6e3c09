// What many events on one place, known only roughly, leave of the map below.
#include <algorithm>
#include <cmath>

#include "render/context.h"
#include "render/map_renderer.h"
#include "scene/event_style.h"
#include "small_scene.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

constexpr base::PixelSize size{960, 540};
constexpr geo::LonLat place{-3, 14};

// The small scene with `count` made-up events at one place, all on one day, and no labels' or other events' ink.
scene::ScenePtr stacked(int count, events::WherePrecision precision, scene::ThemeName theme, int kinds = 1) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene(theme));
    events::EventTableBuilder builder;
    builder.add_file("stacked.csv");
    for (int i = 0; i < std::max(count, 1); ++i) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2020, 1, 10});
        row.lon_deg = count == 0 ? 170 : place.lon_deg;
        row.lat_deg = place.lat_deg;
        row.best = 3;
        row.type = static_cast<events::ViolenceType>(i % kinds);
        row.where_precision = precision;
        builder.add(row);
    }
    scene->event_layers[0].table = std::make_shared<events::EventTable>(std::move(builder).build());
    scene->shows_whole_span = true;
    return scene;
}

struct Studio {
    std::unique_ptr<render::Context> context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;

    base::Image draw(const scene::ScenePtr& scene) {
        return renderer.render(scene, base::end_of(base::day_of({2020, 1, 10})), size);
    }
    layout::PointPx px(geo::LonLat at) const {
        return renderer.layout().view.to_px(test::small_scene()->projection->forward(at));
    }
};

base::Colour at(const base::Image& image, layout::PointPx p) {
    const auto i =
        (static_cast<std::size_t>(p.y) * static_cast<std::size_t>(size.width) + static_cast<std::size_t>(p.x)) * 4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], 255};
}

// WCAG 2's relative luminance.
double luminance(base::Colour c) {
    const auto linear = [](int v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(base::Colour a, base::Colour b) {
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

int difference(base::Colour a, base::Colour b) {
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

// The pixel that contrasts most with the land in a square round the place: the river, in a bare map.
layout::PointPx river_near(const base::Image& bare, layout::PointPx centre, base::Colour land) {
    layout::PointPx best = centre;
    for (float y = -30; y <= 30; ++y)
        for (float x = -30; x <= 30; ++x) {
            const layout::PointPx p{centre.x + x, centre.y + y};
            if (contrast(at(bare, p), land) > contrast(at(bare, best), land)) best = p;
        }
    return best;
}

// The share of a square's pixels that differ from the bare map.
double share_touched(const base::Image& bare, const base::Image& image, layout::PointPx centre) {
    int touched = 0;
    for (float y = -20; y < 20; ++y)
        for (float x = -20; x < 20; ++x) {
            const layout::PointPx p{centre.x + x, centre.y + y};
            touched += difference(at(bare, p), at(image, p)) > 2 ? 1 : 0;
        }
    return touched / 1600.0;
}

}  // namespace

TEST_CASE("500 footprints on one another leave river and land apart, and half of the land's own colour") {
    const auto theme = GENERATE(scene::ThemeName::paper, scene::ThemeName::night);
    const auto precision = GENERATE(events::WherePrecision{4}, events::WherePrecision{6});
    Studio studio;
    const auto bare = studio.draw(stacked(0, precision, theme));
    // The long river's course at 3.5 degrees west: -6 + 0.3 i at 12 + 1.2 sin(0.35 i).
    const auto near = studio.px({-3.6, 12 + 1.2 * std::sin(8 * 0.35)});
    const auto land_at = layout::PointPx{near.x, near.y - 34};
    const auto land = at(bare, land_at);
    const auto river_at = river_near(bare, near, land);
    const double before = contrast(at(bare, river_at), land);
    REQUIRE(before > 1.5);
    const auto many = studio.draw(stacked(500, precision, theme));
    // Of the logarithm of the contrast more than two fifths.
    CHECK(std::log(contrast(at(many, river_at), at(many, land_at))) > 0.4 * std::log(before));
    const auto ink = scene::theme(theme).event_fill[0];
    CHECK(difference(at(many, land_at), land) < difference(at(many, land_at), ink));
}

TEST_CASE("more events are seen as more, up to the ceiling") {
    Studio studio;
    studio.draw(stacked(1, 4, scene::ThemeName::paper));
    const auto centre = studio.px(place);
    const auto beside = layout::PointPx{centre.x + 20, centre.y - 24};
    double previous = luminance(at(studio.draw(stacked(0, 4, scene::ThemeName::paper)), beside));
    for (const int count : {1, 2, 4, 8, 16, 32}) {
        const double now = luminance(at(studio.draw(stacked(count, 4, scene::ThemeName::paper)), beside));
        CHECK(now < previous - 0.008);
        previous = now;
    }
    const auto ceiling = at(studio.draw(stacked(64, 4, scene::ThemeName::paper)), beside);
    CHECK(at(studio.draw(stacked(500, 4, scene::ThemeName::paper)), beside) == ceiling);
}

TEST_CASE("a place known to its country only is a hatch, not a disc") {
    Studio studio;
    const auto bare = studio.draw(stacked(0, 6, scene::ThemeName::paper));
    const auto centre = studio.px({-4, 15});
    const auto country = studio.draw(stacked(200, 6, scene::ThemeName::paper));
    const double share = share_touched(bare, country, centre);
    CHECK(share > 0.02);
    CHECK(share < 0.35);
    CHECK(share_touched(bare, studio.draw(stacked(200, 4, scene::ThemeName::paper)), studio.px(place)) > 0.8);
}

TEST_CASE("kinds mix in proportion") {
    Studio studio;
    const auto beside = [&] { return layout::PointPx{studio.px(place).x + 20, studio.px(place).y - 24}; };
    const auto mixed = studio.draw(stacked(300, 4, scene::ThemeName::paper, 3));
    const auto first = studio.draw(stacked(300, 4, scene::ThemeName::paper, 1));
    const auto& ink = scene::theme(scene::ThemeName::paper).event_fill;
    const auto land = at(studio.draw(stacked(0, 4, scene::ThemeName::paper)), beside());
    // Both at the ceiling: land and ink in one proportion.
    const double share = (land.r - at(first, beside()).r) / static_cast<double>(land.r - ink[0].r);
    const double mean_r = (ink[0].r + ink[1].r + ink[2].r) / 3.0;
    CHECK(std::abs(at(mixed, beside()).r - (land.r + (mean_r - land.r) * share)) < 4);
}
