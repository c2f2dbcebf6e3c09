// Against published data, where it is at hand. The expected figures are what Python's csv module makes of the same
// files: tests/io/data/count_ged.py FILE.csv
#include <fstream>
#include <map>

#include "base/error.h"
#include "io/event_reader.h"
#include "support/catch.h"
#include "support/run_program.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using events::Text;
using Sums = std::array<std::int64_t, events::violence_type_count>;

namespace {

Sums best_by_type(const events::EventTable& table) {
    Sums sums{};
    for (std::size_t row = 0; row < table.size(); ++row)
        sums[static_cast<std::size_t>(table.type()[row])] += table.best()[row];
    return sums;
}

std::string first_and_last(const events::EventTable& table) {
    return base::iso(table.days().first) + " " + base::iso(table.days().last);
}

std::size_t row_with_id(const events::EventTable& table, std::string_view id) {
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.text(Text::id).at(row) == id) return row;
    FAIL("no event " << id);
    return 0;
}

}  // namespace

TEST_CASE("UCDP GED's 49 columns") {
    const auto file = test::shared_data("ged_23.1_sample1000_full49.csv");
    const auto [table, report] = io::read_events(file);
    CHECK(report.layout == "UCDP GED");
    CHECK(report.records == 1000);
    CHECK(report.kept == 1000);
    CHECK(first_and_last(table) == "1989-01-07 2022-12-19");
    CHECK(best_by_type(table) == Sums{3914, 3752, 1895, 0});
    CHECK(report.where_precision_missing == 0);
    CHECK(report.date_precision_missing == 0);
    CHECK(table.text(Text::country).dictionary().size() == 1 + 59);
    CHECK(table.text(Text::side_a).dictionary().size() == 1 + 152);

    const std::size_t row = row_with_id(table, "21300");
    CHECK(table.text(Text::place).at(row) == "Lunda Sul province");
    CHECK(table.text(Text::region).at(row) == "Lunda Sul province");
    CHECK(table.text(Text::country).at(row) == "Angola");
    CHECK(base::iso(table.first_day()[row]) == "1989-05-10");
    CHECK(base::iso(table.last_day()[row]) == "1989-05-16");
    CHECK(table.where_precision()[row] == 4);
    CHECK(table.date_precision()[row] == 3);
    CHECK(table.lat_deg()[row] == -9.65);
    CHECK(table.lon_deg()[row] == 20.4);

    // Long text is fetched from its place in the file.
    CHECK(io::fetch_field(file, table.origin()[row], "source_article") ==
          "Reuters 1989-05-17 \"ANGOLAN UNITA REBELS BLOW UP POWER LINES DURING PEACE SUMMIT");
    const std::string article =
        io::fetch_field(file, table.origin()[row_with_id(table, "47642")], "source_article");
    CHECK(article.size() == 1831);
    CHECK(article.ends_with("VDC,2012-05-17,Name\tAbdulmajid Nedal Salloum Al-Abd\""));
    CHECK(article.starts_with("\"VDC,2012-05-15,Name\t"));
    CHECK_THROWS_AS(io::fetch_field(file, table.origin()[row], "no_such_column"), base::Error);
    events::RowOrigin elsewhere = table.origin()[row];
    elsewhere.position += 40;
    CHECK_THROWS_AS(io::fetch_field(file, elsewhere, "source_article"), base::Error);
}

TEST_CASE("the 15-column cut of UCDP GED for West Africa") {
    const auto [table, report] = io::read_events(test::shared_data("ged_21.1_prec12_west_africa_gedcols.csv"));
    CHECK(report.records == 7784);
    CHECK(report.kept == 7784);
    CHECK(first_and_last(table) == "2010-01-07 2020-12-31");
    CHECK(best_by_type(table) == Sums{27559, 13385, 24679, 0});
    CHECK(report.where_precision_missing == 7784);
    CHECK(report.date_precision_missing == 7784);
    CHECK(table.text(Text::country).dictionary().size() == 1 + 21);
}

TEST_CASE("UCDP's world table with the date in parts and types in words") {
    const auto archive = test::shared_data("ged_21.1_prec12_world.csv.zip");
    const test::TemporaryFolder folder;
    const auto unzipped =
        test::run_program({"python3", {"-m", "zipfile", "-e", archive.string(), folder.path().string()}});
    if (unzipped.exit_status != 0) HARMATTAN_SKIP("the archive cannot be opened without Python");
    const auto [table, report] = io::read_events(folder / "ged_21.1_prec12_world.csv");
    CHECK(report.records == 176579);
    CHECK(report.kept == 176579);
    CHECK(first_and_last(table) == "1989-01-01 2020-12-31");
    CHECK(best_by_type(table) == Sums{884437, 167608, 745726, 0});
    CHECK(std::is_sorted(table.first_day().begin(), table.first_day().end()));
}
