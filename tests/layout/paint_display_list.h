// Paints a display list on the CPU: what the renderer does on the GPU, slowly and plainly, for tests and for
// looking.
#pragma once

#include "base/image.h"
#include "layout/display_list.h"
#include "layout/text_shaper.h"

namespace harmattan::test {

base::Image blank(base::PixelSize size, base::Colour colour);

// Shapes in their order, then all halos, then all glyphs.
void paint(base::Image& image, const layout::DisplayList& list, const layout::TextShaper& shaper);

// A filled triangle, without a soft edge.
void paint_triangle(base::Image& image, layout::PointPx a, layout::PointPx b, layout::PointPx c,
                    base::Colour colour);

// The box that all of a list's glyphs (without halos) and shapes cover, by their own numbers.
layout::RectPx extent_of(const layout::DisplayList& list, const layout::TextShaper& shaper);
layout::RectPx extent_of(const layout::Shape& shape);
layout::RectPx extent_of(const layout::PlacedGlyph& glyph, const layout::TextShaper& shaper);

}  // namespace harmattan::test
