#include "events/event_table.h"

#include <algorithm>
#include <random>
#include <string>

#include "support/catch.h"

using namespace harmattan;
using events::EventRow;
using events::EventTable;
using events::EventTableBuilder;
using events::Text;
using events::ViolenceType;

namespace {

base::Day day(const char* iso) {
    return *base::parse_iso_day(iso);
}

EventRow row_on(base::Day day, std::string_view id) {
    EventRow row;
    row.first_day = row.last_day = day;
    row.texts[static_cast<std::size_t>(Text::id)] = id;
    return row;
}

// Rows whose id is their number in order of adding.
EventTable table_of(const std::vector<base::Day>& days) {
    EventTableBuilder builder;
    for (std::size_t i = 0; i < days.size(); ++i) {
        EventRow row = row_on(days[i], "");
        const std::string id = std::to_string(i), country = "country " + std::to_string(i % 7);
        row.texts[static_cast<std::size_t>(Text::id)] = id;
        if (i > 3) row.texts[static_cast<std::size_t>(Text::country)] = country;
        row.best = static_cast<std::int32_t>(i);
        row.low = row.best - 1;
        row.high = row.best + 1;
        row.lon_deg = static_cast<double>(i) / 10;
        row.lat_deg = -row.lon_deg;
        row.last_day = row.first_day + 3;
        row.type = static_cast<ViolenceType>(i % 4);
        row.where_precision = static_cast<std::uint8_t>(i % 8);
        row.date_precision = static_cast<std::uint8_t>(i % 6);
        row.origin = {static_cast<std::uint32_t>(i % 3), i * 100};
        row.weight = static_cast<std::uint32_t>(i % 5);
        builder.add(row);
    }
    return std::move(builder).build();
}

// Each row of the table must be the one that std::stable_sort puts there, in every column.
void check_sorted(const std::vector<base::Day>& days) {
    std::vector<std::size_t> expected(days.size());
    for (std::size_t i = 0; i < days.size(); ++i) expected[i] = i;
    std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) { return days[a] < days[b]; });
    const EventTable table = table_of(days);
    REQUIRE(table.size() == days.size());
    bool are_equal = true;
    for (std::size_t row = 0; row < days.size(); ++row) {
        const std::size_t i = expected[row];
        const auto number = static_cast<std::int32_t>(i);
        are_equal &= table.first_day()[row] == days[i] && table.last_day()[row] == days[i] + 3;
        are_equal &=
            table.best()[row] == number && table.low()[row] == number - 1 && table.high()[row] == number + 1;
        are_equal &=
            table.lon_deg()[row] == static_cast<double>(i) / 10 && table.lat_deg()[row] == -table.lon_deg()[row];
        are_equal &= table.type()[row] == static_cast<ViolenceType>(i % 4);
        are_equal &= table.where_precision()[row] == i % 8 && table.date_precision()[row] == i % 6;
        are_equal &= table.origin()[row] == events::RowOrigin{static_cast<std::uint32_t>(i % 3), i * 100};
        are_equal &= table.weight(row) == i % 5;
        are_equal &= table.text(Text::id).at(row) == std::to_string(i);
        are_equal &= table.text(Text::country).at(row) == (i > 3 ? "country " + std::to_string(i % 7) : "");
        are_equal &= table.text(Text::note).at(row).empty();
    }
    CHECK(are_equal);
}

}  // namespace

TEST_CASE("rows are sorted by day and those of one day keep their order") {
    std::mt19937 random(2012);
    const auto some_days = [&](int from, int to) {
        std::uniform_int_distribution<std::int32_t> any(from, to);
        std::vector<base::Day> days;
        for (int i = 0; i < 3000; ++i) days.push_back({any(random)});
        return days;
    };
    check_sorted({});
    check_sorted({{5}});
    check_sorted({{1}, {1}, {2}, {7}});  // in order already
    check_sorted({{7}, {2}, {1}, {1}});
    check_sorted(some_days(15340, 15370));                                      // a month: many rows a day
    check_sorted(some_days(-40, 40));                                           // about 1970
    check_sorted(some_days(day("0001-01-01").value, day("9999-12-31").value));  // two passes of the radix sort
    check_sorted({{65536}, {0}, {65535}, {65536}, {1}});                        // at the border of one pass
}

TEST_CASE("texts are interned but for ids") {
    const EventTable table = table_of(std::vector<base::Day>(100, base::Day{10}));
    const auto& country = table.text(Text::country);
    CHECK(country.is_interned());
    CHECK(country.size() == 100);
    CHECK(country.dictionary().size() == 8);  // seven countries and the empty text
    CHECK(country.dictionary()[0].empty());
    CHECK(country.code(0) == 0);
    CHECK(country.code(4) == country.code(11));
    CHECK(country.code(4) != country.code(5));
    CHECK(country.at(11) == "country 4");
    CHECK_FALSE(table.text(Text::id).is_interned());
    CHECK(table.text(Text::id).at(99) == "99");
    CHECK(table.text(Text::note).is_blank());
    CHECK(table.text(Text::note).row_bytes() == 0);
    CHECK(table.text(Text::note).dictionary().size() == 1);
    CHECK(table.text(Text::note).code(50) == 0);
    CHECK(table.text(Text::note).size() == 100);
}

TEST_CASE("many different texts keep their numbers while the dictionary grows") {
    EventTableBuilder builder;
    for (int i = 0; i < 20000; ++i) {
        EventRow row = row_on({0}, "x");
        const std::string place = "place " + std::to_string(i % 9973);
        row.texts[static_cast<std::size_t>(Text::place)] = place;
        builder.add(row);
    }
    CHECK(builder.size() == 20000);
    const EventTable table = std::move(builder).build();
    const auto& place = table.text(Text::place);
    CHECK(place.dictionary().size() == 9974);
    bool are_right = true;
    for (std::size_t i = 0; i < 20000; ++i) are_right &= place.at(i) == "place " + std::to_string(i % 9973);
    CHECK(are_right);
}

TEST_CASE("rows of a range of days") {
    const EventTable table = table_of({{10}, {12}, {12}, {12}, {15}});
    const auto rows = [&](int first, int last) {
        const auto found = table.rows_in({{first}, {last}});
        return std::pair(found.first, found.last);
    };
    CHECK(rows(10, 15) == std::pair<std::size_t, std::size_t>(0, 5));
    CHECK(rows(12, 12) == std::pair<std::size_t, std::size_t>(1, 4));
    CHECK(rows(11, 14) == std::pair<std::size_t, std::size_t>(1, 4));
    CHECK(rows(-100, 10) == std::pair<std::size_t, std::size_t>(0, 1));
    CHECK(table.rows_in({{13}, {14}}).count() == 0);
    CHECK(table.rows_in({{16}, {99}}).count() == 0);
    CHECK(table.rows_in({{15}, {10}}).count() == 0);  // an empty range
    CHECK(table.days() == base::DayRange{{10}, {15}});
    CHECK(EventTable().days().empty());
    CHECK(EventTable().rows_in({{0}, {9}}).count() == 0);
}

TEST_CASE("events a month") {
    // 2016 is a leap year.
    std::vector<base::Day> days;
    for (const char* text : {"2015-12-31", "2016-01-01", "2016-01-31", "2016-02-29", "2016-04-01", "2016-04-30"})
        days.push_back(day(text));
    const EventTable table = table_of(days);  // types 0, 1, 2, 3, 0, 1
    const auto all = events::count_by_month(table, table.days());
    CHECK(all.first_month == day("2015-12-01"));
    using Counts = std::array<std::uint32_t, events::violence_type_count>;
    REQUIRE(all.counts.size() == 5);
    CHECK(all.counts[0] == Counts{1, 0, 0, 0});
    CHECK(all.counts[1] == Counts{0, 1, 1, 0});
    CHECK(all.counts[2] == Counts{0, 0, 0, 1});
    CHECK(all.counts[3] == Counts{0, 0, 0, 0});
    CHECK(all.counts[4] == Counts{1, 1, 0, 0});

    // A range that begins and ends inside a month leaves the other days out.
    const auto part = events::count_by_month(table, {day("2016-01-02"), day("2016-04-29")});
    CHECK(part.first_month == day("2016-01-01"));
    REQUIRE(part.counts.size() == 4);
    CHECK(part.counts[0] == Counts{0, 0, 1, 0});
    CHECK(part.counts[3] == Counts{1, 0, 0, 0});
    CHECK(events::count_by_month(table, {day("2016-01-02"), day("2016-01-01")}).counts.empty());
}

TEST_CASE("quantiles of fatalities by the nearest rank") {
    const auto table_with = [](const std::vector<std::int32_t>& best) {
        EventTableBuilder builder;
        for (const std::int32_t number : best) {
            EventRow row = row_on({0}, "x");
            row.best = number;
            builder.add(row);
        }
        return std::move(builder).build();
    };
    // The usual example of the nearest-rank method (https://en.wikipedia.org/wiki/Percentile, "Worked examples").
    const EventTable table = table_with({35, -1, 50, 15, 40, -1, 20});
    CHECK(events::best_quantile(table, 0.05) == 15);
    CHECK(events::best_quantile(table, 0.30) == 20);
    CHECK(events::best_quantile(table, 0.40) == 20);
    CHECK(events::best_quantile(table, 0.50) == 35);
    CHECK(events::best_quantile(table, 1.00) == 50);
    CHECK(events::best_quantile(table, 0) == 15);
    CHECK(events::best_quantile(table_with({-1, -1}), 0.5) == 0);
    CHECK(events::best_quantile(table_with({}), 0.5) == 0);
}
