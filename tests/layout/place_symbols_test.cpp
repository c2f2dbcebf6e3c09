#include "layout/place_symbols.h"

#include <cmath>
#include <limits>

#include "layout/sample_scene.h"
#include "layout/visible_events.h"
#include "scene/event_colours.h"
#include "scene/event_style.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

struct Made {
    double lon_deg;
    int day;
    std::int32_t best, low, high;
    events::ViolenceType type = events::ViolenceType::state_based;
};

// The sample scene with events of our own, all of them at a few points.
struct Fixture {
    scene::Scene scene = test::sample_scene();
    layout::TextShaper shaper;
    std::vector<geo::PlanarPoint> points;
    scene::EventPlaces places;
    std::vector<float> scales;

    explicit Fixture(const std::vector<Made>& rows) {
        events::EventTableBuilder builder;
        for (const Made& made : rows) {
            events::EventRow row;
            row.first_day = row.last_day = base::day_of({2020, 1, 1}) + made.day;
            row.lon_deg = made.lon_deg;
            row.lat_deg = 12;
            row.best = made.best;
            row.low = made.low;
            row.high = made.high;
            row.type = made.type;
            row.where_precision = 1;
            builder.add(row);
        }
        scene.event_layers.resize(1);
        auto& layer = scene.event_layers[0];
        layer.table = std::make_shared<const events::EventTable>(std::move(builder).build());
        scene.timeline.bounds = {base::day_of({2020, 1, 1}), base::day_of({2020, 12, 31})};
        scene.timeline.window = {base::WindowLength::Unit::days, 30};
        points = layout::project_events(*layer.table, *scene.projection);
        places = scene::arrange_places(*layer.table, scene::EventPoints(*layer.table), scene::shown_window(scene),
                                       scene::size_scale(scene).reference);
        for (const auto& place : places.places) scales.push_back(place.greatest_scale_m);
    }

    const events::EventTable& table() const { return *scene.event_layers[0].table; }
    layout::PlacesInPlane in_plane() const { return {table(), points, places, scales}; }
    layout::FrameLayout plan() const { return layout::plan_frame(scene, {1920, 1080}, shaper); }

    std::vector<layout::PlaceSymbol> symbols(int day) const {
        const base::Instant instant = base::end_of(base::day_of({2020, 1, 1}) + day);
        const auto window = base::window_at(instant, scene.timeline.window, scene.timeline.bounds);
        const auto colours = scene::colours_of_classes(scene.event_layers[0], scene.colour_by, window.last);
        return layout::place_symbols(scene, scene.event_layers[0], in_plane(), colours, plan(), instant, window);
    }
};

using Type = events::ViolenceType;
constexpr auto unknown = events::fatalities_unknown;

}  // namespace

TEST_CASE("a place's symbol has the sums of what the window holds, and parts by their fatalities") {
    const Fixture fixture({{1, 0, 30, 20, 50, Type::state_based},
                           {1, 5, 10, unknown, unknown, Type::one_sided},
                           {1, 20, unknown, 1, 4, Type::non_state},
                           {1, 40, 7, 7, 7, Type::one_sided},
                           {5, 3, 2, 2, 2}});
    const auto reference = scene::size_scale(fixture.scene).reference;
    const auto size = [&](std::int32_t sum) { return static_cast<float>(scene::diameter_px(sum, reference)); };
    auto symbols = fixture.symbols(20);
    REQUIRE(symbols.size() == 1);  // the event at 5 degrees stands alone and for itself
    CHECK(symbols[0].events == 3);
    CHECK(symbols[0].diameter_px == size(40));
    CHECK(symbols[0].low_px == size(20 + 10 + 1));
    CHECK(symbols[0].high_px == size(50 + 10 + 4));
    CHECK_FALSE(symbols[0].is_hollow);
    // 30 of 40 state-based, none known of the non-state, 10 one-sided.
    CHECK(symbols[0].part_ends[static_cast<std::size_t>(Type::state_based)] == 191);
    CHECK(symbols[0].part_ends[static_cast<std::size_t>(Type::non_state)] == 191);
    CHECK(symbols[0].part_ends[static_cast<std::size_t>(Type::one_sided)] == 255);
    symbols = fixture.symbols(45);
    REQUIRE(symbols.size() == 1);
    CHECK(symbols[0].events == 2);
    CHECK(symbols[0].diameter_px == size(7));
    CHECK(fixture.symbols(80).empty());
}

TEST_CASE("where none are reported the parts are those of the events, and the symbol is hollow") {
    const Fixture fixture({{1, 0, 0, 0, 0, Type::state_based},
                           {1, 1, 0, 0, 0, Type::non_state},
                           {1, 2, unknown, unknown, unknown, Type::non_state},
                           {1, 3, 0, 0, 0, Type::non_state}});
    const auto symbols = fixture.symbols(10);
    REQUIRE(symbols.size() == 1);
    CHECK(symbols[0].is_hollow);
    CHECK(symbols[0].part_ends[static_cast<std::size_t>(Type::state_based)] == 63);
    CHECK(symbols[0].part_ends[static_cast<std::size_t>(Type::non_state)] == 255);
}

TEST_CASE("it is as fresh as its freshest event") {
    const Fixture fixture({{1, 0, 4, 4, 4}, {1, 20, 4, 4, 4}});
    const auto at = [&](int day) { return static_cast<double>(fixture.symbols(day).front().opacity); };
    CHECK_THAT(at(15), Catch::Matchers::WithinAbs(scene::age_opacity(16.0 / 30), 0.001));
    CHECK_THAT(at(21), Catch::Matchers::WithinAbs(scene::age_opacity(2.0 / 30), 0.001));
}

TEST_CASE("zoomed in there is no symbol for all, and each event stands at its own offset") {
    Fixture fixture({{1, 0, 4, 4, 4}, {1, 1, 4, 4, 4}});
    const auto point = fixture.points[0];
    const auto far = fixture.plan();
    CHECK_FALSE(layout::is_side_by_side(fixture.in_plane(), 0, layout::scale_m(far)));
    const auto centre = far.view.to_px(point), of_far = layout::symbol_centre(fixture.in_plane(), 1, far);
    CHECK(of_far.x == centre.x);
    fixture.scene.camera.box = {point.x_m - 5e4, point.y_m - 5e4, point.x_m + 5e4, point.y_m + 5e4};
    const auto near = fixture.plan();
    CHECK(layout::is_side_by_side(fixture.in_plane(), 0, layout::scale_m(near)));
    CHECK(fixture.symbols(10).empty());
    const auto a = layout::symbol_centre(fixture.in_plane(), 0, near),
               b = layout::symbol_centre(fixture.in_plane(), 1, near);
    const double diameter = scene::diameter_px(4, near.facts.sizes.reference);
    CHECK(std::hypot(static_cast<double>(a.x - b.x), static_cast<double>(a.y - b.y)) > diameter);
}

TEST_CASE("numbers stand on symbols that have room, clear of marks and of each other") {
    std::vector<Made> rows;
    for (int i = 0; i < 40; ++i) rows.push_back({i < 20 ? 1.0 : 1.02, i % 10, 50, 50, 50});
    rows.push_back({9, 0, 1, 1, 1});
    rows.push_back({9, 1, 1, 1, 1});
    // Many small places, so that the sizes go by them.
    for (int i = 0; i < 100; ++i) rows.push_back({-5 + 0.05 * i, 0, 10, 10, 10});
    const Fixture fixture(rows);
    const auto plan = fixture.plan();
    const auto all = fixture.symbols(12);
    REQUIRE(all.size() == 3);
    const auto digits = [&](std::span<const std::vector<layout::PlaceSymbol>> layers,
                            std::span<const layout::RectPx> marks) {
        return layout::place_counts(fixture.scene, plan, fixture.shaper, layers, marks).glyphs;
    };
    const std::vector<std::vector<layout::PlaceSymbol>> layers{{all.begin(), all.end()}};
    // One "20": the two large symbols cover each other, and the small one has no room.
    const auto drawn = digits(layers, {});
    CHECK(drawn.size() == 2);
    const auto centre = layers[0][0].centre;
    const layout::RectPx mark{centre.x - 3, centre.y - 3, 6, 6};
    const auto moved = digits(layers, std::vector{mark});
    REQUIRE(moved.size() == 2);
    CHECK(moved[0].origin.y > drawn[0].origin.y + 5);
    const layout::RectPx cover{centre.x - 40, centre.y - 40, 80, 80};
    CHECK(digits(layers, std::vector{cover}).empty());
}
