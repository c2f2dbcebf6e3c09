#include "io/access_dates.h"

#include <fstream>

#include "base/error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using namespace harmattan::io;

TEST_CASE("days of access are kept by dataset, file and size") {
    const test::TemporaryFolder folder;
    const auto config = folder / "deep" / "er" / "credits.toml";
    const auto data = folder / "a \"b\" \\ é\t.csv";
    std::ofstream(data) << "12345";
    const base::Day day = base::day_of({2025, 6, 1});
    {
        AccessDates dates(config);
        CHECK_FALSE(dates.find("acled", data));
        dates.remember("acled", data, day);
        dates.remember("acled", folder / "other.csv", day + 1);
        dates.remember("acled", data, day + 2);
    }
    const AccessDates again(config);
    CHECK(again.find("acled", data) == day + 2);
    CHECK_FALSE(again.find("gtd", data));
    std::ofstream(data) << "123456";
    CHECK_FALSE(again.find("acled", data));
}

TEST_CASE("a broken file of days of access is named") {
    const test::TemporaryFolder folder;
    for (const char* broken :
         {"version", "version = 2\n", "version = 1\nx = 1\n", "version = 1\n[[access]]\ndataset = \"a\"\n",
          "version = 1\n[[access]]\ndataset = \"a\"\nfile = \"b\"\naccessed = 2025-02-30\n"}) {
        CAPTURE(broken);
        std::ofstream(folder / "credits.toml") << broken;
        try {
            const AccessDates dates(folder / "credits.toml");
            FAIL("no error");
        } catch (const base::Error& error) {
            CHECK(error.key() == "credits.unreadable");
            CHECK_THAT(error.what(), test::ContainsSubstring("credits.toml"));
        }
    }
}

TEST_CASE("without a home nothing is kept, and nothing fails") {
    AccessDates dates(std::filesystem::path{});
    dates.remember("acled", "a.csv", base::Day{1});
    CHECK_FALSE(dates.find("acled", "a.csv"));
}
