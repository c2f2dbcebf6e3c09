// How the legends are written: heads, entries, small print. Internal to layout.
#pragma once

#include "layout/pen.h"

namespace harmattan::layout {

void add_legend_head(const Pen& pen, Stack& stack, std::string_view key);

TextStyle legend_entry_style(const Pen& pen);
TextStyle legend_note_style(const Pen& pen);

// A line of text whose middle is at `y`.
void add_middle_text(const Pen& pen, Stack& stack, std::string_view text, float x, float y,
                     const TextStyle& style);

}  // namespace harmattan::layout
