#include "layout/text_shaper.h"

#include <cmath>
#include <mutex>
#include <set>
#include <unordered_map>

#include "layout/font.h"
#include "layout/grown_coverage.h"
#include "layout/text_runs.h"

namespace harmattan::layout {
namespace {

// One glyph as HarfBuzz gives it, in font units, y upwards. `glyph` 0 is the box for a character no font has.
struct UnitGlyph {
    FontId font = FontId::sans_regular;
    std::uint32_t glyph = 0;
    int x_offset = 0, y_offset = 0, advance = 0;
    std::size_t piece = 0;  // what is turned as one along a curve: a letter with its marks, or a joined word
    bool is_joined = false;
};

// A shaped text in font units; all embedded fonts have 1000 to the em.
struct UnitText {
    std::vector<UnitGlyph> glyphs;  // from the left
    int top = 0, bottom = 0;        // of the ink, y upwards
};

// The furniture of a film says a few hundred different texts; a window that pans for hours must not grow for ever.
constexpr std::size_t greatest_cache = 8192;

using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;

// The whole text goes along, so that a letter is joined to one of the run beside it.
Buffer shaped_run(const Font& font, std::u32string_view text, const TextRun& run, bool is_spaced) {
    Buffer buffer(hb_buffer_create());
    const std::vector<hb_codepoint_t> characters(text.begin(), text.end());
    hb_buffer_add_codepoints(buffer.get(), characters.data(), static_cast<int>(characters.size()),
                             static_cast<unsigned>(run.first), static_cast<int>(run.count));
    hb_buffer_set_script(buffer.get(), run.script);
    hb_buffer_set_direction(buffer.get(), run.is_right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    // The language must not follow from the process's locale.
    hb_buffer_set_language(buffer.get(), hb_language_from_string("en", 2));
    // Letters that are set apart must not be joined in twos.
    const hb_feature_t no_ligatures{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    const bool sets_apart = is_spaced && !is_joined(run.script);
    hb_shape(font.shaping.get(), buffer.get(), &no_ligatures, sets_apart ? 1 : 0);
    return buffer;
}

// Grows with every letter of `text`, or with every word where a script joins its letters: then a space begins
// anew.
std::vector<std::size_t> pieces_of(std::u32string_view text, const TextRun& run) {
    std::vector<std::size_t> pieces(run.count);
    for (std::size_t i = 0; i < run.count; ++i) {
        const bool begins = !is_joined(run.script) ||
                            (i > 0 && (text[run.first + i] == U' ') != (text[run.first + i - 1] == U' '));
        pieces[i] = i == 0 ? 0 : pieces[i - 1] + (begins ? 1 : 0);
    }
    return pieces;
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
    using Shaped = std::unordered_map<std::string, UnitText>;
    std::array<std::array<Shaped, 2>, face_count> shaped;  // by face, then whether letters are set apart
    std::set<char32_t> missing;

    UnitText units(std::string_view utf8, Face face, bool is_spaced) {
        const std::lock_guard lock(mutex);
        auto& cache = shaped[static_cast<std::size_t>(face)][is_spaced ? 1 : 0];
        if (cache.size() > greatest_cache) cache.clear();
        const auto [entry, is_new] = cache.try_emplace(std::string(utf8));
        if (is_new) entry->second = shaped_in_units(code_points(utf8), face, is_spaced);
        return entry->second;
    }

    UnitText shaped_in_units(std::u32string_view text, Face face, bool is_spaced) {
        UnitText out;
        std::size_t pieces_before = 0;
        for (const TextRun& run : text_runs(text, face, fonts)) {
            const Buffer buffer = shaped_run(fonts[run.font], text, run, is_spaced);
            const auto pieces = pieces_of(text, run);
            unsigned count = 0;
            const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
            const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
            for (unsigned i = 0; i < count; ++i) {
                const std::size_t character = infos[i].cluster;
                add(out, text[character],
                    {run.font, infos[i].codepoint, positions[i].x_offset, positions[i].y_offset,
                     positions[i].x_advance, pieces_before + pieces[character - run.first],
                     is_joined(run.script)});
            }
            pieces_before += run.count;
        }
        return out;
    }

    void add(UnitText& text, char32_t character, UnitGlyph glyph) {
        if (glyph.glyph == 0) {
            if (is_invisible(character)) return;
            missing.insert(character);
        }
        hb_glyph_extents_t ink{};
        if (hb_font_get_glyph_extents(fonts[glyph.font].shaping.get(), glyph.glyph, &ink) != 0) {
            text.top = std::max(text.top, glyph.y_offset + ink.y_bearing);
            text.bottom = std::min(text.bottom, glyph.y_offset + ink.y_bearing + ink.height);
        }
        text.glyphs.push_back(glyph);
    }
};

TextShaper::TextShaper() : impl_(std::make_unique<Impl>()) {}
TextShaper::~TextShaper() = default;

ShapedText TextShaper::shape(std::string_view utf8, Face face, float size_px, float spacing_em) const {
    const float scale = size_px / impl_->fonts.latin(face).units_per_em;
    const float spacing = spacing_em * size_px;
    const UnitText units = impl_->units(utf8, face, spacing != 0);
    ShapedText out;
    out.ascent_px = static_cast<float>(units.top) * scale;
    out.descent_px = static_cast<float>(-units.bottom) * scale;
    float pen = 0, last_spacing = 0;
    std::size_t piece_begin = 0;  // of out.glyphs
    float piece_left = 0;
    for (std::size_t i = 0; i < units.glyphs.size(); ++i) {
        const UnitGlyph& unit = units.glyphs[i];
        const float advance = static_cast<float>(unit.advance) * scale;
        out.glyphs.push_back({unit.font, unit.glyph, pen + static_cast<float>(unit.x_offset) * scale,
                              -static_cast<float>(unit.y_offset) * scale, advance});
        pen += advance;
        if (i + 1 == units.glyphs.size() || units.glyphs[i + 1].piece != unit.piece) {
            for (; piece_begin < out.glyphs.size(); ++piece_begin)
                out.glyphs[piece_begin].middle_px = (piece_left + pen) / 2;
            piece_left = pen;
        }
        last_spacing = advance > 0 && !unit.is_joined ? spacing : advance > 0 ? 0 : last_spacing;
        pen += advance > 0 ? last_spacing : 0;
    }
    out.width_px = std::max(0.f, pen - last_spacing);
    return out;
}

std::vector<char32_t> TextShaper::missing_characters() const {
    const std::lock_guard lock(impl_->mutex);
    return {impl_->missing.begin(), impl_->missing.end()};
}

float TextShaper::width_px(std::string_view utf8, const TextStyle& style) const {
    return shape(utf8, style.face, style.size_px, style.spacing_em).width_px;
}

float TextShaper::cap_height_px(Face face, float size_px) const {
    const Font& font = impl_->fonts.latin(face);
    return font.cap_height / font.units_per_em * size_px;
}

float TextShaper::line_height_px(Face face, float size_px) const {
    const Font& font = impl_->fonts.latin(face);
    return (font.ascender - font.descender) / font.units_per_em * size_px;
}

GlyphBitmap TextShaper::rasterise(FontId font, std::uint32_t glyph, float size_px, float fraction_x,
                                  float fraction_y, float angle_rad, float outline_px) const {
    const std::lock_guard lock(impl_->mutex);
    FT_Face outlines = impl_->fonts[font].outlines.get();
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
        list.glyphs.push_back({g.font,
                               g.glyph,
                               style.size_px,
                               {origin.x - shift + g.x_px, origin.y + g.y_px},
                               0,
                               style.colour,
                               style.halo_px,
                               style.halo});
}

}  // namespace harmattan::layout
