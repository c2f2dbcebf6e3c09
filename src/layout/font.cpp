#include "layout/font.h"

#include "base/error.h"
#include "base/resources.h"

namespace harmattan::layout {
namespace {

constexpr std::array<const char*, font_count> file_names{
    "fonts/NotoSans-Regular.ttf",       "fonts/NotoSans-Bold.ttf",       "fonts/NotoSans-Italic.ttf",
    "fonts/NotoSansArabic-Regular.ttf", "fonts/NotoSansArabic-Bold.ttf", "fonts/NotoSansAdlam-Regular.ttf",
    "fonts/NotoSansAdlam-Bold.ttf",     "fonts/NotoSansNKo-Regular.ttf", "fonts/NotoSansTifinagh-Regular.ttf"};

[[noreturn]] void refuse(const char* name, FT_Error code) {
    throw base::Error("font.unusable", {{"name", name}, {"reason", fmt::format("FreeType error {}", code)}});
}

// The height of H, which every Latin face has: the table that should say it (OS/2) may be an old version.
float height_of_h(FT_Face face) {
    if (FT_Load_Char(face, 'H', FT_LOAD_NO_SCALE) != 0) return 0.714f * static_cast<float>(face->units_per_EM);
    return static_cast<float>(face->glyph->metrics.horiBearingY);
}

Font load(FT_Library library, const char* name) {
    const auto bytes = base::resource(name);
    Font font;
    font.blob.reset(hb_blob_create(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                                   nullptr));
    hb_face_t* face = hb_face_create(font.blob.get(), 0);
    font.shaping.reset(hb_font_create(face));
    hb_face_destroy(face);  // the font holds it

    FT_Face outlines = nullptr;
    const auto* data = reinterpret_cast<const FT_Byte*>(bytes.data());
    const FT_Error code = FT_New_Memory_Face(library, data, static_cast<FT_Long>(bytes.size()), 0, &outlines);
    if (code != 0) refuse(name, code);
    font.outlines.reset(outlines);
    font.units_per_em = static_cast<float>(outlines->units_per_EM);
    font.ascender = static_cast<float>(outlines->ascender);
    font.descender = static_cast<float>(outlines->descender);
    font.cap_height = height_of_h(outlines);
    return font;
}

}  // namespace

bool Font::has(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(shaping.get(), character, &glyph) != 0;
}

Fonts::Fonts() {
    FT_Library library = nullptr;
    if (const FT_Error code = FT_Init_FreeType(&library); code != 0) refuse(file_names[0], code);
    library_.reset(library);
    for (std::size_t i = 0; i < font_count; ++i) fonts_[i] = load(library, file_names[i]);
}

FontId Fonts::of(hb_script_t script, Face face) {
    const bool is_bold = face == Face::bold;
    switch (script) {
        case HB_SCRIPT_ARABIC:
            return is_bold ? FontId::arabic_bold : FontId::arabic_regular;
        case HB_SCRIPT_ADLAM:
            return is_bold ? FontId::adlam_bold : FontId::adlam_regular;
        case HB_SCRIPT_NKO:
            return FontId::nko;
        case HB_SCRIPT_TIFINAGH:
            return FontId::tifinagh;
        default:
            break;
    }
    return is_bold ? FontId::sans_bold : face == Face::italic ? FontId::sans_italic : FontId::sans_regular;
}

FontId Fonts::with(char32_t character, hb_script_t script, Face face) const {
    for (const hb_script_t other :
         {script, HB_SCRIPT_LATIN, HB_SCRIPT_ARABIC, HB_SCRIPT_ADLAM, HB_SCRIPT_NKO, HB_SCRIPT_TIFINAGH})
        if (const FontId id = of(other, face); (*this)[id].has(character)) return id;
    return of(HB_SCRIPT_LATIN, face);
}

}  // namespace harmattan::layout
