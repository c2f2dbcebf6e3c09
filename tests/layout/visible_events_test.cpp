#include "layout/visible_events.h"

#include "layout/sample_scene.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("running sums count what a loop over all events counts") {
    const auto scene = test::sample_scene();
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1280, 720}, shaper);
    const auto& table = *scene.event_layers[0].table;
    const auto points = layout::project_events(table, *scene.projection);
    const layout::VisibleEvents visible(table, points, frame);
    test::Dice dice(3);
    std::uint64_t most_shown = 0, most_outside = 0;
    for (int i = 0; i < 300; ++i) {
        const base::Day first = base::day_of({2011, 11, 1}) + dice.whole(0, 1900);
        const base::DayRange window{first, first + dice.whole(-2, 500)};
        layout::EventCounts wanted;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (!window.contains(table.first_day()[row])) continue;
            const auto p =
                frame.view.to_px(scene.projection->forward({table.lon_deg()[row], table.lat_deg()[row]}));
            if (p.x < frame.map.x || p.x >= frame.map.right() || p.y < frame.map.y || p.y >= frame.map.bottom()) {
                ++wanted.outside_frame;
                continue;
            }
            ++wanted.shown;
            wanted.best_unknown += table.best()[row] < 0 ? 1 : 0;
            wanted.best += std::max(0, table.best()[row]);
            wanted.low += std::max(0, table.low()[row]);
            wanted.high += std::max(0, table.high()[row]);
        }
        const auto counts = visible.count(window);
        CHECK(counts.shown == wanted.shown);
        CHECK(counts.outside_frame == wanted.outside_frame);
        CHECK(counts.best == wanted.best);
        CHECK(counts.low == wanted.low);
        CHECK(counts.high == wanted.high);
        CHECK(counts.best_unknown == wanted.best_unknown);
        CHECK(counts.total == 600);
        most_shown = std::max(most_shown, wanted.shown);
        most_outside = std::max(most_outside, wanted.outside_frame);
    }
    CHECK(most_shown > 50);
    CHECK(most_outside > 5);
}

TEST_CASE("an event that the projection cannot place is outside every frame") {
    const auto scene = test::sample_scene();
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1280, 720}, shaper);
    const auto& table = *scene.event_layers[0].table;
    const double nowhere = std::numeric_limits<double>::quiet_NaN();
    const std::vector<geo::PlanarPoint> points(table.size(), {nowhere, nowhere});
    const auto counts = layout::VisibleEvents(table, points, frame).count(table.days());
    CHECK(counts.shown == 0);
    CHECK(counts.outside_frame == table.size());
}

TEST_CASE("a row that stands for several events counts as so many") {
    auto scene = test::sample_scene();
    events::EventTableBuilder builder;
    for (const std::uint32_t weight : {1, 5, 7}) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2015, 5, 4}) + static_cast<int>(weight);
        row.lat_deg = 14.5;
        row.best = weight == 7 ? events::fatalities_unknown : 3;
        row.weight = weight;
        builder.add(row);
    }
    scene.event_layers[0].table = std::make_shared<const events::EventTable>(std::move(builder).build());
    const auto& table = *scene.event_layers[0].table;
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1280, 720}, shaper);
    const auto points = layout::project_events(table, *scene.projection);
    const layout::VisibleEvents visible(table, points, frame);
    const auto counts = visible.count(table.days());
    CHECK(counts.total == 13);
    CHECK(counts.shown + counts.outside_frame == 13);
    CHECK(counts.shown == 13);
    CHECK(counts.best_unknown == 7);
    CHECK(counts.best == 6);
    CHECK(visible.count({table.days().first, table.days().first}).shown == 1);
    std::uint64_t in_bars = 0;
    for (const auto& bars : frame.bars)
        for (const auto& bar : bars.bars)
            for (const auto count : bar.counts) in_bars += count;
    CHECK(in_bars == 13);
}
