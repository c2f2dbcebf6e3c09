// Reading a display list as a person would: is this text in it, does this lie inside that.
#pragma once

#include <algorithm>
#include <string_view>

#include "layout/display_list.h"
#include "layout/text_shaper.h"

namespace harmattan::test {

// True when the text's glyphs stand in the list one after the other on one base line, in that face.
inline bool says(const layout::DisplayList& list, const layout::TextShaper& shaper, std::string_view text,
                 layout::Face face) {
    const auto wanted = shaper.shape(text, face, 10).glyphs;
    const auto same = [&](const layout::PlacedGlyph& placed, const layout::ShapedGlyph& glyph) {
        return placed.glyph == glyph.glyph && placed.font == glyph.font;
    };
    auto from = list.glyphs.begin();
    while (true) {
        from = std::search(from, list.glyphs.end(), wanted.begin(), wanted.end(), same);
        if (from == list.glyphs.end()) return false;
        const auto last = from + static_cast<std::ptrdiff_t>(wanted.size()) - 1;
        if (from->origin.y == last->origin.y) return true;
        ++from;
    }
}

inline bool is_inside(const layout::RectPx& inner, const layout::RectPx& outer, float slack = 0) {
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack &&
           inner.bottom() <= outer.bottom() + slack;
}

}  // namespace harmattan::test
