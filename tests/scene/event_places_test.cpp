#include "scene/event_places.h"

#include <cmath>
#include <random>

#include "geo/projection.h"
#include "scene/event_style.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

constexpr base::WindowLength days_30{base::WindowLength::Unit::days, 30}, all{};

struct Made {
    double lon_deg, lat_deg;
    int day;
    std::int32_t best = 3;
    int where_precision = 1;
};

events::EventTable table_of(const std::vector<Made>& rows) {
    events::EventTableBuilder builder;
    for (const Made& made : rows) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2020, 1, 1}) + made.day;
        row.lon_deg = made.lon_deg;
        row.lat_deg = made.lat_deg;
        row.best = made.best;
        row.where_precision = static_cast<events::WherePrecision>(made.where_precision);
        builder.add(row);
    }
    return std::move(builder).build();
}

scene::EventPlaces arranged(const events::EventTable& table, base::WindowLength window, std::int32_t reference) {
    return scene::arrange_places(table, scene::EventPoints(table), window, reference);
}

}  // namespace

TEST_CASE("points hold their events in order; areas are at none") {
    const auto table = table_of({{1, 2, 0}, {5, 5, 1}, {1, 2, 2}, {1, 2, 3, 3, 4}, {1, 2, 4}});
    const scene::EventPoints points(table);
    REQUIRE(points.at().size() == 2);
    CHECK(std::vector(points.rows(0).begin(), points.rows(0).end()) == std::vector<std::uint32_t>{0, 2, 4});
    CHECK(std::vector(points.rows(1).begin(), points.rows(1).end()) == std::vector<std::uint32_t>{1});
}

TEST_CASE("the greatest sum of a point is that of its worst window") {
    constexpr auto unknown = events::fatalities_unknown;
    const auto table = table_of({{1, 2, 0, 10},
                                 {1, 2, 29, 5},
                                 {1, 2, 30, 7},
                                 {9, 9, 0, unknown},
                                 {8, 8, 0, unknown},
                                 {8, 8, 1, 0},
                                 {1, 2, 5, 100, 6}});
    const scene::EventPoints points(table);
    auto sums = scene::greatest_sums(table, points, days_30);
    std::sort(sums.begin(), sums.end());
    CHECK(sums == std::vector<std::int32_t>{0, 15, 100});  // 10 and 5 on days 0 and 29: 30 days hold both
    sums = scene::greatest_sums(table, points, all);
    std::sort(sums.begin(), sums.end());
    CHECK(sums == std::vector<std::int32_t>{0, 22, 100});
    CHECK(scene::has_shared_points(table, points, days_30));
    CHECK_FALSE(scene::has_shared_points(table, points, {base::WindowLength::Unit::days, 1}));
}

TEST_CASE("an event alone at its point, or alone in any window, stays on it") {
    const auto table = table_of({{1, 2, 0}, {5, 5, 1}, {1, 2, 30}});
    const auto places = arranged(table, days_30, 10);
    CHECK(places.places.empty());
    for (std::size_t row = 0; row < table.size(); ++row) {
        CHECK(places.place_of[row] == scene::EventPlaces::alone);
        CHECK(places.offset[row].x_px == 0);
    }
    CHECK(arranged(table, all, 10).places.size() == 1);
}

TEST_CASE("side by side no two symbols of one window touch, whatever the window") {
    std::mt19937 dice(3);
    std::uniform_int_distribution<int> step(2, 14), best(0, 20);
    std::vector<Made> rows;
    for (int i = 0, day = 0; i < 200; ++i, day += step(dice)) rows.push_back({1, 2, day, best(dice)});
    const auto table = table_of(rows);
    constexpr std::int32_t reference = 60;
    const auto places = arranged(table, days_30, reference);
    REQUIRE(places.places.size() == 1);
    CHECK(places.places[0].count == 200);
    CHECK(places.places[0].greatest_scale_m > 0);
    const auto diameter = [&](std::size_t row) { return scene::diameter_px(table.best()[row], reference); };
    for (std::size_t a = 0; a < table.size(); ++a)
        for (std::size_t b = a + 1; b < table.size(); ++b) {
            if (table.first_day()[b] - table.first_day()[a] >= 30) break;
            const double apart = std::hypot(static_cast<double>(places.offset[a].x_px - places.offset[b].x_px),
                                            static_cast<double>(places.offset[a].y_px - places.offset[b].y_px));
            CHECK(apart > (diameter(a) + diameter(b)) / 2);
        }
}

TEST_CASE("they stand side by side where they keep clear of the next point, and of what would mislead") {
    // Two events of 5 px: the packing reaches 6 px, with half a gap of 1 px round each.
    const auto scale_of = [](std::vector<Made> rows) {
        const auto table = table_of(rows);
        const auto places = arranged(table, days_30, 10);
        REQUIRE(places.places.size() == 1);
        return static_cast<double>(places.places[0].greatest_scale_m);
    };
    const double far = scale_of({{1, 2, 0, 0}, {1, 2, 1, 0}, {2, 2, 0}});
    CHECK_THAT(far, Catch::Matchers::WithinRel(12'000.0 / 6, 1e-5));
    const double to_next_m = geo::distance_m({1, 2}, {1.05, 2});
    CHECK_THAT(scale_of({{1, 2, 0, 0}, {1, 2, 1, 0}, {1.05, 2, 0}}),
               Catch::Matchers::WithinRel(to_next_m / 2 / 6, 0.006));
    std::vector<Made> many;
    for (int i = 0; i < 100; ++i) many.push_back({1, 2, i % 20});
    CHECK(scale_of(many) == 0);
}
