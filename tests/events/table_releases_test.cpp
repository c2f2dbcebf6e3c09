#include "events/table_releases.h"

#include <string>

#include "events/release_version.h"
#include "events/whole_years.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::events;

namespace {

struct Row {
    const char* id;
    const char* day;
    const char* country = "Mali";
    std::int32_t best = 1;
};

EventTable table_of(const std::string& dataset, const std::string& version, const std::vector<Row>& rows,
                    const std::string& generalised = {}) {
    EventTableBuilder builder;
    EventFile file;
    file.generalised = generalised;
    file.name = dataset + " " + version;
    file.dataset = dataset;
    file.version = version;
    builder.add_file(file);
    for (const Row& from : rows) {
        EventRow row;
        row.first_day = row.last_day = *base::parse_iso_day(from.day);
        row.best = from.best;
        row.set_text(Text::id, from.id);
        row.set_text(Text::country, from.country);
        builder.add(row);
    }
    return std::move(builder).build();
}

JoinedReleases join_two(EventTable a, EventTable b) {
    std::vector<EventTable> tables;
    tables.push_back(std::move(a));
    tables.push_back(std::move(b));
    return join_releases(std::move(tables));
}

std::string ids(const EventTable& table) {
    std::string all;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (row > 0) all += ' ';
        all += table.text(Text::id).at(row);
    }
    return all;
}

void check_account(const JoinedReleases& joined_releases) {
    std::uint64_t kept = 0;
    for (const ReleaseCount& file : joined_releases.files) {
        CHECK(file.rows == file.kept + file.replaced_by_id + file.copies + file.replaced_by_release);
        kept += file.kept;
    }
    CHECK(kept == joined_releases.table.size());
}

}  // namespace

TEST_CASE("versions are compared number by number") {
    CHECK((compare_versions("25.1", "24.1") > 0));
    CHECK((compare_versions("9.1", "17.1") < 0));
    CHECK((compare_versions("25.0.10", "25.0.9") > 0));
    CHECK((compare_versions("25.1", "25.1") == 0));
    CHECK((compare_versions("25.1", "25.1.1") < 0));
    CHECK((compare_versions("", "17.1") < 0));
    CHECK((compare_versions("", "") == 0));
    CHECK((compare_versions("25.0.1 to 25.0.9", "25.0.9") > 0));
    CHECK((compare_versions("25.0.1 to 25.0.9", "25.0.10") < 0));
    CHECK((compare_versions("99999999999999999999", "3") > 0));
}

TEST_CASE("a candidate release covers its months") {
    const auto months = [](const char* version) { return candidate_months(version); };
    const auto range = [](const char* first, const char* last) {
        return base::DayRange{*base::parse_iso_day(first), *base::parse_iso_day(last)};
    };
    CHECK(months("25.0.6") == range("2025-06-01", "2025-06-30"));
    CHECK(months("24.0.2") == range("2024-02-01", "2024-02-29"));
    CHECK(months("25.0.1 to 25.0.9") == range("2025-01-01", "2025-09-30"));
    for (const char* other : {"25.1", "25.0.13", "25.1.6", "", "25.0.6 to 25.0.1", "2025.0.6"})
        CHECK_FALSE(months(other));
}

TEST_CASE("whole years are taken where the events reach their ends nearly") {
    const auto years = [](const char* first, const char* last) {
        const auto range = to_whole_years({*base::parse_iso_day(first), *base::parse_iso_day(last)});
        return base::iso(range.first) + " " + base::iso(range.last);
    };
    CHECK(years("2012-01-15", "2024-12-17") == "2012-01-01 2024-12-31");
    CHECK(years("2012-01-16", "2024-12-16") == "2012-01-16 2024-12-16");
}

TEST_CASE("a newer release replaces its older copies by id, in whichever order they are given") {
    const std::vector<Row> older{{"1", "2019-01-01", "Mali", 5}, {"2", "2019-02-01"}, {"3", "2020-06-01"}};
    const std::vector<Row> newer{{"1", "2019-01-01", "Mali", 7}, {"4", "2020-03-01"}, {"2", "2019-02-02"}};
    for (const bool is_older_first : {true, false}) {
        CAPTURE(is_older_first);
        auto a = table_of("ucdp-ged", "9.1", older), b = table_of("ucdp-ged", "20.1", newer);
        const auto out =
            is_older_first ? join_two(std::move(a), std::move(b)) : join_two(std::move(b), std::move(a));
        check_account(out);
        CHECK(ids(out.table) == "1 2 4 3");
        CHECK(out.table.best()[0] == 7);
        const ReleaseCount& counted = out.files[is_older_first ? 0 : 1];
        CHECK(counted.version == "9.1");
        CHECK(counted.replaced_by_id == 2);
        CHECK(counted.kept == 1);
        CHECK(counted.missing_from_newer == 0);  // June 2020 lies after the newer table's last event
        CHECK(counted.beyond_newer == 1);
        CHECK(out.files[is_older_first ? 1 : 0].beyond_newer == 0);
    }
}

TEST_CASE("an event that the newer release took out is kept, and counted") {
    const auto out = join_two(table_of("ucdp-ged", "23.1", {{"1", "2019-05-01"}, {"2", "2019-05-02"}}),
                              table_of("ucdp-ged", "24.1", {{"1", "2019-05-01"}, {"9", "2019-12-30"}}));
    check_account(out);
    CHECK(ids(out.table) == "1 2 9");
    CHECK(out.files[0].missing_from_newer == 1);
    CHECK(out.files[0].beyond_newer == 0);
}

TEST_CASE("events of days that the later release does not cover are counted") {
    const auto out =
        join_two(table_of("ucdp-ged", "24.1", {{"1", "2017-05-01"}, {"2", "2018-05-02"}, {"3", "2019-05-03"}}),
                 table_of("ucdp-ged", "25.1", {{"3", "2019-05-03"}, {"9", "2020-12-30"}}));
    check_account(out);
    CHECK(out.files[0].beyond_newer == 2);
    CHECK(out.files[0].missing_from_newer == 0);
    // Months of Candidate, and exports without a version, complement each other.
    const auto months = join_two(table_of("ucdp-candidate", "25.0.5", {{"1", "2025-05-01"}}),
                                 table_of("ucdp-candidate", "25.0.6", {{"2", "2025-06-01"}}));
    CHECK(months.files[0].beyond_newer == 0);
    const auto exports =
        join_two(table_of("acled", "", {{"MLI1", "2019-01-01"}}), table_of("acled", "", {{"MLI2", "2020-01-01"}}));
    CHECK(exports.files[0].beyond_newer == 0);
}

TEST_CASE("of equal or unknown versions the later table is the newer, and nothing is counted twice") {
    const auto out = join_two(table_of("acled", "", {{"MLI1", "2020-01-01", "Mali", 3}}),
                              table_of("acled", "", {{"MLI1", "2020-01-01", "Mali", 4}}));
    check_account(out);
    REQUIRE(out.table.size() == 1);
    CHECK(out.table.best()[0] == 4);
}

TEST_CASE("a copy with coarser points never replaces the release that it was made from") {
    const std::vector<Row> exact{{"1", "2019-05-01", "Mali", 3}}, coarse{{"1", "2019-05-01", "Mali", 4}};
    for (const bool is_exact_first : {true, false}) {
        auto a = table_of("ucdp-ged", "21.1", exact), b = table_of("ucdp-ged", "21.1", coarse, "10km");
        const auto out =
            is_exact_first ? join_two(std::move(a), std::move(b)) : join_two(std::move(b), std::move(a));
        check_account(out);
        REQUIRE(out.table.size() == 1);
        CHECK(out.table.best()[0] == 3);
    }
}

TEST_CASE("different sources stay side by side, and so do tables of no known source") {
    const auto two = join_two(table_of("ucdp-ged", "24.1", {{"1", "2019-05-01"}}),
                              table_of("acled", "", {{"1", "2019-05-01"}}));
    CHECK(two.table.size() == 2);
    for (const char* unknown : {"table", "", "harmattan"}) {
        const auto out =
            join_two(table_of(unknown, "1", {{"1", "2019-05-01"}}), table_of(unknown, "2", {{"1", "2019-05-01"}}));
        check_account(out);
        CHECK(out.table.size() == 2);
    }
}

TEST_CASE("rows without an id and ids that stand twice in one release are kept") {
    const auto out =
        join_two(table_of("acled", "1", {{"", "2019-01-01"}, {"a", "2019-01-02"}, {"a", "2019-01-03"}}),
                 table_of("acled", "2", {{"", "2019-01-01"}, {"b", "2019-01-01"}}));
    check_account(out);
    CHECK(out.table.size() == 5);
}

TEST_CASE("the yearly release replaces candidates of the days and countries that it covers") {
    const auto out = join_two(table_of("ucdp-ged", "25.1", {{"1", "2024-01-03"}, {"2", "2024-12-20"}}),
                              table_of("ucdp-candidate", "24.0.12",
                                       {{"7", "2024-12-31"}, {"8", "2024-12-05", "Niger"}, {"9", "2025-01-01"}}));
    check_account(out);
    CHECK(ids(out.table) == "1 8 2 9");
    CHECK(out.files[1].replaced_by_release == 1);
}

TEST_CASE("candidate months replace each other") {
    std::vector<EventTable> tables;
    tables.push_back(table_of("ucdp-candidate", "25.0.6", {{"1", "2025-06-02"}, {"2", "2025-06-09"}}));
    tables.push_back(table_of("ucdp-candidate", "25.0.1 to 25.0.6", {{"1", "2025-06-02"}, {"3", "2025-02-01"}}));
    tables.push_back(table_of("ucdp-candidate", "25.0.7", {{"3", "2025-02-01"}, {"4", "2025-07-01"}}));
    const auto out = join_releases(std::move(tables));
    check_account(out);
    // 2 is no longer in the quarter's revised release; 3 was told again in July, with its own date.
    CHECK(ids(out.table) == "3 1 4");
    CHECK(out.files[0].replaced_by_id == 1);
    CHECK(out.files[0].replaced_by_release == 1);
    CHECK(out.files[1].replaced_by_id == 1);
}

TEST_CASE("joining is settled by joining once") {
    auto first = join_two(table_of("ucdp-ged", "23.1", {{"1", "2019-05-01"}, {"2", "2019-05-02"}}),
                          table_of("ucdp-ged", "24.1", {{"1", "2019-05-01"}, {"9", "2019-12-30"}}));
    std::vector<EventTable> again;
    again.push_back(std::move(first.table));
    const auto out = join_releases(std::move(again));
    check_account(out);
    CHECK(ids(out.table) == "1 2 9");
    CHECK(join_releases({}).table.size() == 0);
}

TEST_CASE("rows of the same release are copies, and no older release") {
    const std::vector<Row> rows{{"1", "2019-01-01"}, {"2", "2019-02-01"}};
    const auto twice = join_two(table_of("ucdp-ged", "25.1", rows), table_of("ucdp-ged", "25.1", rows));
    check_account(twice);
    CHECK(twice.table.size() == 2);
    CHECK(twice.files[0].copies == 2);
    CHECK(twice.files[0].replaced_by_id == 0);
    // The same file, of which no release is known.
    const auto same_file = join_two(table_of("acled", "", rows), table_of("acled", "", rows));
    CHECK(same_file.files[0].copies == 2);
    // A third file that is newer has replaced both.
    std::vector<EventTable> three;
    three.push_back(table_of("ucdp-ged", "25.1", rows));
    three.push_back(table_of("ucdp-ged", "25.1", rows));
    three.push_back(table_of("ucdp-ged", "26.1", {{"1", "2019-01-01"}}));
    const auto newer = join_releases(std::move(three));
    check_account(newer);
    CHECK(newer.files[0].copies == 1);
    CHECK(newer.files[0].replaced_by_id == 1);
    CHECK(newer.files[1].replaced_by_id == 1);
}
