// The embedded fonts, as HarfBuzz and FreeType see them. Internal to layout.
#pragma once

#include <array>
#include <memory>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <hb.h>

#include "layout/display_list.h"

namespace harmattan::layout {

template <auto destroy>
struct Destroyer {
    template <class T>
    void operator()(T* handle) const {
        destroy(handle);
    }
};

// HarfBuzz works in font units, so that what it shapes serves every size.
struct Font {
    std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>> blob;
    std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>> shaping;
    std::unique_ptr<FT_FaceRec_, Destroyer<FT_Done_Face>> outlines;
    float units_per_em = 1000;
    float cap_height = 714, ascender = 1069, descender = -293;  // font units, y upwards

    bool has(char32_t character) const;
};

class Fonts {
  public:
    // Throws Error "font.unusable" (name, reason) when an embedded font cannot be read.
    Fonts();
    const Font& operator[](FontId id) const { return fonts_[static_cast<std::size_t>(id)]; }
    // The font that sets a script's letters in that face: Noto Sans for all scripts without one of their own.
    static FontId of(hb_script_t script, Face face);
    // Noto Sans itself, by whose capitals and lines every text is placed.
    const Font& latin(Face face) const { return (*this)[of(HB_SCRIPT_LATIN, face)]; }
    // The script's font where it has the character, else the first that has it, else Noto Sans.
    FontId with(char32_t character, hb_script_t script, Face face) const;

  private:
    std::unique_ptr<FT_LibraryRec_, Destroyer<FT_Done_FreeType>> library_;
    std::array<Font, font_count> fonts_;
};

}  // namespace harmattan::layout
