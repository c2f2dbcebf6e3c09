// Colours as 8-bit sRGB with straight (not premultiplied) alpha.
#pragma once

#include <cstdint>
#include <string_view>

namespace harmattan::base {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;

    friend bool operator==(Colour, Colour) = default;
};

// "#RRGGBB" or "#RRGGBBAA"; throws Error "colour.unreadable".
Colour colour_from_hex(std::string_view text);

// `share` 0 gives `a`, 1 gives `b`; mixed in sRGB, as design programs do. Alpha is mixed too.
Colour mixed(Colour a, Colour b, double share);

// The colour with its alpha multiplied by `opacity` (0 to 1).
Colour faded(Colour colour, double opacity);

// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio" and "relative luminance").
double contrast_ratio(Colour a, Colour b);

}  // namespace harmattan::base
