#include <fstream>
#include <set>

#include "base/error.h"
#include "record/film.h"
#include "record/map_like_frame.h"
#include "support/catch.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

constexpr base::PixelSize size{64, 48};

void record_frames(const std::filesystem::path& folder, std::int64_t first, std::int64_t end, bool force) {
    const auto sink = record::png_folder_sink(folder, {}, force);
    for (std::int64_t i = first; i < end; ++i) {
        base::Image frame = test::map_like_frame(size, i);
        sink->add(frame, i);
    }
    sink->finish();
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

}  // namespace

TEST_CASE("frames stand in a folder by their number") {
    const test::TemporaryFolder folder;
    record_frames((folder / "film").string() + "/", 8, 11, false);
    CHECK(names_in(folder.path()) == std::set<std::string>{"film"});
    CHECK(names_in(folder / "film") ==
          std::set<std::string>{"frame-000008.png", "frame-000009.png", "frame-000010.png"});
    const auto bytes = record::encode_png(test::map_like_frame(size, 9));
    const std::string expected(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    CHECK(test::text_of(folder / "film" / "frame-000009.png") == expected);
}

TEST_CASE("frames that are there already are replaced only when asked and other files stay") {
    const test::TemporaryFolder folder;
    record_frames(folder / "film", 0, 4, false);
    std::ofstream(folder / "film" / "notes.txt") << "mine";
    try {
        record_frames(folder / "film", 0, 2, false);
        FAIL("frames were replaced without being asked");
    } catch (const base::Error& error) {
        CHECK(error.key() == "film.folder_not_empty");
    }
    CHECK(names_in(folder / "film").size() == 5);
    record_frames(folder / "film", 0, 2, true);
    CHECK(names_in(folder / "film") == std::set<std::string>{"frame-000000.png", "frame-000001.png", "notes.txt"});
    CHECK(names_in(folder.path()) == std::set<std::string>{"film"});
}

TEST_CASE("frames given up leave no trace") {
    const test::TemporaryFolder folder;
    {
        const auto sink = record::png_folder_sink(folder / "film", {}, false);
        base::Image frame = test::map_like_frame(size, 0);
        sink->add(frame, 0);
    }
    CHECK(names_in(folder.path()).empty());
}

TEST_CASE("a folder of frames needs a folder to stand in") {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "file") << "x";
    CHECK_THROWS_AS(record::png_folder_sink(folder / "no" / "film", {}, false), base::Error);
    CHECK_THROWS_AS(record::png_folder_sink(folder / "file", {}, true), base::Error);
}
