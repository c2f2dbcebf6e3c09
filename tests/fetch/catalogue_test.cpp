#include "fetch/catalogue.h"

#include <cstdlib>

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;
using fetch::candidate_month;
using fetch::ged_release;

namespace {

template <typename Work>
std::string key_of_error(Work work) {
    try {
        work();
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

}  // namespace

// The addresses are those that data/downloads.toml gives the sources of.
TEST_CASE("releases and months have UCDP's addresses") {
    const fetch::Download ged = ged_release("25.1");
    CHECK(ged.title == "UCDP GED 25.1");
    CHECK(ged.path == "ged/ged251-csv.zip");
    CHECK(ged.file_name == "ged251-csv.zip");
    CHECK(ged.is_zip);
    CHECK_FALSE(ged.is_provisional);
    CHECK(ged.size_bytes == 29307888);
    CHECK(ged.sha256 == "e256f1fb20a579d8b2f910e5bae212f486d3002adaa2e4359ace740c737da05d");
    CHECK(ged.licence == "CC BY 4.0");
    REQUIRE(ged.citations.size() == 2);
    CHECK_THAT(ged.citations[0], test::ContainsSubstring("Davies"));
    CHECK_THAT(ged.citations[1], test::ContainsSubstring("Sundberg"));
    CHECK(ged_release("").path == "ged/ged261-csv.zip");
    CHECK(ged_release("17.1").path == "ged/ged171-csv.zip");
    CHECK_FALSE(ged_release("17.1").sha256);
    CHECK(ged_release("27.1").path == "ged/ged271-csv.zip");  // not listed, but asked for

    const fetch::Download month = candidate_month("2025-06");
    CHECK(month.title == "UCDP Candidate 2025-06");
    CHECK(month.path == "candidateged/GEDEvent_v25_0_6.csv");
    CHECK(month.file_name == "GEDEvent_v25_0_6.csv");
    CHECK_FALSE(month.is_zip);
    CHECK(month.is_provisional);
    CHECK_THAT(month.citations.at(0), test::ContainsSubstring("Hegre"));
    CHECK(candidate_month("2024-12").path == "candidateged/GEDEvent_v24_0_12.csv");
}

TEST_CASE("what is no release and no month is refused") {
    for (const char* text : {"25", "25.", "25.1.2", "2025.1", "16.2", "../../x", "2a.1", "25,1"}) {
        INFO(text);
        CHECK(key_of_error([&] { ged_release(text); }) == "fetch.version_unreadable");
    }
    for (const char* text :
         {"", "2025", "2025-6", "2025-13", "2025-00", "2017-12", "june", "2025/06", "9999-01"}) {
        INFO(text);
        CHECK(key_of_error([&] { candidate_month(text); }) == "fetch.month_unreadable");
    }
}

TEST_CASE("only this machine may stand for UCDP's server") {
    for (const char* address :
         {"http://127.0.0.1", "http://127.0.0.1:80/x", "https://127.0.0.1/", "http://[::1]:8000/"})
        CHECK(fetch::is_loopback(address));
    for (const char* address : {"http://127.0.0.1.example.org/", "http://127.0.0.1@example.org/",
                                "http://127.0.0.1:1@example.org/", "http://example.org/127.0.0.1",
                                "ftp://127.0.0.1/", "127.0.0.1", "http://localhost/", "http://127.0.0.2/"}) {
        INFO(address);
        CHECK_FALSE(fetch::is_loopback(address));
    }
    CHECK(fetch::base_address() == "https://ucdp.uu.se/downloads/");
    ::setenv("HARMATTAN_DOWNLOAD_BASE", "http://127.0.0.1:8000", 1);
    CHECK(fetch::base_address() == "http://127.0.0.1:8000/");
    ::setenv("HARMATTAN_DOWNLOAD_BASE", "https://example.org/", 1);
    CHECK(key_of_error([] { fetch::base_address(); }) == "fetch.base_not_here");
    ::unsetenv("HARMATTAN_DOWNLOAD_BASE");
}

TEST_CASE("the last month of Candidate that is out appears about the 20th of the month after") {
    const auto newest_on = [](const char* day) {
        return fetch::newest_candidate_month(*base::parse_iso_day(day));
    };
    CHECK(newest_on("2026-12-19") == "2026-10");
    CHECK(newest_on("2026-12-20") == "2026-11");
    CHECK(newest_on("2026-01-05") == "2025-11");
    CHECK(newest_on("2026-01-31") == "2025-12");
    CHECK(newest_on("2026-03-31") == "2026-02");
    CHECK(candidate_month(fetch::oldest_candidate_month()).path == "candidateged/GEDEvent_v18_0_1.csv");
    CHECK(ged_release(fetch::oldest_ged_version()).path == "ged/ged171-csv.zip");
}
