// How colours look: CIE Lab, CIEDE2000, WCAG contrast, colour blindness. Independent of the program's own colours.
#pragma once

#include <array>

#include "base/colour.h"

namespace harmattan::test {

// Linear light, 0 to 1 each (IEC 61966-2-1).
using LinearRgb = std::array<double, 3>;
LinearRgb linear_of(base::Colour colour);

// CIE 1976 L*a*b* for the white D65.
struct Lab {
    double l = 0, a = 0, b = 0;
};
Lab lab_of(LinearRgb linear);

// The colour difference CIEDE2000 (Sharma, Wu & Dalal 2005, "The CIEDE2000 color-difference formula:
// implementation notes, supplementary test data, and mathematical observations"). 1 is about just noticeable.
double ciede2000(Lab first, Lab second);

// Contrast ratio, 1 to 21 (WCAG 2.1, "contrast ratio"); text should have 4.5.
double contrast(base::Colour first, base::Colour second);

// What somebody without one kind of cone sees (Machado, Oliveira & Fernandes 2009, "A physiologically-based model
// for simulation of color vision deficiency", severity 1.0; applied to linear light).
enum class Vision { normal, protan, deutan, tritan };
LinearRgb seen_with(Vision vision, LinearRgb linear);

}  // namespace harmattan::test
