#include "app/data_fetch.h"

#include <chrono>
#include <cstdlib>

#include "support/catch.h"
#include "support/download_server.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using app::DataFetch;
using State = app::DataFetch::State;

namespace {

fetch::Download made_up_release() {
    fetch::Download download;
    download.title = "UCDP GED 99.1";
    download.path = "ged/ged991-csv.zip";
    download.file_name = "ged991-csv.zip";
    download.is_zip = true;
    return download;
}

// The address of the server for as long as it lives.
struct Served {
    explicit Served(const std::string& content, std::vector<std::string> modes = {})
        : server(content, std::move(modes)) {
        ::setenv("HARMATTAN_DOWNLOAD_BASE", server.address().c_str(), 1);
    }
    ~Served() { ::unsetenv("HARMATTAN_DOWNLOAD_BASE"); }

    test::DownloadServer server;
};

bool wait_while(const DataFetch& fetching, const std::function<bool()>& is_so) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (fetching.state() == State::running && is_so()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

const std::string content = "PK\x03\x04" + std::string(300'000, 'x');

}  // namespace

TEST_CASE("data are fetched only when asked, on another thread, and are there when it is done") {
    const Served served(content);
    const test::TemporaryFolder folder;
    DataFetch fetching;
    CHECK(fetching.state() == State::idle);
    CHECK(served.server.requests().empty());
    fetching.start(made_up_release(), folder.path());
    REQUIRE(wait_while(fetching, [] { return true; }));
    REQUIRE(fetching.state() == State::done);
    const bool is_whole = test::text_of(fetching.fetched().file) == content;
    CHECK(is_whole);
}

TEST_CASE("what was stopped is gone on with") {
    const test::TemporaryFolder folder;
    DataFetch fetching;
    {
        const Served served(content, {"slow=20000"});
        fetching.start(made_up_release(), folder.path());
        REQUIRE(wait_while(fetching, [&] { return fetching.progress().done_bytes == 0; }));
        fetching.cancel();
        REQUIRE(wait_while(fetching, [] { return true; }));
        REQUIRE(fetching.state() == State::failed);
        CHECK(fetching.error().key() == "fetch.cancelled");
        CHECK(std::filesystem::exists(folder / "ged991-csv.zip.part"));
        fetching.start(made_up_release(), folder.path());
        REQUIRE(wait_while(fetching, [] { return true; }));
    }
    REQUIRE(fetching.state() == State::done);
    CHECK(fetching.fetched().was_resumed);
    const bool is_whole = test::text_of(fetching.fetched().file) == content;
    CHECK(is_whole);
}

TEST_CASE("what cannot be fetched is told") {
    const Served served(content, {"status=404"});
    const test::TemporaryFolder folder;
    DataFetch fetching;
    fetching.start(made_up_release(), folder.path());
    REQUIRE(wait_while(fetching, [] { return true; }));
    REQUIRE(fetching.state() == State::failed);
    CHECK(fetching.error().key() == "fetch.not_there");
}
