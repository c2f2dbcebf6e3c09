// A glyph's halo from its coverage.
#pragma once

#include "layout/text_shaper.h"

namespace harmattan::layout {

// The bitmap grown by `radius_px` on every side, with a soft edge of one pixel. Method: exact Euclidean distance
// transform (Felzenszwalb & Huttenlocher 2012, "Distance Transforms of Sampled Functions") started from the
// sub-pixel distance that the edge pixels' coverage gives. Unlike a stroked outline it has no false holes
// where the counter of a letter is narrower than the stroke.
GlyphBitmap grown(const GlyphBitmap& glyph, float radius_px);

}  // namespace harmattan::layout
