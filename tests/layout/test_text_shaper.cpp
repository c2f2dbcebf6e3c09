#include "layout/text_shaper.h"

#include "support/catch.h"

using namespace harmattan;

TEST_CASE("a space alone has a width and no ink") {
    const layout::TextShaper shaper;
    CHECK(shaper.shape(" ", layout::Face::regular, 100).width_px > 20);
}
