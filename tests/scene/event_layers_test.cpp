#include <cmath>
#include <numbers>

#include "scene/scene.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

scene::EventLayer layer_of(const std::vector<std::int32_t>& best) {
    events::EventTableBuilder builder;
    for (const std::int32_t deaths : best) {
        events::EventRow row;
        row.lon_deg = 0.01 * static_cast<double>(builder.size());  // no two at one point
        row.first_day = row.last_day = base::day_of({2020, 1, 1});
        row.best = deaths;
        builder.add(row);
    }
    scene::EventLayer layer;
    layer.table = std::make_shared<events::EventTable>(std::move(builder).build());
    return layer;
}

}  // namespace

TEST_CASE("the first event layer is the primary one, and only visible ones with a table are shown") {
    scene::Scene scene;
    CHECK(scene::primary_events(scene) == nullptr);
    CHECK(scene::shown_events(scene).empty());
    scene.event_layers = {layer_of({1}), layer_of({2}), {}};
    scene.event_layers[0].visible = false;
    CHECK(scene::primary_events(scene) == &scene.event_layers[0]);
    CHECK(scene::shown_events(scene) == std::vector<const scene::EventLayer*>{&scene.event_layers[1]});
}

TEST_CASE("the common scale of sizes is the 97th percentile of all that symbols can show, by nearest rank") {
    scene::Scene scene;
    CHECK(scene::size_scale(scene) == scene::SizeScale{0, 0});
    std::vector<std::int32_t> low, high;
    for (int i = 1; i <= 150; ++i) low.push_back(i);
    for (int i = 1; i <= 50; ++i) high.push_back(1000 + i);
    high.push_back(events::fatalities_unknown);
    scene.event_layers = {layer_of(low), layer_of(high)};
    // Of 200 known values the 194th: 150 low ones, then the 44th high one.
    CHECK(scene::size_scale(scene) == scene::SizeScale{1044, 1050});
    std::swap(scene.event_layers[0], scene.event_layers[1]);
    CHECK(scene::size_scale(scene) == scene::SizeScale{1044, 1050});
    scene.event_layers[0].visible = false;
    CHECK(scene::size_scale(scene) == scene::SizeScale{146, 150});  // ceil(0.97 * 150)
}

TEST_CASE("symbols of one diameter have one area") {
    // Regular polygons by their outer radius R: area = n / 2 R^2 sin(2 pi / n).
    const auto area = [](int corners, double reach) {
        return corners / 2.0 * reach * reach * std::sin(2 * std::numbers::pi / corners);
    };
    CHECK(scene::symbol_reach(scene::EventSymbol::disc) == 1);
    CHECK(area(4, scene::symbol_reach(scene::EventSymbol::diamond)) == test::Approx(std::numbers::pi));
    CHECK(area(3, scene::symbol_reach(scene::EventSymbol::triangle)) == test::Approx(std::numbers::pi));
    CHECK(area(3, scene::symbol_reach(scene::EventSymbol::inverted_triangle)) == test::Approx(std::numbers::pi));
}
