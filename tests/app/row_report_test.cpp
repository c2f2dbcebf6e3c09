#include "app/row_report.h"

#include "support/catch.h"

using namespace harmattan;
using app::RowReport;

namespace {

io::RowProblem problem(std::uint64_t line, const std::string& key, const std::string& value) {
    return {line, "latitude", key, {{"value", value}}, line * 10};
}

// Two made-up tables: of the first one rejection more is counted than listed.
std::vector<io::ReadReport> tables() {
    std::vector<io::ReadReport> reports(2);
    reports[0].file = "/made/up/a.csv";
    reports[0].records = 10;
    for (const auto& one : {problem(3, "row.latitude_range", "95"), problem(7, "row.date_missing", ""),
                            problem(9, "row.latitude_range", "96"), problem(10, "row.latitude_range", "97")})
        io::add_rejection(reports[0], one);
    reports[0].problems.pop_back();
    io::add_warning(reports[0], problem(2, "row.at_sea", "1"));
    reports[0].kept = 6;
    reports[1].file = "b.csv";
    reports[1].records = reports[1].kept = 5;
    io::add_warning(reports[1], problem(4, "row.at_sea", "2"));
    return reports;
}

}  // namespace

TEST_CASE("every row of every table is accounted for") {
    const RowReport report(tables());
    CHECK(report.records() == 15);
    CHECK(report.rejected() == 4);
    CHECK(report.warnings() == 2);
    REQUIRE(report.rows().size() == 5);
    CHECK(report.unlisted() == 1);
    CHECK(report.rows()[0] == app::ListedRow{0, 0, true});
    CHECK(report.rows()[4] == app::ListedRow{1, 0, false});
    CHECK(report.problem(report.rows()[2]).line == 9);
    CHECK(report.table_of(report.rows()[4]).file == "b.csv");
}

TEST_CASE("rows are chosen by reason and by table") {
    RowReport report(tables());
    const auto reasons = report.reasons();
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].key == "row.latitude_range");
    CHECK(reasons[0].count == 3);
    CHECK(reasons[0].is_rejected);
    CHECK(reasons[2].key == "row.at_sea");
    CHECK(reasons[2].count == 2);
    CHECK_FALSE(reasons[2].is_rejected);
    report.choose_reason(reasons[0]);
    CHECK(report.rows().size() == 2);
    CHECK(report.unlisted() == 1);
    report.choose_reason(reasons[2]);
    CHECK(report.rows().size() == 2);
    CHECK(report.unlisted() == 0);
    report.choose_table(1);
    CHECK_FALSE(report.reason());
    CHECK(report.reasons().size() == 1);
    CHECK(report.rows().size() == 1);
    report.choose_table({});
    CHECK(report.rows().size() == 5);
}

TEST_CASE("a row is named by file and line, and its value is that of the file") {
    const RowReport report(tables());
    const auto& first = report.problem(report.rows()[0]);
    CHECK(app::place_of(report.tables()[0], first) == "/made/up/a.csv:3");
    CHECK(app::value_of(first) == "95");
    CHECK(app::value_of({1, "country", "row.outside_country", {{"latitude", "2"}, {"country", "Mali"}}, 0}) ==
          "Mali");
    CHECK(app::value_of({1, "", "row.field_count", {{"found", "3"}}, 0}).empty());
}
