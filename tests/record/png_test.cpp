#include "record/png.h"

#include <cstring>

#include "base/error.h"
#include "record/map_like_frame.h"
#include "support/catch.h"
#include "support/png_file.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

std::string as_text(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

TEST_CASE("a PNG read back by libpng has the pixels that were written") {
    const test::TemporaryFolder folder;
    for (const base::PixelSize size : {base::PixelSize{1, 1}, {7, 3}, {320, 181}}) {
        const base::Image image = test::map_like_frame(size, 0);
        record::write_png(folder / "picture.png", image, {{"Title", "Événements – 2017"}});
        const base::Image read = test::read_png(folder / "picture.png");
        CHECK(read.size == size);
        CHECK(read.rgba == image.rgba);
    }
}

TEST_CASE("the same picture gives the same PNG bytes") {
    const base::Image image = test::map_like_frame({320, 180}, 3);
    CHECK(record::encode_png(image, {{"Title", "a"}}) == record::encode_png(image, {{"Title", "a"}}));
}

TEST_CASE("a PNG is RGB without alpha and says sRGB and its texts") {
    const std::string png =
        as_text(record::encode_png(test::map_like_frame({40, 30}, 0), {{"Title", "Événements"}}));
    CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
    // IHDR: width, height, 8 bits, colour type 2 (RGB), deflate, filter method 0, not interlaced.
    const std::string header("IHDR\0\0\0\x28\0\0\0\x1e\x08\x02\0\0\0", 17);
    CHECK(png.find(header) == 12);
    CHECK(png.find("sRGB") != std::string::npos);
    CHECK(png.find(std::string("iTXtTitle\0\0\0\0\0Événements", 25)) != std::string::npos);
}

TEST_CASE("a PNG of an impossible picture is an error") {
    CHECK_THROWS_AS(record::encode_png({}), base::Error);
    base::Image short_of_pixels = test::map_like_frame({8, 8}, 0);
    short_of_pixels.rgba.pop_back();
    CHECK_THROWS_AS(record::encode_png(short_of_pixels), base::Error);
}
