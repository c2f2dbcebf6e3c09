// One angle in a folded text, before anyone asks which axis it belongs to. Used by io/degrees_text.h.
#pragma once

#include <cstdint>
#include <string_view>

#include "io/degrees_text.h"

namespace harmattan::io {

enum class Hemisphere : std::uint8_t { none, north, south, east, west };

struct Angle {
    double deg = 0;  // with its sign: south and west negative
    Hemisphere hemisphere = Hemisphere::none;
    DegreesProblem problem = DegreesProblem::none;
};

// "n", "north", "nord", "o", "ouest" and the like in any case; none for anything else.
Hemisphere hemisphere_of(std::string_view word);

// The whole of `folded` (with its capitals kept) as one angle. The range is not checked.
Angle read_angle(std::string_view folded, NumberStyle style);

}  // namespace harmattan::io
