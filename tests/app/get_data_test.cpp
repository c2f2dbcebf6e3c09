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

TEST_CASE("progress says what an earlier attempt had brought") {
    CHECK(app::words_of(base::Language::en, {1234, 5000, 0}) == "1,234 of 5,000 bytes");
    CHECK(app::words_of(base::Language::en, {1234, 0, 0}) == "1,234 bytes");
    CHECK_THAT(app::words_of(base::Language::en, {1234, 5000, 1000}), test::ContainsSubstring("1,000"));
}
