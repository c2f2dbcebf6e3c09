#include "base/resources.h"

#include <algorithm>

#include "base/error.h"
#include "support/catch.h"
#include "support/source_tree.h"

using namespace harmattan::base;
using namespace harmattan::test;

TEST_CASE("embedded files have the bytes of the repository's") {
    const auto names = resource_names("data/");
    CHECK(names.size() >= 4);
    CHECK(std::is_sorted(names.begin(), names.end()));
    for (const auto& name : names) {
        INFO(name);
        CHECK(resource_text(name) == text_of(source_folder() / name));
    }
}

TEST_CASE("the fonts are there") {
    for (const char* name :
         {"fonts/NotoSans-Regular.ttf", "fonts/NotoSans-Bold.ttf", "fonts/NotoSans-Italic.ttf"}) {
        INFO(name);
        REQUIRE(has_resource(name));
        // OpenType, "The OpenType font file": a font with TrueType outlines begins with 0x00010000.
        CHECK(resource_text(name).substr(0, 4) == std::string_view("\0\1\0\0", 4));
        CHECK(resource(name).size() > 100'000);
    }
}

TEST_CASE("a file that is not embedded") {
    CHECK_FALSE(has_resource("data/nothing.csv"));
    CHECK_FALSE(has_resource(""));
    CHECK(resource_names("nothing/").empty());
    CHECK_THROWS_AS(resource("data/nothing.csv"), Error);
}
