#include <cmath>

#include "layout/blocks.h"
#include "layout/legend_text.h"
#include "layout/symbols.h"
#include "scene/event_colours.h"
#include "scene/event_style.h"

namespace harmattan::layout {
namespace {

// The greatest of 1, 2, 4, 5 times a power of ten that is not above `value` (1 or more).
std::int32_t round_below(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))));
    for (const double digit : {5.0, 4.0, 2.0})
        if (digit * power <= value) return static_cast<std::int32_t>(digit * power);
    return static_cast<std::int32_t>(power);
}

// An age row's entry: a symbol faded as the map fades it.
void age_symbol(const Pen& pen, DisplayList& list, scene::EventSymbol symbol, PointPx centre, float diameter,
                double u) {
    const double f = scene::age_opacity(u);
    const base::Colour ink = base::mixed(pen.theme().body, pen.theme().muted, 0.4);
    const base::Colour edge = base::mixed(ink, pen.theme().title, 0.5);
    add_symbol(list, symbol, centre, diameter, base::faded(ink, 0.92 * f), base::faded(edge, 0.35 + 0.65 * f),
               pen.unit());
}

std::string age_text(const Pen& pen) {
    using Unit = base::WindowLength::Unit;
    const auto window = pen.scene().timeline.window;
    const auto count = static_cast<std::uint64_t>(window.count);
    if (window.unit == Unit::days) return pen.say_count("legend.age.days", count);
    return pen.say_count(window.unit == Unit::months ? "legend.age.months" : "legend.age.years", count);
}

bool has_other_shapes(const EventFacts& facts) {
    return std::any_of(facts.sources.begin(), facts.sources.end(),
                       [](const SourceFacts& source) { return source.symbol != scene::EventSymbol::disc; });
}

// Symbols side by side, one a source.
struct SymbolRow {
    std::vector<float> centres_x;
    float right = 0;
};

SymbolRow symbol_row(const EventFacts& facts, float diameter, float gap) {
    SymbolRow row;
    for (const SourceFacts& source : facts.sources) {
        const float width = symbol_width(source.symbol, diameter), left = row.right + (row.right > 0 ? gap : 0);
        row.centres_x.push_back(left + width / 2);
        row.right = left + width;
    }
    return row;
}

struct ColourEntry {
    std::size_t colour;  // place in the palette
    std::string name;
};

std::vector<ColourEntry> type_entries(const Pen& pen) {
    constexpr std::array<const char*, events::violence_type_count> keys{
        "legend.type.state_based", "legend.type.non_state", "legend.type.one_sided", "legend.type.unknown"};
    std::vector<ColourEntry> entries;
    for (std::size_t type = 0; type < keys.size(); ++type) entries.push_back({type, pen.say(keys[type])});
    return entries;
}

// Armed groups first; what could not be told last.
std::vector<ColourEntry> actor_entries(const Pen& pen, const EventFacts& facts) {
    using Hue = events::FamilyHue;
    if (facts.sources.empty()) return {};
    const auto& actors = *pen.scene().event_layers[facts.sources.front().layer].actors;
    std::vector<ColourEntry> entries;
    for (const Hue hue : {Hue::plum, Hue::olive, Hue::umber, Hue::green, Hue::amber, Hue::black, Hue::navy,
                          Hue::steel, Hue::grey}) {
        const auto name = scene::in_language(pen.scene(), actors.name_en(hue), actors.name_fr(hue));
        const bool has_name = !name.empty() && hue != Hue::black;
        const char* key = hue == Hue::black ? "legend.actors.several" : "legend.actors.unknown";
        entries.push_back({static_cast<std::size_t>(hue), has_name ? std::string(name) : pen.say(key)});
    }
    return entries;
}

std::vector<ColourEntry> colour_entries(const Pen& pen, const EventFacts& facts) {
    return pen.scene().colour_by == scene::ColourBy::type ? type_entries(pen) : actor_entries(pen, facts);
}

// What the sizes leave open.
std::string sizes_note(const Pen& pen, const EventFacts& facts) {
    std::string note;
    const auto add = [&](const std::string& text) {
        note += (note.empty() ? "" : pen.say("counts.join") + ' ') + text;
    };
    const auto has = [&](auto&& is_so) { return std::any_of(facts.sources.begin(), facts.sources.end(), is_so); };
    if (has([](const SourceFacts& source) { return source.best_missing > 0; })) add(pen.say("legend.hollow"));
    const std::int32_t capped = scene::capped_from(facts.sizes.reference);
    if (facts.sizes.greatest > capped)
        add(pen.say("legend.capped", {{"count", pen.grouped(static_cast<std::uint64_t>(capped))}}));
    if (has_other_shapes(facts)) add(pen.say("legend.equal_areas"));
    if (has([](const SourceFacts& source) { return source.has_shared_places; })) add(pen.say("legend.sums"));
    return note;
}

// A symbol with the rings of its low and high estimates, and which is which.
void add_range_sample(const Pen& pen, Stack& stack, const EventFacts& facts) {
    if (pen.scene().estimates != scene::Estimates::range || facts.sources.empty()) return;
    const TextStyle style = legend_entry_style(pen);
    const float high = pen.px(30), best = pen.px(20), low = pen.px(11), line = pen.unit();
    const float pitch = style.size_px * 1.25f, height = std::max(high, 3 * pitch);
    stack.gap(pen.px(6));
    const PointPx centre{high / 2 + pen.px(2), stack.y() + height / 2};
    const base::Colour ink = base::mixed(pen.theme().body, pen.theme().muted, 0.4);
    const scene::EventSymbol symbol = facts.sources.front().symbol;
    add_symbol(stack.list(), symbol, centre, best, base::faded(ink, 0.8), ink, line);
    const auto ring = [&](float diameter, base::Colour colour, float dash_on, float dash_off) {
        stack.list().shapes.push_back({Shape::Kind::disc,
                                       centre,
                                       {diameter / 2, 0},
                                       {},
                                       1.2f * line,
                                       colour,
                                       dash_on * line,
                                       dash_off * line});
    };
    ring(low, pen.theme().event_casing, 0, 0);
    ring(high, ink, 3, 2.5f);
    const float text_x = centre.x + high / 2 + pen.px(10);
    constexpr std::array<const char*, 3> keys{"legend.range.high", "legend.range.best", "legend.range.low"};
    const std::array<float, 3> diameters{high, best, low};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const float text_y = centre.y + pitch * (static_cast<float>(i) - 1);
        const float top_y = centre.y - diameters[i] / 2;
        stack.list().shapes.push_back({Shape::Kind::segment,
                                       {centre.x, top_y + line / 2},
                                       {text_x - pen.px(3), text_y},
                                       {},
                                       0.8f * line,
                                       base::faded(ink, 0.7),
                                       2.2f * line,
                                       2 * line});
        add_middle_text(pen, stack, pen.say(keys[i]), text_x, text_y, style);
    }
    stack.gap(height);
}

}  // namespace

Block colours_block(const Pen& pen, float width, const EventFacts& facts) {
    Stack stack(pen, width);
    const bool is_by_actor = pen.scene().colour_by == scene::ColourBy::actor;
    add_legend_head(pen, stack, is_by_actor ? "legend.actors" : "legend.types");
    const auto palette = scene::event_palette(pen.theme(), pen.scene().colour_by);
    const float diameter = pen.px(15), pitch = std::max(pen.px(20.5f), legend_entry_style(pen).size_px * 1.5f);
    const SymbolRow row = symbol_row(facts, diameter, pen.px(5));
    for (const ColourEntry& entry : colour_entries(pen, facts)) {
        const auto has_colour = [&](const SourceFacts& source) { return source.has_colour[entry.colour]; };
        if (std::none_of(facts.sources.begin(), facts.sources.end(), has_colour)) continue;
        const float y = stack.y() + pitch / 2;
        for (std::size_t i = 0; i < facts.sources.size(); ++i)
            if (has_colour(facts.sources[i]))
                add_symbol(stack.list(), facts.sources[i].symbol, {row.centres_x[i], y}, diameter,
                           base::faded(palette.fill[entry.colour], 0.92), palette.edge[entry.colour], pen.unit());
        add_middle_text(pen, stack, entry.name, row.right + pen.px(11), y, legend_entry_style(pen));
        stack.gap(pitch);
    }
    if (is_by_actor) stack.text(pen.say("legend.actors.note"), legend_note_style(pen), 1.3f);
    return std::move(stack).done();
}

std::vector<std::int32_t> legend_sums(const EventFacts& facts) {
    const double greatest = std::min<double>(facts.sizes.greatest, scene::capped_from(facts.sizes.reference));
    if (greatest < 1) return {};
    std::vector<std::int32_t> sums{round_below(greatest)};
    for (const double share : {4.0, 40.0}) {
        const std::int32_t sum = round_below(sums.front() / share);
        if (sum < sums.back()) sums.push_back(sum);
    }
    return sums;
}

Block sizes_block(const Pen& pen, float width, const EventFacts& facts) {
    Stack stack(pen, width);
    add_legend_head(pen, stack, "legend.sizes");
    const auto sums = legend_sums(facts);
    const auto diameter_of = [&](std::int32_t best) {
        return static_cast<float>(scene::diameter_px(best, facts.sizes.reference)) * pen.unit();
    };
    const TextStyle style = legend_entry_style(pen);
    const base::Colour line = base::mixed(pen.theme().body, pen.theme().muted, 0.5);
    const float least_pitch = style.size_px * 1.16f, half_text = style.size_px / 2;
    const float ring = diameter_of(0), none_width = pen.shaper().width_px(pen.grouped(0), style);
    const float largest = sums.empty() ? ring : diameter_of(sums.front());

    // Heights of the labels above the common base line: at their circles' tops, pushed apart where too close.
    std::vector<float> rises;
    for (auto sum = sums.rbegin(); sum != sums.rend(); ++sum)
        rises.push_back(std::max(diameter_of(*sum), rises.empty() ? half_text : rises.back() + least_pitch));
    const float highest = std::max(largest, rises.empty() ? 0 : rises.back() + half_text);
    const float base_y = stack.y() + highest + pen.px(1);

    add_ring(stack.list(), {pen.px(7.5f), base_y - std::max(ring, half_text * 2) / 2}, ring, 1.3f * pen.unit(),
             line);
    const float none_x = pen.px(20);
    add_middle_text(pen, stack, pen.grouped(0), none_x, base_y - std::max(ring, half_text * 2) / 2, style);
    const float x = none_x + none_width + pen.px(18) + largest / 2;
    const float leader_end = x + largest / 2 + pen.px(14);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::int32_t sum = sums[sums.size() - 1 - i];
        const float d = diameter_of(sum), label_y = base_y - rises[i];
        add_ring(stack.list(), {x, base_y - d / 2}, d, 1.1f * pen.unit(), line);
        Shape leader{Shape::Kind::segment, {x, base_y - d},        {leader_end, label_y}, {},
                     0.8f * pen.unit(),    base::faded(line, 0.8), 2.2f * pen.unit(),     2 * pen.unit()};
        stack.list().shapes.push_back(leader);
        add_middle_text(pen, stack, pen.grouped(static_cast<std::uint64_t>(sum)), leader_end + pen.px(5), label_y,
                        style);
    }
    stack.gap(highest + pen.px(2));
    add_range_sample(pen, stack, facts);
    const std::string note = sizes_note(pen, facts);
    if (!note.empty()) {
        stack.gap(pen.px(3));
        stack.text(note, legend_note_style(pen), 1.3f);
    }
    return std::move(stack).done();
}

Block age_block(const Pen& pen, float width, const EventFacts& facts) {
    Stack stack(pen, width);
    const auto& scene = pen.scene();
    const bool fades = scene::shown_window(scene).unit != base::WindowLength::Unit::all;
    const auto is_empty = [](const SourceFacts& source) { return source.total == 0; };
    if (!pen.dress().age || !fades || std::all_of(facts.sources.begin(), facts.sources.end(), is_empty)) return {};
    add_legend_head(pen, stack, "legend.age");
    const float diameter = pen.px(15), pitch = pen.px(22);
    const float y = stack.y() + diameter / 2;
    constexpr std::array<double, 5> ages{0, 0.25, 0.5, 0.75, 0.94};
    for (std::size_t i = 0; i < ages.size(); ++i)
        age_symbol(pen, stack.list(), facts.sources.front().symbol,
                   {diameter / 2 + pitch * static_cast<float>(i), y}, diameter, ages[i]);
    const float text_x = pitch * 5 + pen.px(4);
    const std::string text = age_text(pen);
    if (text_x + pen.shaper().width_px(text, legend_entry_style(pen)) <= width) {
        add_middle_text(pen, stack, text, text_x, y, legend_entry_style(pen));
        stack.gap(diameter);
    } else {
        stack.gap(diameter + pen.px(4));
        stack.text(text, legend_entry_style(pen), 1.3f);
    }
    return std::move(stack).done();
}

}  // namespace harmattan::layout
