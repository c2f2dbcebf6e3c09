// Numbers and notes of one source, and of sources that stand side by side.
#include "base/number_format.h"
#include "layout/blocks.h"
#include "layout/source_notes.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

constexpr float symbol_px = 13, symbol_gap_px = 8;

std::string joined(const Pen& pen, const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += out.empty() ? part : pen.say("counts.join") + ' ' + part;
    return out;
}

// What stands over a source's numbers where there are several: its symbol and its name.
void add_source_head(const Pen& pen, Stack& stack, const scene::EventLayer& layer) {
    const TextStyle style = pen.style(Face::bold, 13.5f, pen.theme().title);
    const float indent = pen.px(symbol_px + symbol_gap_px), leading = 1.35f;
    const base::Colour ink = base::mixed(pen.theme().body, pen.theme().muted, 0.4);
    const float y = stack.y() + style.size_px * 1.02f - pen.shaper().cap_height_px(style.face, style.size_px) / 2;
    const float diameter = pen.px(symbol_px);
    add_symbol(stack.list(), layer.symbol, {diameter / 2, y}, diameter, base::faded(ink, 0.92), ink, pen.unit());
    stack.text(source_name(pen.scene(), layer), style, leading, indent);
}

// The days that a source has data for: the last alone, unless the time line begins before the first.
std::string coverage_text(const Pen& pen, const scene::EventLayer& layer) {
    const auto language = pen.scene().language;
    if (layer.coverage.empty()) return {};
    if (layer.coverage.first <= pen.scene().timeline.bounds.first)
        return pen.say("histogram.data_to", {{"date", base::long_date(layer.coverage.last, language)}});
    return pen.say("notes.data_range", {{"range", base::date_range(layer.coverage, language)}});
}

// The small print under a source's numbers.
std::vector<std::string> asides(const Pen& pen, const EventCounts& counts, const SourceFacts& facts,
                                bool is_alone) {
    const auto& layer = pen.scene().event_layers[facts.layer];
    std::vector<std::string> notes;
    // A source that stands alone has this in the chart's caption.
    if (!is_alone) notes.push_back(coverage_text(pen, layer));
    if (counts.best_unknown > 0 && counts.best_unknown < counts.shown)
        notes.push_back(pen.say_count("counts.unknown", counts.best_unknown));
    if (counts.outside_frame > 0) notes.push_back(pen.say_count("counts.outside", counts.outside_frame));
    const auto gap = [&](std::string_view key, std::uint64_t count) {
        if (count > 0) notes.push_back(pen.say_count(key, count));
    };
    gap("counts.gap.country_wide", counts.gaps.country_wide);
    gap("counts.gap.outside", counts.gaps.outside);
    gap("counts.gap.coarse", counts.gaps.coarse);
    if (counts.rejected > 0) notes.push_back(pen.say_count("counts.rejected", counts.rejected));
    for (const SourceNote& note : source_notes(pen.scene(), layer))
        if (note.kind == SourceNote::Kind::account) notes.push_back(note.text);
    // And this in the legend.
    if (!is_alone && facts.place_precision_missing > 0)
        notes.push_back(facts.place_precision_missing == facts.total
                            ? pen.say("notes.places_not_given")
                            : pen.say_count("notes.places_not_given_some", facts.place_precision_missing));
    std::erase(notes, std::string());
    return notes;
}

TextStyle note_style(const Pen& pen, SourceNote::Kind kind) {
    const Face face = kind == SourceNote::Kind::selection ? Face::italic
                      : kind == SourceNote::Kind::warning ? Face::bold
                                                          : Face::regular;
    return pen.style(face, 12, pen.theme().body);
}

// That it is provisional, and the filter; that a source is hand-picked stands apart where it is alone.
void add_notes(const Pen& pen, Stack& stack, const SourceFacts& facts, bool is_alone) {
    using Kind = SourceNote::Kind;
    for (const SourceNote& note : source_notes(pen.scene(), pen.scene().event_layers[facts.layer]))
        if (note.kind != Kind::account && !(note.kind == Kind::selection && is_alone))
            stack.text(note.text, note_style(pen, note.kind), 1.35f);
}

void add_deaths(const Pen& pen, Stack& stack, const EventCounts& counts, const TextStyle& style, bool is_alone) {
    const bool none_given = counts.shown > 0 && counts.best_unknown == counts.shown;
    // Sources without low and high estimates have no range.
    const bool has_range = counts.high >= counts.best && counts.high > 0;
    const base::NamedValues range{{"low", pen.grouped(static_cast<std::uint64_t>(counts.low))},
                                  {"high", pen.grouped(static_cast<std::uint64_t>(counts.high))}};
    std::string deaths = none_given ? pen.say("counts.deaths.unknown")
                                    : pen.say_count("counts.deaths", static_cast<std::uint64_t>(counts.best));
    if (has_range && !is_alone)
        deaths = pen.say("counts.deaths_with_range", {{"deaths", deaths}, range[0], range[1]});
    stack.text(deaths, style, 1.4f);
    if (has_range && is_alone)
        stack.text(pen.say("counts.range", range), pen.style(Face::regular, 13, pen.theme().muted), 1.4f);
}

}  // namespace

Block counts_block(const Pen& pen, float width, const EventCounts& counts, const SourceFacts& facts,
                   bool is_alone) {
    const auto& theme = pen.theme();
    Stack stack(pen, width);
    if (!is_alone) add_source_head(pen, stack, pen.scene().event_layers[facts.layer]);
    const TextStyle plain = pen.style(Face::regular, is_alone ? 14 : 13, theme.body);
    stack.text(pen.say_count("counts.shown", counts.shown, {{"total", pen.grouped(counts.total)}}),
               is_alone ? pen.style(Face::bold, 14, theme.title) : plain, 1.4f);
    add_deaths(pen, stack, counts, plain, is_alone);
    add_notes(pen, stack, facts, is_alone);
    stack.text(joined(pen, asides(pen, counts, facts, is_alone)), pen.style(Face::regular, 12, theme.muted), 1.4f);
    return std::move(stack).done();
}

Block widest_counts_block(const Pen& pen, float width, const SourceFacts& facts, bool is_alone) {
    EventCounts counts;
    counts.shown = counts.outside_frame = counts.total = facts.total;
    counts.rejected = pen.scene().event_layers[facts.layer].rejected;
    counts.best = facts.high_sum;
    if (facts.has_ranges) counts.low = counts.high = facts.high_sum;
    if (pen.scene().spread && facts.layer == 0)
        counts.gaps = pen.scene().spread->gaps(pen.scene().event_layers[0].table->days());
    if (facts.best_missing < facts.total) counts.best_unknown = facts.best_missing;
    Block block = counts_block(pen, width, counts, facts, is_alone);
    block.list = {};
    return block;
}

Block selection_block(const Pen& pen, float width, const scene::EventLayer& layer) {
    Stack stack(pen, width);
    for (const SourceNote& note : source_notes(pen.scene(), layer))
        if (note.kind == SourceNote::Kind::selection) stack.text(note.text, note_style(pen, note.kind), 1.3f);
    return std::move(stack).done();
}

Block not_added_block(const Pen& pen, float width) {
    Stack stack(pen, width);
    stack.text(pen.say("counts.not_added"), pen.style(Face::italic, 12, pen.theme().body), 1.3f);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
