#include "events/table_diff.h"

#include <functional>
#include <string>

#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::events;

namespace {

EventRow row_of(const char* id, const char* day, const char* country, std::int32_t best) {
    EventRow row;
    row.first_day = row.last_day = *base::parse_iso_day(day);
    row.lon_deg = -3.5;
    row.lat_deg = 14.25;
    row.best = best;
    row.low = best;
    row.high = best + 2;
    row.type = ViolenceType::state_based;
    row.set_text(Text::id, id);
    row.set_text(Text::country, country);
    return row;
}

EventTable table_of(const std::vector<EventRow>& rows) {
    EventTableBuilder builder;
    builder.add_file("a.csv");
    for (const EventRow& row : rows) builder.add(row);
    return std::move(builder).build();
}

std::string ids(const EventTable& table, const std::vector<std::uint32_t>& rows) {
    std::string all;
    for (const std::uint32_t row : rows) {
        if (!all.empty()) all += ' ';
        all += table.text(Text::id).at(row);
    }
    return all;
}

}  // namespace

TEST_CASE("two releases with known differences") {
    const EventTable before =
        table_of({row_of("1", "2012-01-05", "Mali", 3), row_of("2", "2012-01-20", "Mali", 4),
                  row_of("3", "2012-02-01", "Mali", 5), row_of("4", "2013-03-01", "Niger", 6),
                  row_of("5", "2013-04-01", "Niger", fatalities_unknown)});
    EventRow moved_country = row_of("4", "2013-03-01", "Burkina Faso", 6);
    EventRow moved_date = row_of("3", "2012-03-02", "Mali", 5);
    const EventTable after = table_of({row_of("1", "2012-01-05", "Mali", 3), row_of("2", "2012-01-20", "Mali", 9),
                                       moved_date, moved_country, row_of("6", "2012-01-21", "Mali", 2)});
    const TableDiff diff = compare(before, after);
    CHECK(ids(after, diff.added) == "6");
    CHECK(ids(before, diff.removed) == "5");
    CHECK(diff.same == 1);
    REQUIRE(diff.changed.size() == 3);
    CHECK(diff.changed_by_field[static_cast<std::size_t>(DiffField::best)] == 1);
    CHECK(diff.changed_by_field[static_cast<std::size_t>(DiffField::country)] == 1);
    CHECK(diff.changed_by_field[static_cast<std::size_t>(DiffField::date_start)] == 1);
    const ChangedEvent& second = diff.changed[0];
    CHECK(second.has(DiffField::best));
    CHECK(second.has(DiffField::high));
    CHECK_FALSE(second.has(DiffField::country));
    CHECK(value_of(before, second.before, DiffField::best) == "4");
    CHECK(value_of(after, second.after, DiffField::best) == "9");

    CHECK(diff.before == Totals{5, 18, 18, 27, 1});
    CHECK(diff.after == Totals{5, 25, 25, 35, 0});
    REQUIRE(diff.moved.size() == 3);
    CHECK(diff.moved[0].country == "Burkina Faso");
    CHECK(diff.moved[0].before == Totals{});
    CHECK(diff.moved[0].after == Totals{1, 6, 6, 8, 0});
    CHECK(diff.moved[1].country == "Mali");
    CHECK(diff.moved[1].year == 2012);
    CHECK(diff.moved[1].after == Totals{4, 19, 19, 27, 0});
    CHECK(diff.moved[2].before == Totals{2, 6, 6, 9, 1});

    REQUIRE(diff.by_month.size() == 4);
    CHECK(diff.by_month[0].country == "Burkina Faso");
    CHECK(diff.by_month[0].changed == 1);
    CHECK(base::iso(diff.by_month[1].month) == "2012-01-01");
    CHECK(diff.by_month[1].added == 1);
    CHECK(diff.by_month[1].changed == 1);
    CHECK(base::iso(diff.by_month[2].month) == "2012-03-01");
    CHECK(diff.by_month[3].removed == 1);
}

TEST_CASE("each field that differs is seen, and only that") {
    const EventTable before = table_of({row_of("1", "2012-01-05", "Mali", 3)});
    const std::vector<std::pair<DiffField, std::function<void(EventRow&)>>> changes{
        {DiffField::date_end, [](EventRow& row) { row.last_day = row.last_day + 1; }},
        {DiffField::latitude, [](EventRow& row) { row.lat_deg += 0.001; }},
        {DiffField::longitude, [](EventRow& row) { row.lon_deg -= 0.001; }},
        {DiffField::best, [](EventRow& row) { row.best = fatalities_unknown; }},
        {DiffField::low, [](EventRow& row) { row.low = 0; }},
        {DiffField::high, [](EventRow& row) { row.high = 70000; }},
        {DiffField::type, [](EventRow& row) { row.type = ViolenceType::unknown; }},
        {DiffField::where_precision, [](EventRow& row) { row.where_precision = 3; }},
        {DiffField::date_precision, [](EventRow& row) { row.date_precision = 1; }},
        {DiffField::weight, [](EventRow& row) { row.weight = 2; }},
        {DiffField::place, [](EventRow& row) { row.set_text(Text::place, "x"); }},
        {DiffField::country, [](EventRow& row) { row.set_text(Text::country, ""); }},
        {DiffField::note, [](EventRow& row) { row.set_text(Text::note, "x"); }},
    };
    for (const auto& [field, change] : changes) {
        CAPTURE(name_of(field));
        EventRow row = row_of("1", "2012-01-05", "Mali", 3);
        change(row);
        const EventTable after = table_of({row});
        const TableDiff diff = compare(before, after);
        REQUIRE(diff.changed.size() == 1);
        CHECK(diff.changed[0].fields == 1U << static_cast<unsigned>(field));
        CHECK(value_of(before, 0, field) != value_of(after, 0, field));
    }
    EventRow nearly = row_of("1", "2012-01-05", "Mali", 3);
    nearly.lat_deg += 1e-9;
    CHECK(compare(before, table_of({nearly})).same == 1);
}

TEST_CASE("an id that stands twice is compared in order, a row without one as a whole") {
    const auto twice = [](std::int32_t first, std::int32_t second) {
        return table_of({row_of("1", "2012-01-05", "Mali", first), row_of("1", "2012-01-06", "Mali", second)});
    };
    CHECK(compare(twice(1, 2), twice(1, 2)).same == 2);
    CHECK(compare(twice(1, 2), twice(1, 3)).changed.size() == 1);
    CHECK(compare(twice(1, 2), table_of({row_of("1", "2012-01-05", "Mali", 1)})).removed.size() == 1);
    CHECK(compare(table_of({row_of("1", "2012-01-05", "Mali", 1)}), twice(1, 2)).added.size() == 1);

    const EventTable before = table_of({row_of("", "2012-01-05", "Mali", 1), row_of("", "2012-01-05", "Mali", 2)});
    const EventTable after = table_of({row_of("", "2012-01-05", "Mali", 2), row_of("", "2012-01-05", "Mali", 3)});
    const TableDiff diff = compare(before, after);
    CHECK(diff.same == 1);
    CHECK(diff.added.size() == 1);
    CHECK(diff.removed.size() == 1);
    CHECK(diff.changed.empty());
    CHECK(diff.without_id_before == 2);
    CHECK(diff.without_id_after == 2);
}

TEST_CASE("empty tables compare") {
    const TableDiff diff = compare(table_of({}), table_of({row_of("1", "2012-01-05", "Mali", 1)}));
    CHECK(diff.added.size() == 1);
    CHECK(compare(table_of({}), table_of({})).moved.empty());
}
