// The whole way: a picture is written, read, compared with a file, and kept when it differs.
#include <algorithm>
#include <filesystem>

#include "support/catch.h"
#include "support/image_compare.h"
#include "support/png_file.h"
#include "support/run_program.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan::test;
using harmattan::base::Image;

namespace {

Image checkers(int cell_px) {
    Image image{{64, 48}, {}};
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x) {
            const std::uint8_t level = (x / cell_px + y / cell_px) % 2 == 0 ? 240 : 60;
            for (const std::uint8_t value : {level, level, level, std::uint8_t{255}}) image.rgba.push_back(value);
        }
    return image;
}

}  // namespace

TEST_CASE("a PNG file gives the pixels that were written") {
    const TemporaryFolder folder;
    Image image = checkers(8);
    image.rgba[3] = 17;
    write_png(folder / "sub/picture.png", image);
    const Image read = read_png(folder / "sub/picture.png");
    CHECK(read.size == image.size);
    CHECK(read.rgba == image.rgba);
    CHECK_THROWS_AS(read_png(folder / "missing.png"), std::runtime_error);
}

TEST_CASE("the golden picture passes") {
    check_golden(checkers(8), "harness/goldens/checkers.png");
}

// Run by the next test case alone: [.] hides it.
TEST_CASE("a picture unlike the golden", "[.][must-fail]") {
    check_golden(checkers(4), "harness/goldens/checkers.png");
}

TEST_CASE("a picture unlike the golden fails and is kept beside what was expected") {
    const auto kept = build_folder() / "golden_failures" / "harness" / "goldens";
    std::filesystem::remove_all(kept);
    const auto result = run_program(
        {std::filesystem::read_symlink("/proc/self/exe"), {"[must-fail]"}, {{"HARMATTAN_UPDATE_GOLDENS", ""}}});
    CHECK(result.exit_status != 0);
    // Catch2 breaks long lines anywhere.
    std::string said = result.output;
    said.erase(std::remove_if(said.begin(), said.end(), [](char c) { return c == ' ' || c == '\n'; }), said.end());
    CHECK_THAT(said, ContainsSubstring("differvisibly"));
    for (const char* name : {"checkers.actual.png", "checkers.expected.png", "checkers.difference.png"}) {
        INFO(name);
        CHECK(std::filesystem::exists(kept / name));
        CHECK_THAT(said, ContainsSubstring(name));
    }
    CHECK(read_png(kept / "checkers.actual.png").rgba == checkers(4).rgba);
}
