#include <string>

#include "layout/blocks.h"
#include "layout/context_glyph.h"
#include "layout/context_marks.h"
#include "layout/legend_text.h"

namespace harmattan::layout {

// Entries flow from left to right and wrap.
Block context_block(const Pen& pen, float width) {
    const auto kinds = context_kinds(pen.scene());
    Stack stack(pen, width);
    const TextStyle style = legend_entry_style(pen);
    const float side = pen.px(14), gap = pen.px(6), pitch = std::max(style.size_px * 1.5F, pen.px(18));
    float x = 0;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (!kinds[i]) continue;
        if (stack.y() == 0) add_legend_head(pen, stack, "legend.context");
        const std::string name = pen.say("legend.context." + std::string(scene::context_kind_words[i]));
        const float entry_width = side + gap + pen.shaper().width_px(name, style);
        if (x > 0 && x + entry_width > width) {
            x = 0;
            stack.gap(pitch);
        }
        const float y = stack.y() + pitch / 2;
        add_context_glyph(stack.list(), static_cast<scene::ContextKind>(i), {x + side / 2, y}, side, pen.theme());
        pen.shaper().add_text(stack.list(), name, {x + side + gap, y + style.size_px * 0.36F}, style);
        stack.widen(x + entry_width);
        x += entry_width + pen.px(13);
    }
    if (x > 0) stack.gap(pitch);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
