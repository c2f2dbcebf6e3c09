#include "story/safe_path.h"

#include <fstream>

#include "base/error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using story::fault_of;
using story::PathFault;

TEST_CASE("paths inside the story's folder are allowed") {
    for (const char* path : {"events.csv", "data/events.csv", "a..b.csv", "..hidden", "données/été.csv",
                             "./notes:2017.csv", "data/PG:x"})
        CHECK(fault_of(path) == PathFault::none);
}

TEST_CASE("paths that leave the story's folder are refused") {
    CHECK(fault_of("") == PathFault::empty);
    for (const char* path : {"../events.csv", "data/../../x.csv", "..", "a/.."})
        CHECK(fault_of(path) == PathFault::upwards);
    for (const char* path : {"/etc/passwd", "~/x.csv", "C:/x.csv", "C:x.csv", "..\\x.csv", "a\\b"})
        CHECK(fault_of(path) == PathFault::absolute);
    for (const char* path :
         {"https://example.org/x.csv", "file:///etc/passwd", "/vsicurl/http://x", "/vsizip/a.zip"})
        CHECK(fault_of(path) == PathFault::url);
    for (const char* path : {"PG:dbname=x", "mysql:x,host=192.0.2.1", "WFS:x", "notes:2017.csv"})
        CHECK(fault_of(path) == PathFault::connection);
}

TEST_CASE("a link out of the story's folder is refused") {
    const test::TemporaryFolder folder;
    const auto home = folder / "story";
    std::filesystem::create_directory(home);
    std::ofstream(folder / "secret.csv") << "x";
    std::ofstream(home / "own.csv") << "x";
    std::filesystem::create_symlink(folder / "secret.csv", home / "link.csv");
    std::filesystem::create_symlink(home / "own.csv", home / "inner.csv");
    CHECK(story::inside(home, "own.csv") == home / "own.csv");
    CHECK_NOTHROW(story::inside(home, "inner.csv"));
    CHECK_THROWS_AS(story::inside(home, "link.csv"), base::Error);
}
