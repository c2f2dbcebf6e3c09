#include "app/get_data.h"

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include "support/catch.h"
#include "support/download_server.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using test::DownloadServer;

namespace {

std::string some_bytes(std::size_t size) {
    std::mt19937 random(1);
    std::string bytes = "PK\x03\x04";
    while (bytes.size() < size) bytes += static_cast<char>(random());
    return bytes;
}

// Made-up rows in the columns of UCDP Candidate.
std::string candidate_rows(int count) {
    std::string text =
        "id,type_of_violence,conflict_name,side_a,side_b,date_start,latitude,longitude,country,best\n";
    for (int i = 0; i < count; ++i)
        text += std::to_string(i) + ",1,Made-up conflict,Side A,Side B,2025-06-02,14.5,-3.5,Mali,1\n";
    return text;
}

const std::string content = some_bytes(1'000'000);

struct Attempt {
    test::TemporaryFolder folder;
    std::atomic<int> wakes = 0;

    app::FetchEnd from(const DownloadServer& server, std::uint64_t cancel_after = ~std::uint64_t(0)) {
        fetch::FetchOptions options;
        options.base = server.address();
        options.limits = {5, 1, 5, std::uint64_t(1) << 30};
        app::FetchTask task(fetch::ged_release("99.1"), folder.path(), options, [this] { ++wakes; });
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!task.end() && std::chrono::steady_clock::now() < patience) {
            if (task.progress().done_bytes >= cancel_after) task.cancel();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        REQUIRE(task.end());
        return *task.end();
    }
};

}  // namespace

TEST_CASE("a fetching goes on beside the window, can be cancelled, and goes on where it was") {
    Attempt attempt;
    const DownloadServer server(content, {"slow=200000"});
    const auto stopped = attempt.from(server, 200000);
    CHECK_FALSE(stopped.fetched);
    REQUIRE(stopped.fault);
    CHECK(stopped.fault->key() == "fetch.cancelled");
    const auto end = attempt.from(server);
    REQUIRE(end.fetched);
    CHECK(end.fetched->was_resumed);
    CHECK((test::text_of(end.fetched->file) == content));
    CHECK(attempt.wakes > 0);
    CHECK_THAT(app::checksum_words(base::Language::en, *end.fetched),
               test::ContainsSubstring(end.fetched->sha256));
}

TEST_CASE("nothing is fetched before it is asked for, and a release that is none is told") {
    app::GetData get;
    CHECK_FALSE(get.is_running());
    CHECK_FALSE(get.take_file());
    CHECK(get.version == fetch::newest_ged_version());
    get.version = "yesterday";
    get.start([] {});
    CHECK_FALSE(get.is_running());
    REQUIRE(get.fault());
    CHECK(get.fault()->key() == "fetch.version_unreadable");
}

TEST_CASE("a month of Candidate is chosen as get --month chooses it") {
    app::GetData get(*base::parse_iso_day("2026-12-01"));
    CHECK(get.dataset == app::Dataset::ged_release);
    CHECK(get.download().title == "UCDP GED " + fetch::newest_ged_version());
    get.dataset = app::Dataset::candidate_month;
    CHECK(get.month == "2026-10");
    CHECK(get.download().is_provisional);
    CHECK(get.download().path == "candidateged/GEDEvent_v26_0_10.csv");
    get.month = "October";
    CHECK_THROWS_AS(get.download(), base::Error);
    get.start([] {});
    CHECK_FALSE(get.is_running());
    REQUIRE(get.fault());
    CHECK(get.fault()->key() == "fetch.month_unreadable");
}

namespace {

// June 2025 of Candidate from a server on this machine into XDG_DATA_HOME; cancelled once something has come,
// where it is asked to be.
std::optional<std::filesystem::path> month_from(const DownloadServer& server, bool is_cancelled) {
    ::setenv("HARMATTAN_DOWNLOAD_BASE", server.address().c_str(), 1);
    app::GetData get(*base::parse_iso_day("2025-08-01"));
    get.dataset = app::Dataset::candidate_month;
    get.start([] {});
    ::unsetenv("HARMATTAN_DOWNLOAD_BASE");
    std::optional<std::filesystem::path> file;
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (get.is_running() && std::chrono::steady_clock::now() < patience) {
        if (is_cancelled && get.task()->progress().done_bytes > 0) get.cancel();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        file = get.take_file();
    }
    if (is_cancelled) {
        REQUIRE(get.fault());
        CHECK(get.fault()->key() == "fetch.cancelled");
    }
    return file;
}

}  // namespace

TEST_CASE("a month that was cancelled is gone on with") {
    const test::TemporaryFolder folder;
    ::setenv("XDG_DATA_HOME", folder.path().c_str(), 1);
    const std::string text = candidate_rows(20000);
    const auto whole = folder / "harmattan/GEDEvent_v25_0_6.csv",
               part = folder / "harmattan/GEDEvent_v25_0_6.csv.part";
    const DownloadServer server(text, {"slow=200000"});
    CHECK_FALSE(month_from(server, true));
    REQUIRE(std::filesystem::exists(part));
    const auto kept = std::filesystem::file_size(part);
    const auto file = month_from(server, false);
    ::unsetenv("XDG_DATA_HOME");
    CHECK(file == whole);
    CHECK((test::text_of(whole) == text));
    CHECK(server.requests().back() ==
          "GET /candidateged/GEDEvent_v25_0_6.csv bytes=" + std::to_string(kept) + "- \"first\"");
}

TEST_CASE("progress says what an earlier attempt had brought") {
    CHECK(app::words_of(base::Language::en, {1234, 5000, 0}) == "1,234 of 5,000 bytes");
    CHECK(app::words_of(base::Language::en, {1234, 0, 0}) == "1,234 bytes");
    CHECK_THAT(app::words_of(base::Language::en, {1234, 5000, 1000}), test::ContainsSubstring("1,000"));
}
