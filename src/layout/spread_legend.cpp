// The legends of events that are shown otherwise than each by itself.
#include <cmath>

#include "base/number_format.h"
#include "layout/blocks.h"
#include "layout/legend_text.h"
#include "layout/source_notes.h"
#include "layout/symbols.h"
#include "scene/event_spread.h"

namespace harmattan::layout {
namespace {

using scene::EventDisplay;

std::string limit_text(const Pen& pen, double limit) {
    if (limit >= 100) return pen.grouped(static_cast<std::uint64_t>(std::llround(limit)));
    // Limits are round: three digits write them in full.
    const int decimals = 2 - static_cast<int>(std::floor(std::log10(limit)));
    return base::decimal(limit, std::clamp(decimals, 0, 9), pen.scene().language);
}

std::string class_text(const Pen& pen, const std::vector<double>& lower, std::size_t i, bool is_whole) {
    const std::string low = limit_text(pen, lower[i]);
    if (i + 1 == lower.size()) return pen.say("legend.class.from", {{"low", low}});
    // Whole numbers: each stands in one class only.
    const double high = is_whole ? lower[i + 1] - 1 : lower[i + 1];
    if (high <= lower[i]) return low;
    return pen.say("legend.class.range", {{"low", low}, {"high", limit_text(pen, high)}});
}

base::Colour on_land(const Pen& pen, base::Colour colour) {
    return base::mixed(pen.theme().land, colour, scene::class_opacity);
}

// A swatch and its words; the swatches of one legend stand on one another.
void add_swatch(const Pen& pen, Stack& stack, base::Colour fill, std::string_view text, bool is_hatched) {
    const float width = pen.px(24), pitch = std::max(pen.px(17), legend_entry_style(pen).size_px * 1.4f);
    const RectPx box{0, stack.y(), width, pitch};
    const float line = std::max(1.f, 0.8f * pen.unit());
    add_rect(stack.list(), box, fill);
    if (is_hatched)
        stack.list().shapes.push_back({Shape::Kind::hatch,
                                       {box.x, box.y},
                                       {box.right(), box.bottom()},
                                       {},
                                       pen.unit(),
                                       base::faded(pen.theme().muted, scene::no_figure_opacity),
                                       7 * pen.unit(),
                                       -0.785398f});
    add_outline(stack.list(), box, line, base::mixed(pen.theme().land, pen.theme().country, 0.45));
    add_middle_text(pen, stack, text, width + pen.px(9), stack.y() + pitch / 2, legend_entry_style(pen));
    stack.gap(pitch);
}

const char* head_key(const scene::DisplayStyle& style) {
    const bool is_deaths = scene::counts_deaths(style.value);
    if (style.as == EventDisplay::density)
        return is_deaths ? "legend.spread.density.deaths" : "legend.spread.density";
    if (style.as == EventDisplay::hexagons)
        return is_deaths ? "legend.spread.hexagons.deaths" : "legend.spread.hexagons";
    if (scene::is_rate(style.value)) return is_deaths ? "legend.spread.rate.deaths" : "legend.spread.rate";
    return is_deaths ? "legend.spread.areas.deaths" : "legend.spread.areas";
}

const char* method_key(scene::ClassMethod method) {
    switch (method) {
        case scene::ClassMethod::quantile:
            return "legend.classes.quantile";
        case scene::ClassMethod::jenks:
            return "legend.classes.jenks";
        case scene::ClassMethod::pretty:
            break;
    }
    return "legend.classes.pretty";
}

std::string how_text(const Pen& pen, const scene::EventSpread& spread) {
    const auto km = [&](double value) { return base::decimal(value, 1, pen.scene().language); };
    if (spread.style().as == EventDisplay::density)
        return pen.say("legend.spread.kernel", {{"km", km(spread.style().bandwidth_km)}});
    if (spread.hexagons())
        return pen.say("legend.spread.cells", {{"km", km(spread.style().hexagon_km)},
                                               {"area", pen.grouped(static_cast<std::uint64_t>(std::llround(
                                                            spread.hexagons()->grid.area_m2() / 1e6)))}});
    return {};
}

}  // namespace

Block spread_block(const Pen& pen, float width) {
    const auto& spread = pen.scene().spread;
    if (!spread) return {};
    Stack stack(pen, width);
    add_legend_head(pen, stack, head_key(spread->style()));
    const auto& lower = spread->classes().lower;
    const bool is_whole = spread->style().as != EventDisplay::density && !scene::is_rate(spread->style().value);
    const auto colours = scene::class_colours(pen.theme(), lower.size());
    for (std::size_t i = lower.size(); i-- > 0;)
        add_swatch(pen, stack, on_land(pen, colours[i]), class_text(pen, lower, i, is_whole), false);
    if (lower.empty())
        stack.text(pen.say("legend.spread.none"), legend_note_style(pen), 1.3f);
    else if (spread->style().as == EventDisplay::density)
        add_swatch(pen, stack, pen.theme().land,
                   pen.say("legend.class.below", {{"low", limit_text(pen, lower.front())}}), false);
    else
        add_swatch(pen, stack, pen.theme().land, pen.grouped(0), false);
    if (spread->has_no_figures())
        add_swatch(pen, stack, pen.theme().land, pen.say("legend.spread.no_figure"), true);
    return std::move(stack).done();
}

Block spread_notes_block(const Pen& pen, float width, const EventFacts& facts) {
    const auto& spread = pen.scene().spread;
    if (!spread) return {};
    Stack stack(pen, width);
    const TextStyle style = legend_note_style(pen);
    if (const auto how = how_text(pen, *spread); !how.empty()) stack.text(how, style, 1.3f);
    if (!spread->classes().lower.empty())
        stack.text(pen.say(method_key(scene::class_method(spread->style()))), style, 1.3f);
    if (facts.is_side_by_side())
        stack.text(pen.say("legend.spread.source",
                           {{"source", source_name(pen.scene(), *scene::primary_events(pen.scene()))}}),
                   pen.style(Face::bold, 12, pen.theme().body), 1.3f);
    return std::move(stack).done();
}

Block trail_block(const Pen& pen, float width) {
    const scene::Scene& scene = pen.scene();
    const bool is_all = scene.shows_whole_span || scene.timeline.window.unit == base::WindowLength::Unit::all;
    if (scene.display.as != EventDisplay::trail || is_all) return {};
    const TextStyle style = legend_entry_style(pen);
    const float diameter = static_cast<float>(scene::trail_diameter_px) * pen.unit(),
                middle = style.size_px * 0.68f;
    Stack stack(pen, width);
    for (const float x : {0.2f, 0.5f, 0.8f})
        stack.list().shapes.push_back({Shape::Kind::disc,
                                       {pen.px(22) * x, middle + (x == 0.5f ? -1 : 1) * pen.px(2.5f)},
                                       {diameter / 2, 0},
                                       {},
                                       0,
                                       pen.theme().trail});
    stack.text(pen.say("legend.trail", {{"date", base::long_date(scene.timeline.bounds.first, scene.language)}}),
               style, 1.35f, pen.px(29));
    return std::move(stack).done();
}

Block caution_block(const Pen& pen, float width) {
    if (pen.scene().display.as == EventDisplay::symbols) return {};
    Stack stack(pen, width);
    stack.text(pen.say("legend.caution"), pen.style(Face::bold, 12, pen.theme().body), 1.3f);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
