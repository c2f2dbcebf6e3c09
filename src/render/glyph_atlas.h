// Rasterised glyphs in one texture.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "layout/text_shaper.h"
#include "render/gl/objects.h"

namespace harmattan::render {

// A glyph's pixels: where in the atlas, how large, and where its upper left pixel lies from the origin's whole
// pixel.
struct AtlasGlyph {
    std::int32_t x = 0, y = 0, width = 0, height = 0;
    std::int32_t left = 0, top = 0;
};

class GlyphAtlas {
  public:
    GlyphAtlas();

    // The glyph with its origin at the given fraction (in quarters, 0 to 3) of a pixel; rasterised when first
    // asked for. `outline_px` > 0: grown by that radius, for the halo.
    const AtlasGlyph& get(const layout::TextShaper& shaper, const layout::PlacedGlyph& glyph, int quarter_x,
                          int quarter_y, float outline_px);

    // Binds the texture, first sending what is new.
    void bind();

  private:
    struct Key {
        std::uint32_t glyph;
        std::uint32_t size_64ths;
        std::int32_t angle_4096ths;
        std::uint16_t outline_64ths;
        std::uint8_t font, quarters;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    void place(AtlasGlyph& glyph, const layout::GlyphBitmap& bitmap);

    gl::Texture texture_;
    std::unordered_map<Key, AtlasGlyph, Hash> glyphs_;
    // Shelves, filled from the left; the texture grows downwards.
    std::vector<std::uint8_t> pixels_;
    std::int32_t height_ = 0;
    std::int32_t shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
    bool is_stale_ = true;
};

}  // namespace harmattan::render
