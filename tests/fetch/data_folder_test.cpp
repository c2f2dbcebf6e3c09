#include "fetch/data_folder.h"

#include <cstdlib>
#include <fstream>

#include "base/error.h"
#include "fetch/sha256.h"
#include "support/catch.h"
#include "support/run_program.h"
#include "support/temporary_folder.h"

using namespace harmattan;

// XDG Base Directory Specification 0.8.
TEST_CASE("the data folder is where the specification says") {
    const std::string home = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
    ::setenv("HOME", "/home/ana", 1);
    ::setenv("XDG_DATA_HOME", "/data", 1);
    CHECK(fetch::data_folder() == "/data/harmattan");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    CHECK(fetch::data_folder() == "/home/ana/.local/share/harmattan");
    ::unsetenv("XDG_DATA_HOME");
    CHECK(fetch::data_folder() == "/home/ana/.local/share/harmattan");
    ::unsetenv("HOME");
    CHECK_THROWS_AS(fetch::data_folder(), base::Error);
    ::setenv("HOME", home.c_str(), 1);
}

TEST_CASE("the files in it are listed, unfinished ones as such") {
    const test::TemporaryFolder folder;
    for (const char* name : {"b.zip", "b.zip.sha256", "a.csv.part", "a.csv.part.info", ".hidden"})
        std::ofstream(folder / name) << name;
    std::filesystem::create_directory(folder / "folder");
    const auto files = fetch::kept_files(folder.path());
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "a.csv");
    CHECK(files[0].is_partial);
    CHECK(files[1].name == "b.zip");
    CHECK_FALSE(files[1].is_partial);
    CHECK(files[1].size_bytes == 5);
    CHECK(fetch::kept_files(folder / "none").empty());
}

TEST_CASE("checksums are those of FIPS 180 and of sha256sum") {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "abc") << "abc";
    // FIPS 180-2, appendix B.1.
    CHECK(fetch::sha256_of(folder / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    std::ofstream(folder / "long") << std::string(200000, 'x');
    fetch::record_sha256(folder / "long", fetch::sha256_of(folder / "long"));
    test::Command check{"sha256sum", {"-c", "long.sha256"}};
    check.working_folder = folder.path();
    CHECK(test::run_program(check).exit_status == 0);
    CHECK(fetch::recorded_sha256(folder / "long") == fetch::sha256_of(folder / "long"));
    CHECK_FALSE(fetch::recorded_sha256(folder / "abc"));
    std::ofstream(folder / "abc.sha256") << "no checksum";
    CHECK_FALSE(fetch::recorded_sha256(folder / "abc"));
    CHECK_THROWS_AS(fetch::sha256_of(folder / "none"), base::Error);
}
