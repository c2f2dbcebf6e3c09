#include "layout/text_shaper.h"

#include <cmath>
#include <mutex>
#include <unordered_map>

#include "layout/font.h"
#include "layout/grown_coverage.h"

namespace harmattan::layout {
namespace {

// One glyph as HarfBuzz gives it, in font units, y upwards. `glyph` 0 is a character the font lacks.
struct UnitGlyph {
    std::uint32_t glyph = 0;
    int x_offset = 0, y_offset = 0, advance = 0;
};

// The furniture of a film says a few hundred different texts; a window that pans for hours must not grow for ever.
constexpr std::size_t greatest_cache = 8192;

std::vector<UnitGlyph> shaped_in_units(const Font& font, std::string_view utf8, bool is_spaced) {
    const std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>> buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()), 0, static_cast<int>(utf8.size()));
    // Script and direction follow from the text; the language must not follow from the process's locale.
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_language(buffer.get(), hb_language_from_string("en", 2));
    // Letters that are set apart must not be joined in twos.
    const hb_feature_t no_ligatures{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font.shaping.get(), buffer.get(), &no_ligatures, is_spaced ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    std::vector<UnitGlyph> glyphs;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i)
        glyphs.push_back(
            {infos[i].codepoint, positions[i].x_offset, positions[i].y_offset, positions[i].x_advance});
    return glyphs;
}

// FreeType's 16.16 matrix of a turn by `angle_rad`, clockwise on the screen (FreeType's y points upwards).
FT_Matrix turn(float angle_rad) {
    const auto fixed = [](float v) { return static_cast<FT_Fixed>(std::lround(v * 65536.f)); };
    const float c = std::cos(angle_rad), s = std::sin(angle_rad);
    return {fixed(c), fixed(s), fixed(-s), fixed(c)};
}

GlyphBitmap copied(const FT_GlyphSlotRec& slot) {
    GlyphBitmap out{static_cast<int>(slot.bitmap.width),
                    static_cast<int>(slot.bitmap.rows),
                    slot.bitmap_left,
                    -slot.bitmap_top,
                    {}};
    out.coverage.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
        const unsigned char* row = slot.bitmap.buffer + static_cast<std::ptrdiff_t>(y) * slot.bitmap.pitch;
        out.coverage.insert(out.coverage.end(), row, row + out.width);
    }
    return out;
}

}  // namespace

struct TextShaper::Impl {
    Fonts fonts;
    std::mutex mutex;  // FreeType's faces and the cache serve one thread at a time
    using Shaped = std::unordered_map<std::string, std::vector<UnitGlyph>>;
    std::array<std::array<Shaped, 2>, face_count> shaped;  // by face, then whether letters are set apart

    std::vector<UnitGlyph> units(std::string_view utf8, Face face, bool is_spaced) {
        const std::lock_guard lock(mutex);
        auto& cache = shaped[static_cast<std::size_t>(face)][is_spaced ? 1 : 0];
        if (cache.size() > greatest_cache) cache.clear();
        const auto [entry, is_new] = cache.try_emplace(std::string(utf8));
        if (is_new) entry->second = shaped_in_units(fonts[face], utf8, is_spaced);
        return entry->second;
    }
};

TextShaper::TextShaper() : impl_(std::make_unique<Impl>()) {}
TextShaper::~TextShaper() = default;

ShapedText TextShaper::shape(std::string_view utf8, Face face, float size_px, float spacing_em) const {
    const float scale = size_px / impl_->fonts[face].units_per_em;
    const float spacing = spacing_em * size_px;
    ShapedText out;
    float pen = 0;
    for (const UnitGlyph& unit : impl_->units(utf8, face, spacing != 0)) {
        const float advance = static_cast<float>(unit.advance) * scale;
        // A character the font lacks leaves its room empty: a box would be read as a sign.
        if (unit.glyph != 0)
            out.glyphs.push_back({unit.glyph, pen + static_cast<float>(unit.x_offset) * scale,
                                  -static_cast<float>(unit.y_offset) * scale, advance});
        pen += advance + (advance > 0 ? spacing : 0);
    }
    out.width_px = std::max(0.f, pen - spacing);
    return out;
}

float TextShaper::width_px(std::string_view utf8, const TextStyle& style) const {
    return shape(utf8, style.face, style.size_px, style.spacing_em).width_px;
}

float TextShaper::cap_height_px(Face face, float size_px) const {
    const Font& font = impl_->fonts[face];
    return font.cap_height / font.units_per_em * size_px;
}

float TextShaper::line_height_px(Face face, float size_px) const {
    const Font& font = impl_->fonts[face];
    return (font.ascender - font.descender) / font.units_per_em * size_px;
}

GlyphBitmap TextShaper::rasterise(Face face, std::uint32_t glyph, float size_px, float fraction_x,
                                  float fraction_y, float angle_rad, float outline_px) const {
    const std::lock_guard lock(impl_->mutex);
    FT_Face outlines = impl_->fonts[face].outlines.get();
    if (FT_Set_Char_Size(outlines, 0, static_cast<FT_F26Dot6>(std::lround(size_px * 64.f)), 72, 72) != 0 ||
        FT_Load_Glyph(outlines, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
        return {};
    FT_GlyphSlot slot = outlines->glyph;
    if (angle_rad != 0.f) {
        const FT_Matrix matrix = turn(angle_rad);
        FT_Outline_Transform(&slot->outline, &matrix);
    }
    FT_Outline_Translate(&slot->outline, std::lround(fraction_x * 64.f), std::lround(-fraction_y * 64.f));
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
    const GlyphBitmap bitmap = copied(*slot);
    return outline_px > 0 ? grown(bitmap, outline_px) : bitmap;
}

void TextShaper::add_text(DisplayList& list, std::string_view utf8, PointPx origin, const TextStyle& style) const {
    add_text(list, utf8, origin, style, Align::left);
}

void TextShaper::add_text(DisplayList& list, std::string_view utf8, PointPx origin, const TextStyle& style,
                          Align align) const {
    const ShapedText text = shape(utf8, style.face, style.size_px, style.spacing_em);
    const float shift = align == Align::left ? 0 : align == Align::centre ? text.width_px / 2 : text.width_px;
    for (const ShapedGlyph& g : text.glyphs)
        list.glyphs.push_back({style.face,
                               g.glyph,
                               style.size_px,
                               {origin.x - shift + g.x_px, origin.y + g.y_px},
                               0,
                               style.colour,
                               style.halo_px,
                               style.halo});
}

}  // namespace harmattan::layout
