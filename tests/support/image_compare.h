// Is a picture the one expected, as far as a person can see?
#pragma once

#include <string>

#include "base/image.h"

namespace harmattan::test {

// What two pictures may differ by. Both are first blurred with a 3x3 binomial kernel in linear light, as eyes do
// at a pixel's size, so that an edge smoothed a little otherwise counts little; then each pixel's CIEDE2000 is
// taken.
struct Tolerance {
    // A difference of 2 is what an untrained person sees side by side (1 is the laboratory's threshold).
    double visible_delta_e = 2;
    // Of all pixels, so many may differ visibly: software Mesa of Debian 12 and 13 round the coverage of edges
    // differently and their FreeTypes round outlines differently, which touches edges and glyphs alone. A ground
    // or a fill in another colour is a hundred times as many.
    double most_visible_share = 0.002;
    // No pixel may differ by more. An edge displaced by a tenth of a pixel between the strongest colours of the
    // map gives 5 to 8 after the blur; a disc of 12 px displaced by 2 px, or a letter that is missing, gives 25
    // and more.
    double greatest_delta_e = 12;
};

struct ImageDifference {
    double visible_share = 0;  // of the pixels that differ by more than Tolerance::visible_delta_e
    double greatest_delta_e = 0;
    int x = 0, y = 0;     // where the greatest lies
    base::Image picture;  // the expected picture in grey, red where the difference is visible

    bool is_within(const Tolerance& tolerance) const {
        return visible_share <= tolerance.most_visible_share && greatest_delta_e <= tolerance.greatest_delta_e;
    }
};

// Both of one size (std::invalid_argument otherwise). Transparent pixels are seen over mid grey.
ImageDifference difference_of(const base::Image& actual, const base::Image& expected,
                              const Tolerance& tolerance = {});

// Fails the test case unless `actual` looks like the golden picture tests/<name>, such as
// "render/goldens/sahel_paper.png". When it fails, the actual, the expected and the difference are kept below
// golden_failures/ of the build folder and the message names them. With HARMATTAN_UPDATE_GOLDENS=1 in the
// environment the golden is rewritten in the source tree instead.
void check_golden(const base::Image& actual, const std::string& name, const Tolerance& tolerance = {});

}  // namespace harmattan::test
