// A table written in any dialect reads back equal; one whose dates have two meanings is refused and never guessed.
#include <cmath>
#include <fstream>

#include "base/error.h"
#include "io/event_reader.h"
#include "io/random_dialect.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using events::Text;

namespace {

constexpr std::uint64_t seeds = 600;

// As the table has them: sorted by day, those of one day in the file's order.
std::vector<test::DialectRow> sorted(std::vector<test::DialectRow> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.days.first < b.days.first; });
    return rows;
}

void check_row(const events::EventRow& read, const test::DialectRow& written) {
    constexpr double nothing_deg = 1e-11;  // a micrometre on the ground: minutes and seconds are rounded
    CHECK(read.first_day == written.days.first);
    CHECK(read.last_day == written.days.last);
    CHECK(int(read.date_precision) == written.date_precision);
    CHECK(std::abs(read.lat_deg - written.lat_deg) < nothing_deg);
    CHECK(std::abs(read.lon_deg - written.lon_deg) < nothing_deg);
    CHECK(read.best == written.best);
    CHECK(read.low == events::fatalities_unknown);
    CHECK(read.high == events::fatalities_unknown);
    CHECK(read.type == events::ViolenceType::unknown);
    CHECK(read.weight == 1);
    CHECK(read.text(Text::id) == written.id);
    CHECK(read.text(Text::place) == written.place);
    CHECK(read.text(Text::country) == written.country);
    CHECK(read.text(Text::side_a) == written.side_a);
    CHECK(read.text(Text::note) == written.note);
    CHECK(read.text(Text::side_b).empty());
}

void check_read(const io::EventsRead& read, const test::DialectFile& file) {
    CHECK(read.report.records == file.rows.size());
    CHECK(read.report.kept == file.rows.size());
    CHECK(read.report.rejected == 0);
    REQUIRE(read.table.size() == file.rows.size());
    const auto expected = sorted(file.rows);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO("event " << i << " of the table");
        check_row(read.table.row(i), expected[i]);
    }
}

// The key of the error, or "none"; `read` is then set.
std::string read_or_key(const std::filesystem::path& path, std::optional<io::EventsRead>& read) {
    io::EventReadOptions options;
    options.checks_places = false;
    try {
        read = io::read_events(path, options);
        return "none";
    } catch (const base::Error& error) {
        return error.key() + ": " + error.what();
    }
}

}  // namespace

TEST_CASE("a table in any dialect reads back equal, and none is guessed") {
    const test::TemporaryFolder folder;
    const auto path = folder / "table";  // known by its content alone
    std::uint64_t refused = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto file = test::random_dialect(seed);
        INFO("seed " << seed << ": " << file.dialect << "\n" << file.text);
        std::ofstream(path, std::ios::binary) << file.bytes;
        std::optional<io::EventsRead> read;
        const std::string key = read_or_key(path, read);
        if (file.is_undecidable) {
            ++refused;
            CHECK_THAT(key, test::ContainsSubstring("dates.undecidable"));
        } else if (key != "none") {
            FAIL_CHECK(key);
        } else {
            check_read(*read, file);
        }
    }
    // Both kinds were among them.
    CHECK(refused > 5);
    CHECK(refused < seeds / 10);
}
