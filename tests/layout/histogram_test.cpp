#include "layout/histogram.h"

#include "layout/sample_scene.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("a day's place and the day at a place are each other's inverse") {
    const layout::HistogramPlace place{{100, 10, 730.5f, 50},
                                       {base::day_of({2015, 1, 1}), base::day_of({2016, 12, 31})}};
    CHECK(place.x_of(base::day_of({2015, 1, 1}).value) == 100);
    CHECK(place.x_of(base::day_of({2017, 1, 1}).value) == test::Approx(830.5));  // the end of the last day
    for (double day = base::day_of({2014, 12, 1}).value; day < base::day_of({2017, 2, 1}).value; day += 3.7)
        CHECK(place.day_at(place.x_of(day)) == test::Approx(day).margin(0.001));
}

TEST_CASE("bars hold every event of their days once, by type") {
    const auto scene = test::sample_scene();
    const auto& table = *scene.event_layers[0].table;
    const base::DayRange days{base::day_of({2012, 2, 10}), base::day_of({2015, 3, 5})};
    const auto bars = layout::histogram_bars(scene.event_layers[0], scene::ColourBy::type, days);
    CHECK(bars.by_month);
    REQUIRE(bars.bars.size() == 38);  // February 2012 to March 2015, the first and the last cut
    CHECK(bars.bars.front().days == base::DayRange{base::day_of({2012, 2, 10}), base::day_of({2012, 2, 29})});
    CHECK(bars.bars.back().days == base::DayRange{base::day_of({2015, 3, 1}), base::day_of({2015, 3, 5})});
    std::uint32_t greatest = 0;
    for (const auto& bar : bars.bars) {
        std::vector<std::uint32_t> wanted(events::violence_type_count);
        for (std::size_t row = 0; row < table.size(); ++row)
            if (bar.days.contains(table.first_day()[row]))
                ++wanted.at(static_cast<std::size_t>(table.type()[row]));
        CHECK(bar.counts == wanted);
        greatest = std::max(greatest, wanted[0] + wanted[1] + wanted[2] + wanted[3]);
    }
    CHECK(2 * bars.axis_step >= greatest);
}

TEST_CASE("a short time line has a bar a day") {
    const auto scene = test::sample_scene();
    const auto bars = layout::histogram_bars(scene.event_layers[0], scene::ColourBy::type,
                                             {base::day_of({2012, 2, 1}), base::day_of({2012, 3, 31})});
    CHECK_FALSE(bars.by_month);
    CHECK(bars.bars.size() == 60);  // a leap year
}

TEST_CASE("full colour ends at the playhead") {
    const auto scene = test::sample_scene();
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    const base::Instant instant = base::parse_instant("2014-06-15T12:00");
    layout::FrameCounts counts;
    counts.window = base::window_at(instant, scene.timeline.window, scene.timeline.bounds);
    const auto list = layout::moving_furniture(scene, frame, shaper, instant, counts);
    const float left = frame.histogram->x_of(counts.window.first.value),
                playhead = frame.histogram->x_of(instant.days);
    int rects = 0;
    for (const auto& shape : list.shapes) {
        if (shape.kind != layout::Shape::Kind::rect) continue;
        ++rects;
        CHECK(shape.a.x >= left - 0.01f);
        CHECK(shape.b.x <= playhead + 0.01f);
    }
    CHECK(rects > 12);
}

TEST_CASE("years under the axis stay apart, wherever the time line is cut") {
    auto scene = test::sample_scene();
    const layout::TextShaper shaper;
    const auto size = GENERATE(base::PixelSize{1280, 720}, base::PixelSize{1920, 1080});
    const int first_year = GENERATE(1989, 1993, 2002);
    for (int day = 0; day < 365; day += 28) {
        scene.timeline.bounds = {base::day_of({first_year, 1, 1}) + day, base::day_of({2016, 12, 31}) - day / 2};
        const auto frame = layout::plan_frame(scene, size, shaper);
        const base::Instant instant = base::parse_instant("2014-06-15T12:00");
        layout::FrameCounts counts;
        counts.window = base::window_at(instant, scene.timeline.window, scene.timeline.bounds);
        const auto list = layout::moving_furniture(scene, frame, shaper, instant, counts);
        const auto& plot = frame.histogram->plot;
        std::vector<layout::PlacedGlyph> digits;  // in the order of the labels, four each
        for (const auto& glyph : list.glyphs)
            if (glyph.origin.y > plot.bottom() && glyph.origin.x > plot.x - 40) digits.push_back(glyph);
        REQUIRE(digits.size() % 4 == 0);
        REQUIRE(digits.size() >= 8);
        for (std::size_t i = 4; i < digits.size(); i += 4) {
            const float digit = digits[i - 1].origin.x - digits[i - 2].origin.x;
            CHECK(digits[i].origin.x > digits[i - 1].origin.x + digit);
        }
    }
}
