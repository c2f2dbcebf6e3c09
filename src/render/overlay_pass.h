// The pass that draws a display list: shapes, halos, glyphs.
#pragma once

#include <vector>

#include "layout/display_list.h"
#include "layout/text_shaper.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/glyph_atlas.h"

namespace harmattan::render {

class OverlayPass {
  public:
    OverlayPass();

    // Draws the list over the bound target, whose size is `size`.
    void draw(const layout::DisplayList& list, const layout::TextShaper& shaper, base::PixelSize size);

    // The pixels that draw() may touch: a rectangle for each shape, halo and glyph.
    std::vector<layout::RectPx> pixels_of(const layout::DisplayList& list, const layout::TextShaper& shaper);

  private:
    void draw_shapes(const std::vector<layout::Shape>& shapes, base::PixelSize size);
    void draw_glyphs(const std::vector<layout::PlacedGlyph>& glyphs, const layout::TextShaper& shaper, bool halos,
                     base::PixelSize size);

    gl::Program shape_program_;
    gl::Program glyph_program_;
    gl::Mesh shapes_;
    gl::Mesh glyphs_;
    GlyphAtlas atlas_;
};

// Whole pixels that a shape, or a glyph with its halo, may touch (a little more than it does).
layout::RectPx reach_of(const layout::Shape& shape);
layout::RectPx reach_of(const layout::PlacedGlyph& glyph);

}  // namespace harmattan::render
