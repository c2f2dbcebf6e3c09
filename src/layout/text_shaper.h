// Text to glyphs (FriBidi for its order, HarfBuzz for its forms) and glyphs to coverage (FreeType), from the
// embedded fonts of Noto. A character that none of them has is a box.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "layout/display_list.h"

namespace harmattan::layout {

struct TextStyle {
    Face face = Face::regular;
    float size_px = 12;
    float spacing_em = 0;  // extra space between letters
    base::Colour colour;
    float halo_px = 0;
    base::Colour halo;
};

struct ShapedGlyph {
    FontId font = FontId::sans_regular;
    std::uint32_t glyph = 0;   // 0: the box
    float x_px = 0, y_px = 0;  // offset of its origin from the run's origin on the base line, y downwards
    float advance_px = 0;
    // Middle of what is turned as one along a curve: a letter with its marks, or a word of joined letters.
    float middle_px = 0;
};

struct ShapedText {
    std::vector<ShapedGlyph> glyphs;      // from the left, whatever the direction of reading
    float width_px = 0;                   // sum of advances, without the spacing after the last letter
    float ascent_px = 0, descent_px = 0;  // of the ink, above and below the base line; at least 0
};

// Coverage of one glyph.
struct GlyphBitmap {
    int width = 0, height = 0;
    int left = 0, top = 0;  // of the bitmap's upper left pixel from the origin's whole pixel, y downwards
    std::vector<std::uint8_t> coverage;
};

class TextShaper {
  public:
    TextShaper();
    ~TextShaper();
    TextShaper(const TextShaper&) = delete;
    TextShaper& operator=(const TextShaper&) = delete;

    // Scripts that join their letters (Arabic, N'Ko, Adlam) are never set apart by `spacing_em`.
    ShapedText shape(std::string_view utf8, Face face, float size_px, float spacing_em = 0) const;
    float width_px(std::string_view utf8, const TextStyle& style) const;

    // Characters that a text asked for and no font has, so far, in order.
    std::vector<char32_t> missing_characters() const;

    // Height of Latin capitals and of the line (ascender to descender), for a size.
    float cap_height_px(Face face, float size_px) const;
    float line_height_px(Face face, float size_px) const;

    // Rasterises a glyph with its origin at (fraction_x, fraction_y) inside a pixel, turned by `angle_rad`
    // clockwise; with `outline_px` > 0 the glyph grown by that radius (its halo). No hinting.
    GlyphBitmap rasterise(FontId font, std::uint32_t glyph, float size_px, float fraction_x, float fraction_y,
                          float angle_rad, float outline_px) const;

    // Appends a run whose base line starts at `origin`.
    void add_text(DisplayList& list, std::string_view utf8, PointPx origin, const TextStyle& style) const;
    enum class Align { left, centre, right };
    void add_text(DisplayList& list, std::string_view utf8, PointPx origin, const TextStyle& style,
                  Align align) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace harmattan::layout
