#include "base/colour.h"

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan::base;

TEST_CASE("colours are read") {
    CHECK(colour_from_hex("#A8741A") == Colour{0xa8, 0x74, 0x1a, 0xff});
    CHECK(colour_from_hex("#a8741a80") == Colour{0xa8, 0x74, 0x1a, 0x80});
    CHECK(colour_from_hex("#00000000") == Colour{0, 0, 0, 0});
    for (const char* text : {"", "#", "A8741A", "#A8741", "#A8741AA", "#A8741G", "#-8741A", "#A8741A 0", "red"}) {
        INFO(text);
        CHECK_THROWS_AS(colour_from_hex(text), Error);
    }
}

TEST_CASE("colours are mixed and faded") {
    const Colour a{0, 100, 200, 255}, b{200, 100, 0, 55};
    CHECK(mixed(a, b, 0) == a);
    CHECK(mixed(a, b, 1) == b);
    CHECK(mixed(a, b, 0.5) == Colour{100, 100, 100, 155});
    CHECK(faded(b, 0.5) == Colour{200, 100, 0, 28});
    CHECK(faded(a, 0) == Colour{0, 100, 200, 0});
    CHECK(faded(a, 1) == a);
}
