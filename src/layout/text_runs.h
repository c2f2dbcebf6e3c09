// A text cut into runs of one direction, script and font, in the order in which they are read from the left.
// Methods: Unicode Standard Annex 9 (bidirectional algorithm, by FriBidi) and 24 (scripts; characters that are
// common to several, such as digits and marks, belong to the script before them). Internal to layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/font.h"

namespace harmattan::layout {

struct TextRun {
    std::size_t first = 0, count = 0;  // characters of the text
    bool is_right_to_left = false;
    hb_script_t script = HB_SCRIPT_LATIN;
    FontId font = FontId::sans_regular;
};

// Code points; U+FFFD for bytes that are no UTF-8.
std::u32string code_points(std::string_view utf8);

// The text's own direction: that of its first letter, left to right where it has none.
bool is_right_to_left(std::string_view utf8);

// Runs from the left to the right. Empty for an empty text.
std::vector<TextRun> text_runs(std::u32string_view text, Face face, const Fonts& fonts);

// Controls and format characters: no glyph is wanted for them.
bool is_invisible(char32_t character);

// Whether the script's letters are joined in a word: such are never set apart or turned each by itself.
bool is_joined(hb_script_t script);

}  // namespace harmattan::layout
