// What is drawn over the map, without a word of OpenGL: shapes first, in their order, then texts: all halos below
// all glyphs.
#pragma once

#include <cstdint>
#include <vector>

#include "base/colour.h"
#include "layout/map_view.h"

namespace harmattan::layout {

// How a text is set. Which font draws a letter of it follows from its script.
enum class Face : std::uint8_t { regular, bold, italic };
inline constexpr std::size_t face_count = 3;

// The embedded fonts: all of Noto. A script without a bold or italic font of its own is set in its regular one.
enum class FontId : std::uint8_t {
    sans_regular,
    sans_bold,
    sans_italic,
    arabic_regular,
    arabic_bold,
    adlam_regular,
    adlam_bold,
    nko,
    tifinagh
};
inline constexpr std::size_t font_count = 9;

// One shape with an analytic edge. All kinds share the fields so that the renderer draws them in one call.
struct Shape {
    enum class Kind : std::uint8_t {
        rect,      // a = upper left, b = lower right; edges fall on whole pixels when the numbers are whole
        segment,   // a to b, `width` px wide, butt caps
        disc,      // centre a, radius b.x; `width` > 0: only a ring of that width whose OUTER radius is b.x
        hatch,     // a rect filled with lines `width` px wide every `dash_on` px, `dash_off` radians anticlockwise
                   // from the horizontal
        triangle,  // a, b, c
        symbol  // of an event: centre a, radius b.x of the disc of that area, b.y the scene::EventSymbol; `width`
                // as of a disc
    };
    Kind kind = Kind::rect;
    PointPx a, b, c;
    float width = 0;
    base::Colour colour;
    float dash_on = 0, dash_off = 0;  // px along a segment or a ring; 0 = solid
};

// One glyph, placed: the pen position of its origin on the base line. Rotated glyphs turn about that origin.
struct PlacedGlyph {
    FontId font = FontId::sans_regular;
    std::uint32_t glyph = 0;  // the font's glyph index
    float size_px = 12;       // em size
    PointPx origin;
    float angle_rad = 0;  // clockwise on the screen
    base::Colour colour;
    float halo_px = 0;  // radius of the halo; 0 = none
    base::Colour halo;
};

struct DisplayList {
    std::vector<Shape> shapes;
    std::vector<PlacedGlyph> glyphs;

    void append(const DisplayList& other) {
        shapes.insert(shapes.end(), other.shapes.begin(), other.shapes.end());
        glyphs.insert(glyphs.end(), other.glyphs.begin(), other.glyphs.end());
    }
};

}  // namespace harmattan::layout
