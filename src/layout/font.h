// The three embedded faces of Noto Sans, as HarfBuzz and FreeType see them. Internal to layout.
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

// One face. HarfBuzz works in font units, so that what it shapes serves every size.
struct Font {
    std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>> blob;
    std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>> shaping;
    std::unique_ptr<FT_FaceRec_, Destroyer<FT_Done_Face>> outlines;
    float units_per_em = 1000;
    float cap_height = 714, ascender = 1069, descender = -293;  // font units, y upwards
};

class Fonts {
  public:
    // Throws Error "font.unusable" (name, reason) when an embedded font cannot be read.
    Fonts();
    const Font& operator[](Face face) const { return fonts_[static_cast<std::size_t>(face)]; }

  private:
    std::unique_ptr<FT_LibraryRec_, Destroyer<FT_Done_FreeType>> library_;
    std::array<Font, face_count> fonts_;
};

}  // namespace harmattan::layout
