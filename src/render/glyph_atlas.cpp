#include "render/glyph_atlas.h"

#include <cmath>

namespace harmattan::render {
namespace {

constexpr std::int32_t atlas_width = 2048;
constexpr std::int32_t first_height = 512;

}  // namespace

std::size_t GlyphAtlas::Hash::operator()(const Key& key) const {
    std::uint64_t h = key.glyph;
    for (const std::uint64_t part :
         {std::uint64_t{key.size_64ths}, static_cast<std::uint64_t>(key.angle_4096ths + 65536),
          std::uint64_t{key.outline_64ths}, std::uint64_t{key.font}, std::uint64_t{key.quarters}})
        h = (h ^ part) * 0x9E3779B97F4A7C15ULL + (h >> 29);
    return static_cast<std::size_t>(h);
}

GlyphAtlas::GlyphAtlas() : pixels_(static_cast<std::size_t>(atlas_width) * first_height), height_(first_height) {}

const AtlasGlyph& GlyphAtlas::get(const layout::TextShaper& shaper, const layout::PlacedGlyph& glyph,
                                  int quarter_x, int quarter_y, float outline_px) {
    const Key key{glyph.glyph,
                  static_cast<std::uint32_t>(std::lround(glyph.size_px * 64)),
                  static_cast<std::int32_t>(std::lround(glyph.angle_rad * 4096)),
                  static_cast<std::uint16_t>(std::lround(outline_px * 64)),
                  static_cast<std::uint8_t>(glyph.font),
                  static_cast<std::uint8_t>(quarter_x * 4 + quarter_y)};
    const auto [found, added] = glyphs_.try_emplace(key);
    if (added) {
        const auto bitmap = shaper.rasterise(
            glyph.font, glyph.glyph, static_cast<float>(key.size_64ths) / 64.0F,
            static_cast<float>(quarter_x) / 4.0F, static_cast<float>(quarter_y) / 4.0F,
            static_cast<float>(key.angle_4096ths) / 4096.0F, static_cast<float>(key.outline_64ths) / 64.0F);
        place(found->second, bitmap);
    }
    return found->second;
}

void GlyphAtlas::place(AtlasGlyph& glyph, const layout::GlyphBitmap& bitmap) {
    glyph = {0, 0, bitmap.width, bitmap.height, bitmap.left, bitmap.top};
    if (bitmap.width == 0 || bitmap.height == 0) return;
    if (shelf_x_ + bitmap.width > atlas_width) {
        shelf_y_ += shelf_height_;
        shelf_x_ = shelf_height_ = 0;
    }
    while (shelf_y_ + bitmap.height > height_) height_ *= 2;
    pixels_.resize(static_cast<std::size_t>(atlas_width) * static_cast<std::size_t>(height_));
    for (int row = 0; row < bitmap.height; ++row)
        std::copy_n(bitmap.coverage.begin() + static_cast<std::ptrdiff_t>(row) * bitmap.width, bitmap.width,
                    pixels_.begin() + static_cast<std::ptrdiff_t>(shelf_y_ + row) * atlas_width + shelf_x_);
    glyph.x = shelf_x_;
    glyph.y = shelf_y_;
    shelf_x_ += bitmap.width;
    shelf_height_ = std::max(shelf_height_, bitmap.height);
    is_stale_ = true;
}

void GlyphAtlas::bind() {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    if (!is_stale_) return;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas_width, height_, 0, GL_RED, GL_UNSIGNED_BYTE, pixels_.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    is_stale_ = false;
}

}  // namespace harmattan::render
