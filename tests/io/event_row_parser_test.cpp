#include "io/event_row_parser.h"

#include <fmt/core.h>

#include "io/event_reader.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("what is no UTF-8 is counted for every row, and leaves room for other doubts") {
    std::string rows = "id,date_start,latitude,longitude,country\n";
    for (int i = 0; i < 1500; ++i) rows += fmt::format("{},2015-05-04,14.5,-12.5,S\xe9n\xe9gal\n", i);
    rows += "last,1815-05-04,14.5,-4.5,Mali\n";
    const io::ReadReport report = io::read_events_csv(rows, "events.csv").report;
    CHECK(report.warnings_by_reason.at("row.not_utf8") == 1500);
    const auto listed = [&](const std::string& key) {
        return std::count_if(report.warnings.begin(), report.warnings.end(),
                             [&](const io::RowProblem& problem) { return problem.key == key; });
    };
    CHECK(listed("row.not_utf8") == 1);
    CHECK(listed("row.date_early") == 1);
}

// Each event counts on one day, the first on which it may have happened, so that no event counts in two windows.
TEST_CASE("an event known to its week counts from the week's first day") {
    const io::EventsRead events = io::read_events_csv(
        "event_date,time_precision,event_type,sub_event_type,actor1,country,latitude,longitude\n"
        "2021-03-05,2,Battles,Armed clash,a made-up group,Mali,14.5,-4.2\n",
        "acled.csv");
    const auto day = [](int number) { return base::day_of({2021, 3, number}); };
    CHECK(events.table.row(0).first_day == day(2));
    CHECK(events.table.row(0).last_day == day(8));
    CHECK(events.table.rows_in({day(5), day(31)}).count() == 0);
    CHECK(events.table.rows_in({day(2), day(4)}).count() == 1);
}

TEST_CASE("the latest change of a source's rows is told, of those that are kept") {
    const auto read = [](const std::string& rows) {
        return io::read_events_csv(
                   "event_date,event_type,sub_event_type,actor1,country,latitude,longitude,timestamp\n" + rows,
                   "a.csv")
            .report.latest_update_s;
    };
    const std::string row = "2021-03-05,Battles,Armed clash,a made-up group,Mali,14.5,-4.2,";
    CHECK(read(row + "1650000000\n" + row + "1640000000\n") == 1650000000);
    CHECK(read(row + "1640000000\n2021-02-30,Battles,Armed clash,x,Mali,14.5,-4.2,1650000000\n") == 1640000000);
    CHECK_FALSE(read(row + "\n" + row + "yesterday\n" + row + "-1\n"));
}
