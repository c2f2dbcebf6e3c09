#include "fetch/fetch.h"

#include <sys/file.h>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include "base/error.h"
#include "fetch/sha256.h"
#include "support/catch.h"
#include "support/download_server.h"
#include "support/run_program.h"
#include "support/source_tree.h"

using namespace harmattan;
using fetch::Fetched;
using test::DownloadServer;
using test::text_of;
using Requests = std::vector<std::string>;

namespace {

std::string some_bytes(std::size_t size) {
    std::mt19937 random(1);
    std::string bytes = "PK\x03\x04";
    while (bytes.size() < size) bytes += static_cast<char>(random());
    return bytes;
}

const std::string content = some_bytes(1'000'000);

fetch::Download made_up_release() {
    fetch::Download download;
    download.title = "UCDP GED 99.1";
    download.path = "ged/ged991-csv.zip";
    download.file_name = "ged991-csv.zip";
    download.is_zip = true;
    return download;
}

// One attempt of a user's, into a folder of its own.
struct Attempt {
    test::TemporaryFolder folder;
    fetch::Download download = made_up_release();
    fetch::FetchOptions options{"", {5, 1, 5, std::uint64_t(1) << 30}, false, false};
    fetch::OnProgress on_progress;

    std::filesystem::path target() const { return folder / download.file_name; }
    std::filesystem::path part() const { return folder / (download.file_name + ".part"); }
    bool left_nothing() const { return std::filesystem::is_empty(folder.path()); }

    Fetched from(const std::string& base) {
        options.base = base;
        return fetch::fetch(download, folder.path(), options, on_progress);
    }
    // The error's sentence; "none" when there is none.
    std::string error_from(const std::string& base) {
        try {
            from(base);
        } catch (const base::Error& error) {
            return error.key() + ": " + error.what();
        }
        return "none";
    }
};

}  // namespace

TEST_CASE("a file is fetched whole, read-only, with its checksum beside it") {
    const DownloadServer server(content);
    Attempt attempt;
    std::uint64_t last_done = 0, last_whole = 0;
    attempt.on_progress = [&](const fetch::FetchProgress& progress) {
        CHECK(progress.done_bytes >= last_done);
        last_done = progress.done_bytes;
        last_whole = progress.whole_bytes;
        return true;
    };
    const Fetched fetched = attempt.from(server.address());
    CHECK(fetched.file == attempt.target());
    CHECK(fetched.size_bytes == content.size());
    CHECK_FALSE(fetched.was_there);
    CHECK_FALSE(fetched.was_resumed);
    CHECK(fetched.check == Fetched::Check::none);
    CHECK((text_of(attempt.target()) == content));
    CHECK(last_done == content.size());
    CHECK(last_whole == content.size());
    const auto rights = std::filesystem::status(attempt.target()).permissions();
    CHECK((rights & std::filesystem::perms(0777)) == std::filesystem::perms(0444));
    CHECK_THAT(text_of(attempt.target().string() + ".sha256"),
               test::ContainsSubstring(fetched.sha256 + "  ged991-csv.zip\n"));
    CHECK_FALSE(std::filesystem::exists(attempt.part()));
    CHECK_FALSE(std::filesystem::exists(attempt.part().string() + ".info"));
    CHECK(server.requests() == Requests{"GET /ged/ged991-csv.zip - -"});

    attempt.on_progress = {};
    const Fetched again = attempt.from(server.address());
    CHECK(again.was_there);
    CHECK(again.check == Fetched::Check::recorded);
    CHECK(server.requests().size() == 1);
    attempt.options.force = true;
    CHECK_FALSE(attempt.from(server.address()).was_there);
    CHECK(server.requests().size() == 2);
}

TEST_CASE("a copy that was changed is told") {
    const DownloadServer server(content);
    Attempt attempt;
    attempt.from(server.address());
    std::filesystem::permissions(attempt.target(), std::filesystem::perms(0644));
    std::ofstream(attempt.target(), std::ios::app) << "x";
    CHECK_THAT(attempt.error_from(server.address()), test::ContainsSubstring("fetch.damaged_copy"));
    attempt.options.force = true;
    CHECK(attempt.from(server.address()).size_bytes == content.size());
}

TEST_CASE("what breaks off is gone on with, at once and by the next attempt") {
    Attempt attempt;
    {
        const DownloadServer server(content, {"cut=300000"});
        const Fetched fetched = attempt.from(server.address());  // four pieces
        CHECK((text_of(attempt.target()) == content));
        CHECK_FALSE(fetched.was_resumed);
        CHECK(server.requests() == Requests{"GET /ged/ged991-csv.zip - -",
                                            "GET /ged/ged991-csv.zip bytes=300000- \"first\"",
                                            "GET /ged/ged991-csv.zip bytes=600000- \"first\"",
                                            "GET /ged/ged991-csv.zip bytes=900000- \"first\""});
    }
    const DownloadServer server(content, {"slow=100000"});
    attempt.options.force = true;
    attempt.on_progress = [](const fetch::FetchProgress& progress) { return progress.done_bytes < 200000; };
    const std::string stopped = attempt.error_from(server.address());
    CHECK_THAT(stopped, test::ContainsSubstring("fetch.cancelled: stopped as asked"));
    const auto kept = std::filesystem::file_size(attempt.part());
    CHECK(kept >= 200000);
    CHECK(kept < content.size());
    attempt.on_progress = [&](const fetch::FetchProgress& progress) {
        CHECK(progress.kept_bytes == kept);
        return true;
    };
    const Fetched fetched = attempt.from(server.address());
    CHECK(fetched.was_resumed);
    CHECK((text_of(attempt.target()) == content));
    CHECK(server.requests().back() == "GET /ged/ged991-csv.zip bytes=" + std::to_string(kept) + "- \"first\"");
}

TEST_CASE("a part of another version is not gone on with") {
    const std::vector<std::vector<std::string>> servers{{"etag=second"},
                                                        {"etag=second", "no_range"},
                                                        {"etag=second", "ignore_if"},
                                                        {"weak"},
                                                        {"ignore_if", "no_mark"}};
    for (const auto& modes : servers) {
        INFO("server: " << modes.front() << " " << modes.back());
        const DownloadServer server(content, modes);
        Attempt attempt;
        std::ofstream(attempt.part(), std::ios::binary) << std::string(500000, 'o');
        std::ofstream(attempt.part().string() + ".info") << server.address() + "ged/ged991-csv.zip\n\"first\"\n";
        const Fetched fetched = attempt.from(server.address());
        CHECK((text_of(attempt.target()) == content));
        CHECK_FALSE(fetched.was_resumed);
        CHECK(server.requests().front() == "GET /ged/ged991-csv.zip bytes=500000- \"first\"");
    }
}

TEST_CASE("a part of another file, or one that nothing is known of, is not gone on with") {
    const DownloadServer server(content);
    Attempt attempt;
    std::ofstream(attempt.part(), std::ios::binary) << std::string(500000, 'o');
    SECTION("no mark") {}
    SECTION("another address") {
        std::ofstream(attempt.part().string() + ".info") << "http://127.0.0.1:9/x\n\"first\"\n";
    }
    attempt.from(server.address());
    CHECK((text_of(attempt.target()) == content));
    CHECK(server.requests() == Requests{"GET /ged/ged991-csv.zip - -"});
}

TEST_CASE("a date stands in for a weak mark") {
    const DownloadServer server(content, {"weak", "cut=600000"});
    Attempt attempt;
    attempt.from(server.address());
    CHECK((text_of(attempt.target()) == content));
    CHECK(server.requests().at(1) == "GET /ged/ged991-csv.zip bytes=600000- Mon, 08 Jun 2026 19:54:24 GMT");
}

TEST_CASE("a part that is whole already only gets its name") {
    Attempt attempt;
    const DownloadServer server(content);
    std::ofstream(attempt.part(), std::ios::binary) << content;
    std::ofstream(attempt.part().string() + ".info") << server.address() + "ged/ged991-csv.zip\n\"first\"\n";
    CHECK(attempt.from(server.address()).was_resumed);
    CHECK((text_of(attempt.target()) == content));
    CHECK(server.requests() == Requests{"GET /ged/ged991-csv.zip bytes=1000000- \"first\""});
}

TEST_CASE("a connection that brings nothing more ends the attempt and keeps the part") {
    const DownloadServer stalling(content, {"stall=600000"});
    Attempt attempt;
    CHECK(attempt.error_from(stalling.address()) == "none");  // two pieces
    CHECK(stalling.requests().size() == 2);
    Attempt other;
    const DownloadServer dead(content, {"stall=0"});
    std::string error = other.error_from(dead.address());
    CHECK_THAT(error, test::ContainsSubstring("fetch.timeout") && test::ContainsSubstring("127.0.0.1"));
    CHECK(other.left_nothing());
    const DownloadServer markless(content, {"cut=400000", "no_mark"});
    error = other.error_from(markless.address());
    CHECK_THAT(error, test::ContainsSubstring("fetch.broken_off") && test::ContainsSubstring("0.4 of 1.0 MB"));
}

TEST_CASE("without a stated length the end of the connection is the end of the file") {
    const DownloadServer server(content, {"no_length"});
    Attempt attempt;
    CHECK(attempt.from(server.address()).size_bytes == content.size());
}

TEST_CASE("what is not the known file is not kept") {
    const DownloadServer server(content);
    Attempt attempt;
    attempt.download.sha256 = std::string(64, '0');
    CHECK_THAT(attempt.error_from(server.address()),
               test::ContainsSubstring("fetch.wrong_sum") && test::ContainsSubstring("instead of 0000"));
    CHECK(attempt.left_nothing());
    attempt.download.size_bytes = 999;
    CHECK_THAT(attempt.error_from(server.address()), test::ContainsSubstring("fetch.wrong_size"));
    CHECK(attempt.left_nothing());
    attempt.options.unchecked = true;
    const Fetched fetched = attempt.from(server.address());
    CHECK(fetched.check == Fetched::Check::differs);
    CHECK(attempt.from(server.address()).check == Fetched::Check::differs);  // and still knows it
    attempt.download.sha256 = fetched.sha256;
    CHECK(attempt.from(server.address()).check == Fetched::Check::known);
}

TEST_CASE("a page that comes instead of the data is told") {
    const DownloadServer server("<!DOCTYPE html><title>Please log in</title>, please");
    Attempt attempt;
    CHECK_THAT(attempt.error_from(server.address()), test::ContainsSubstring("begins with \"<!DOCTYPE html>"));
    CHECK(attempt.left_nothing());
    attempt.download.is_zip = false;
    CHECK_THAT(attempt.error_from(server.address()), test::ContainsSubstring("fetch.not_the_file"));
    CHECK_THAT(attempt.error_from(DownloadServer(content).address()),
               test::ContainsSubstring("fetch.not_the_file"));
    const DownloadServer csv("id,relid,year\n1,2,2025\n");
    CHECK(attempt.from(csv.address()).size_bytes == 23);
    attempt.options.force = true;
    const DownloadServer empty("");
    CHECK_THAT(attempt.error_from(empty.address()), test::ContainsSubstring("fetch.not_the_file"));
    CHECK(std::filesystem::file_size(attempt.target()) == 23);  // what was there stays
}

TEST_CASE("what the server refuses is told") {
    Attempt attempt;
    const DownloadServer without(content, {"status=404"});
    CHECK_THAT(attempt.error_from(without.address()),
               test::ContainsSubstring("fetch.not_there: UCDP does not have UCDP GED 99.1 at http://127.0.0.1"));
    const DownloadServer busy(content, {"status=503"});
    CHECK_THAT(attempt.error_from(busy.address()), test::ContainsSubstring("the server answers 503"));
    CHECK_THAT(attempt.error_from("http://127.0.0.1:1/"), test::ContainsSubstring("fetch.no_connection"));
    CHECK(attempt.left_nothing());
}

TEST_CASE("files that are too large are refused, whatever the server says of their size") {
    Attempt attempt;
    attempt.options.limits.most_bytes = 500000;
    const DownloadServer honest(content), silent(content, {"no_length"}),
        boasting(content, {"length=900000000000"});
    for (const DownloadServer* server : {&honest, &silent, &boasting}) {
        CHECK_THAT(attempt.error_from(server->address()), test::ContainsSubstring("fetch.too_large"));
        CHECK(attempt.left_nothing());
    }
    attempt.options.limits.most_bytes = ~std::uint64_t(0);
    const DownloadServer vast(content, {"length=9000000000000000"});
    CHECK_THAT(attempt.error_from(vast.address()), test::ContainsSubstring("fetch.no_space"));
    CHECK(attempt.left_nothing());
}

TEST_CASE("redirects are followed to this machine or https alone, and not for ever") {
    Attempt attempt;
    const DownloadServer target(content);
    const DownloadServer server(content, {"redirect=" + target.address() + "moved/x.zip"});
    CHECK(attempt.from(server.address()).size_bytes == content.size());
    CHECK(target.requests() == Requests{"GET /moved/x.zip - -"});

    Attempt other;
    const DownloadServer looping(content, {"loop"});
    CHECK_THAT(other.error_from(looping.address()), test::ContainsSubstring("more than 5 times"));
    CHECK(looping.requests().size() == 6);
    for (const char* address :
         {"http://192.0.2.1/x", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://127.0.0.1.example.org/"}) {
        const DownloadServer leading_away(content, {std::string("redirect=") + address});
        INFO(address);
        CHECK_THAT(other.error_from(leading_away.address()), test::ContainsSubstring("fetch.insecure_redirect"));
    }
    CHECK(other.left_nothing());
}

TEST_CASE("a certificate that nobody signed is refused") {
    const test::TemporaryFolder folder;
    const std::string pem = (folder / "both.pem").string();
    const auto made = test::run_program({"openssl",
                                         {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                                          "/CN=127.0.0.1", "-keyout", pem + ".key", "-out", pem}});
    REQUIRE(made.exit_status == 0);
    std::ofstream(pem, std::ios::app) << text_of(pem + ".key");
    const DownloadServer server(content, {"tls=" + pem});
    Attempt attempt;
    CHECK_THAT(attempt.error_from(server.address("https")), test::ContainsSubstring("fetch.certificate"));
    CHECK(attempt.left_nothing());
}

TEST_CASE("only one program fetches a file") {
    const DownloadServer server(content);
    Attempt attempt;
    const int other = ::open(attempt.part().c_str(), O_RDWR | O_CREAT, 0600);
    REQUIRE(::flock(other, LOCK_EX) == 0);
    CHECK_THAT(attempt.error_from(server.address()), test::ContainsSubstring("fetch.busy"));
    ::close(other);
    CHECK(attempt.error_from(server.address()) == "none");
}

TEST_CASE("a folder is made, and one that cannot be is told") {
    const DownloadServer server(content);
    const test::TemporaryFolder folder;
    fetch::FetchOptions options;
    options.base = server.address();
    fetch::fetch(made_up_release(), folder / "a/b", options);
    CHECK(std::filesystem::exists(folder / "a/b/ged991-csv.zip"));
    std::ofstream(folder / "file") << "x";
    try {
        fetch::fetch(made_up_release(), folder / "file/b", options);
        FAIL("nothing was thrown");
    } catch (const base::Error& error) {
        CHECK(error.key() == "fetch.no_folder");
    }
}
