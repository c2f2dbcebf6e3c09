// The legend of how exactly places are known.
#include "layout/blocks.h"
#include "layout/legend_text.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

// The circle of a place that is known only to its district or wider, with the dashes of its source.
void add_footprint(const Pen& pen, DisplayList& list, scene::EventSymbol symbol, PointPx centre, float diameter,
                   base::Colour ink) {
    list.shapes.push_back({Shape::Kind::disc, centre, {diameter / 2, 0}, {}, 0, base::faded(ink, 0.2)});
    // In the legend's small circle gaps are a little shorter.
    const auto dashes = scene::footprint_dashes(symbol);
    const auto on = static_cast<float>(dashes.on_px), off = static_cast<float>(dashes.off_px * 6 / 7);
    list.shapes.push_back({Shape::Kind::disc,
                           centre,
                           {diameter / 2, 0},
                           {},
                           1.1f * pen.unit(),
                           ink,
                           off > 0 ? on * pen.unit() : 0,
                           off * pen.unit()});
}

// The precisions of places of one source: both on one line where there is room.
void add_places(const Pen& pen, Stack& stack, const SourceFacts& facts, base::Colour ink) {
    const TextStyle style = legend_entry_style(pen);
    const float disc = pen.px(15), circle = pen.px(22), pitch = std::max(circle, style.size_px * 1.4f);
    float y = stack.y() + pitch / 2;
    add_symbol(stack.list(), facts.symbol, {circle / 2, y}, disc, base::faded(ink, 0.92), ink, pen.unit());
    const std::string exact = pen.say("legend.place.exact"), wide = pen.say("legend.place.wide");
    const float text_x = circle + pen.px(7);
    add_middle_text(pen, stack, exact, text_x, y, style);
    float x = text_x + pen.shaper().width_px(exact, style) + pen.px(16);
    if (x + text_x + pen.shaper().width_px(wide, style) > stack.width()) {
        x = 0;
        stack.gap(pitch + pen.px(2));
        y = stack.y() + pitch / 2;
    }
    add_footprint(pen, stack.list(), facts.symbol, {x + circle / 2, y}, circle, ink);
    add_middle_text(pen, stack, wide, x + text_x, y, style);
    stack.gap(pitch);
}

// Of several sources: each one's circle behind its symbol. That symbols stand at the place itself, the other
// legends show.
void add_wide_places(const Pen& pen, Stack& stack, const EventFacts& facts, base::Colour ink) {
    const TextStyle style = legend_entry_style(pen);
    const float symbol = pen.px(12), circle = pen.px(22), pitch = std::max(circle, style.size_px * 1.4f);
    const float y = stack.y() + pitch / 2;
    float x = 0;
    for (const SourceFacts& source : facts.sources) {
        if (!source.has_wide_places) continue;
        add_symbol(stack.list(), source.symbol, {x + symbol * 0.65f, y}, symbol, base::faded(ink, 0.92), ink,
                   pen.unit());
        x += symbol * 1.3f + pen.px(3);
        add_footprint(pen, stack.list(), source.symbol, {x + circle / 2, y}, circle, ink);
        x += circle + pen.px(9);
    }
    const std::string text = pen.say("legend.place.wide_only");
    const bool fits = x + pen.shaper().width_px(text, style) <= stack.width();
    if (fits) add_middle_text(pen, stack, text, x, y, style);
    stack.gap(pitch + pen.px(2));
    if (!fits) stack.text(text, style, 1.3f);
}

}  // namespace

Block places_block(const Pen& pen, float width, const EventFacts& facts) {
    Stack stack(pen, width);
    const base::Colour ink = base::mixed(pen.theme().body, pen.theme().muted, 0.4);
    const auto is_wide = [](const SourceFacts& source) { return source.has_wide_places; };
    if (std::any_of(facts.sources.begin(), facts.sources.end(), is_wide)) {
        if (facts.is_side_by_side()) {
            add_wide_places(pen, stack, facts, ink);
        } else {
            add_legend_head(pen, stack, "legend.places");
            add_places(pen, stack, facts.sources.front(), ink);
        }
    }
    // Where several stand side by side, each says this for itself.
    if (facts.sources.size() != 1) return std::move(stack).done();
    const SourceFacts& source = facts.sources.front();
    if (source.country_wide_places > 0)
        stack.text(pen.say_count("legend.place.country_wide", source.country_wide_places), legend_note_style(pen),
                   1.3f);
    if (source.place_precision_missing == 0) return std::move(stack).done();
    if (stack.y() > 0) stack.gap(pen.px(4));
    stack.text(source.place_precision_missing == source.total
                   ? pen.say("legend.place.not_given")
                   : pen.say_count("legend.place.not_given_some", source.place_precision_missing),
               legend_note_style(pen), 1.3f);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
