#include "layout/legend_text.h"

namespace harmattan::layout {

void add_legend_head(const Pen& pen, Stack& stack, std::string_view key) {
    stack.text(pen.say(key), pen.style(Face::bold, 12.5f, pen.theme().body), 1.3f);
    stack.gap(pen.px(4));
}

TextStyle legend_entry_style(const Pen& pen) {
    return pen.style(Face::regular, 12, pen.theme().body);
}

TextStyle legend_note_style(const Pen& pen) {
    return pen.style(Face::regular, 12, pen.theme().muted);
}

void add_middle_text(const Pen& pen, Stack& stack, std::string_view text, float x, float y,
                     const TextStyle& style) {
    const float base_line = y + pen.shaper().cap_height_px(style.face, style.size_px) / 2;
    pen.shaper().add_text(stack.list(), text, {x, base_line}, style);
    stack.widen(x + pen.shaper().width_px(text, style));
}

}  // namespace harmattan::layout
