#include "base/messages.h"
#include "layout/blocks.h"

namespace harmattan::layout {
namespace {

std::string sources_text(const Pen& pen) {
    std::string sources;
    for (const auto& source : scene::visible_sources(pen.scene())) {
        if (!sources.empty()) sources += pen.say("foot.join") + ' ';
        sources += scene::in_language(pen.scene(), source.text_en, source.text_fr);
    }
    while (sources.ends_with('.')) sources.pop_back();
    const std::string disclaimer = pen.say("foot.disclaimer");
    return sources.empty() ? disclaimer : pen.say("foot.sources", {{"sources", sources}}) + ' ' + disclaimer;
}

std::string made_by(const Pen& pen) {
    const auto& projection = pen.scene().projection;
    const std::string name = projection ? pen.say(projection->name_key()) : std::string();
    return pen.say("foot.made_by", {{"projection", capitalised(name)}});
}

}  // namespace

Block foot_block(const Pen& pen, float width) {
    const TextStyle style = pen.style(Face::regular, 12, pen.theme().muted);
    const std::string right = made_by(pen);
    const float right_width = pen.shaper().width_px(right, style), gap = pen.px(24);
    Stack stack(pen, width);
    const std::string text = pen.scene().furniture.sources ? sources_text(pen) : std::string();
    // The projection stands at the right of the last line where there is room for it, else on a line of its own.
    const auto lines = wrapped(pen.shaper(), text, style, width);
    stack.text(text, style, 1.34f);
    const float last_width = lines.empty() ? 0 : pen.shaper().width_px(lines.back(), style);
    const bool fits_beside = last_width + gap + right_width <= width;
    const float leading = style.size_px * 1.34f;
    if (lines.empty() || !fits_beside) stack.gap(leading);
    const float base_line = stack.y() - leading + style.size_px * 1.02f;
    const bool at_left = !lines.empty() && !fits_beside;
    pen.shaper().add_text(stack.list(), right, {at_left ? 0 : width, base_line}, style,
                          at_left ? TextShaper::Align::left : TextShaper::Align::right);
    stack.widen(width);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
