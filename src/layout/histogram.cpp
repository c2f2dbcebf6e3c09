#include "layout/histogram.h"

#include <cmath>
#include <numbers>

#include "base/number_format.h"
#include "layout/symbols.h"
#include "scene/event_colours.h"

namespace harmattan::layout {
namespace {

constexpr double dim_share = 0.36;

RectPx between(float left, float right, const RectPx& plot) {
    return {left, plot.y, right - left, plot.height};
}

// By place in the palette, from the counts by class.
std::array<std::uint32_t, events::family_hue_count> counts_by_colour(const HistogramBars::Bar& bar,
                                                                     const std::vector<std::uint8_t>& colours) {
    std::array<std::uint32_t, events::family_hue_count> counts{};
    for (std::size_t i = 0; i < colours.size(); ++i) counts.at(colours[i]) += bar.counts[i];
    return counts;
}

// By place in the palette; one ink where the legend tells no colours of events.
base::Colour bar_colour(const Pen& pen, std::size_t colour) {
    if (pen.scene().spread) return base::mixed(pen.theme().body, pen.theme().muted, 0.5);
    return scene::event_palette(pen.theme(), pen.scene().colour_by).fill[colour];
}

// The bars' rectangles of a source's row as things stand on `day`, cut to [left, right]; colours by place in the
// palette through `colour_of`.
template <class ColourOf>
void add_bars(const Pen& pen, const FrameLayout& layout, std::size_t source, base::Day day, float left,
              float right, ColourOf colour_of, DisplayList& list) {
    const float unit = pen.unit();
    const auto& scene = pen.scene();
    const auto colours =
        scene::colours_of_classes(scene.event_layers[layout.facts.sources[source].layer], scene.colour_by, day);
    const HistogramPlace& place = *layout.histogram;
    const RectPx& row = place.rows[source];
    const float scale = row.height / static_cast<float>(2 * layout.bars[source].axis_step);
    for (const auto& bar : layout.bars[source].bars) {
        float x0 = std::round(place.x_of(bar.days.first.value)),
              x1 = std::round(place.x_of(bar.days.last.value + 1));
        if (x1 - x0 > 5 * unit) x1 -= std::max(1.f, std::round(unit));
        x0 = std::max(x0, left);
        x1 = std::min(x1, right);
        if (x1 <= x0) continue;
        std::uint32_t below = 0;
        const auto counts = counts_by_colour(bar, colours);
        for (std::size_t colour = 0; colour < counts.size(); ++colour) {
            if (counts[colour] == 0) continue;
            const float y1 = row.bottom() - static_cast<float>(below) * scale;
            below += counts[colour];
            const float y0 = row.bottom() - static_cast<float>(below) * scale;
            add_rect(list, {x0, y0, x1 - x0, y1 - y0}, colour_of(colour));
        }
    }
}

void draw_axis(const Pen& pen, const FrameLayout& layout, std::size_t source, DisplayList& list) {
    const RectPx& plot = layout.histogram->rows[source];
    const float line = std::max(1.f, std::round(0.8f * pen.unit()));
    const TextStyle style = pen.style(Face::regular, 11, pen.theme().muted);
    for (const std::uint32_t n : {1U, 2U}) {
        const float y = std::round(plot.bottom() - plot.height * static_cast<float>(n) / 2);
        add_rect(list, {plot.x, y, plot.width, line}, dimmed(pen, pen.theme().muted, 0.22));
        if (pen.dress().histogram_labels)
            pen.shaper().add_text(
                list, pen.grouped(n * layout.bars[source].axis_step),
                {plot.x - pen.px(6), y + pen.shaper().cap_height_px(style.face, style.size_px) / 2}, style,
                TextShaper::Align::right);
    }
}

// A stretch of days for which the source has no data, with its words where they fit.
void draw_no_data(const Pen& pen, const RectPx& box, std::string_view key, base::Day day, DisplayList& list) {
    if (box.width < 1) return;
    list.shapes.push_back({Shape::Kind::hatch,
                           {box.x, box.y},
                           {box.right(), box.bottom()},
                           {},
                           0.9f * pen.unit(),
                           dimmed(pen, pen.theme().muted, 0.55),
                           6 * pen.unit(),
                           std::numbers::pi_v<float> / 4});
    const TextStyle style = pen.style(Face::regular, 11, pen.theme().muted);
    const std::string date = base::long_date(day, pen.scene().language);
    const float leading = style.size_px * 1.3f, margin = pen.px(4);
    const auto fits = [&](const std::vector<std::string>& lines) {
        return std::all_of(lines.begin(), lines.end(),
                           [&](const auto& line) {
                               return pen.shaper().width_px(line, style) + 2 * margin <= box.width;
                           }) &&
               leading * static_cast<float>(lines.size()) + margin <= box.height;
    };
    std::vector<std::string> lines{pen.say(key), date};
    if (!fits(lines)) lines = wrapped(pen.shaper(), pen.say(key) + ' ' + date, style, box.width - 2 * margin);
    if (!fits(lines)) return;
    float width = 0;
    for (const auto& line : lines) width = std::max(width, pen.shaper().width_px(line, style));
    const float height = leading * static_cast<float>(lines.size());
    const RectPx paper{box.x + (box.width - width) / 2 - margin, box.y + (box.height - height) / 2 - margin / 2,
                       width + 2 * margin, height + margin};
    add_rect(list, paper, pen.ground());
    for (std::size_t i = 0; i < lines.size(); ++i)
        pen.shaper().add_text(
            list, lines[i],
            {box.x + box.width / 2, paper.y + margin / 2 + leading * (static_cast<float>(i) + 0.78f)}, style,
            TextShaper::Align::centre);
}

// Days on which a label's span begins: the years, or the months of a short time line.
std::vector<base::DayRange> label_spans(const FrameLayout& layout, bool& by_year) {
    const auto& days = layout.histogram->days;
    by_year = days.length_days() > 400;
    std::vector<base::DayRange> spans;
    for (base::Day day = days.first; day <= days.last;) {
        const auto date = base::civil_of(day);
        const base::Day next = by_year ? base::day_of({date.year + 1, 1, 1})
                                       : day + (base::days_in_month(date.year, date.month) - date.day + 1);
        spans.push_back({day, std::min(next - 1, days.last)});
        day = next;
    }
    return spans;
}

struct TimeLabel {
    float x;  // of its middle
    std::string text;
    bool is_now;
};

// The stretches cut at the ends of the time line are shorter than the others, so their names may come too near to
// the next one's: the whole stretch keeps its name.
void drop_touching_ends(std::vector<TimeLabel>& labels, float least_pitch) {
    if (labels.size() > 1 && labels[1].x - labels[0].x < least_pitch) labels.erase(labels.begin());
    if (labels.size() > 1 && labels.back().x - labels[labels.size() - 2].x < least_pitch) labels.pop_back();
}

// Years under their stretch; the playhead's own in bold. Every second, fifth ... where they would touch.
void draw_time_labels(const Pen& pen, const FrameLayout& layout, std::optional<base::Day> today,
                      DisplayList& list) {
    bool by_year = true;
    const auto spans = label_spans(layout, by_year);
    const HistogramPlace& place = *layout.histogram;
    TextStyle style = pen.style(Face::regular, 12, pen.theme().body);
    const auto text_of = [&](const base::DayRange& span) {
        return by_year ? std::to_string(base::civil_of(span.first).year)
                       : base::month_and_year(span.first, pen.scene().language);
    };
    float widest = 0, longest = 0;
    for (const auto& span : spans) {
        TextStyle bold = style;
        bold.face = Face::bold;
        widest = std::max(widest, pen.shaper().width_px(text_of(span), bold));
        longest = std::max(longest, place.x_of(span.last.value + 1) - place.x_of(span.first.value));
    }
    const float pitch = widest + pen.px(10);
    std::size_t every = 1;
    for (const std::size_t step : {1U, 2U, 5U, 10U, 20U, 50U, 100U}) {
        every = step;
        if (longest * static_cast<float>(step) >= pitch) break;
    }
    const float y = place.plot.bottom() + pen.px(5) + style.size_px;
    std::vector<TimeLabel> labels;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const int number = by_year ? base::civil_of(spans[i].first).year : static_cast<int>(i);
        const bool is_now = today && spans[i].contains(*today);
        if (number % static_cast<int>(every) != 0) continue;
        const float x = (place.x_of(spans[i].first.value) + place.x_of(spans[i].last.value + 1)) / 2;
        // The stretch cut at an end of the time line may be shorter than its name.
        const float half = widest / 2;
        if (x - half < place.plot.x - pen.px(4) || x + half > place.plot.right() + pen.px(4)) continue;
        labels.push_back({x, text_of(spans[i]), is_now});
    }
    drop_touching_ends(labels, widest + pen.px(4));
    for (const TimeLabel& label : labels) {
        style.face = label.is_now ? Face::bold : Face::regular;
        style.colour = label.is_now ? pen.theme().title : pen.theme().body;
        pen.shaper().add_text(list, label.text, {label.x, y}, style, TextShaper::Align::centre);
    }
}

void draw_playhead(const Pen& pen, const RectPx& plot, float x, DisplayList& list) {
    const float top = plot.y - pen.px(5), half = pen.px(4.5f);
    const base::Colour ink = pen.theme().title;
    list.shapes.push_back({Shape::Kind::segment,
                           {x, top},
                           {x, plot.bottom() + pen.px(3)},
                           {},
                           std::max(1.f, 1.4f * pen.unit()),
                           ink});
    list.shapes.push_back({Shape::Kind::triangle,
                           {x - half, top - pen.px(6)},
                           {x + half, top - pen.px(6)},
                           {x, top + pen.px(1)},
                           0,
                           ink});
}

void draw_base_line(const Pen& pen, const RectPx& row, DisplayList& list) {
    const float line = std::max(1.f, std::round(0.8f * pen.unit()));
    add_rect(list, {row.x, std::round(row.bottom()), row.width, line}, dimmed(pen, pen.theme().muted, 0.8));
}

void draw_ticks(const Pen& pen, const FrameLayout& layout, DisplayList& list) {
    bool by_year = true;
    const HistogramPlace& place = *layout.histogram;
    const float line = std::max(1.f, std::round(0.8f * pen.unit()));
    for (const auto& span : label_spans(layout, by_year))
        add_rect(list,
                 {std::round(place.x_of(span.first.value)), std::round(place.plot.bottom()), line, pen.px(5)},
                 dimmed(pen, pen.theme().muted, 0.8));
}

// Whose row it is, left of the axis' labels.
void draw_row_symbol(const Pen& pen, const FrameLayout& layout, std::size_t source, DisplayList& list) {
    const RectPx& row = layout.histogram->rows[source];
    const float room = histogram_left_px(pen, layout.facts, layout.bars);
    const float diameter = pen.px(histogram_symbol_px);
    const base::Colour ink = base::mixed(pen.theme().body, pen.theme().muted, 0.4);
    add_symbol(list, layout.facts.sources[source].symbol,
               {row.x - room + pen.px(histogram_symbol_px * 0.8f), row.y + row.height / 2}, diameter,
               base::faded(ink, 0.92), ink, pen.unit());
}

void add_dimmed_bars(const Pen& pen, const FrameLayout& layout, std::size_t source, base::Day day,
                     DisplayList& list) {
    const RectPx& row = layout.histogram->rows[source];
    add_bars(
        pen, layout, source, day, row.x, row.right(),
        [&](std::size_t colour) { return dimmed(pen, bar_colour(pen, colour), dim_share); }, list);
}

// One source's bars, all dimmed, and where it has no data.
void draw_row(const Pen& pen, const FrameLayout& layout, std::size_t source, DisplayList& list) {
    const HistogramPlace& place = *layout.histogram;
    const RectPx& row = place.rows[source];
    const auto& coverage = pen.scene().event_layers[layout.facts.sources[source].layer].coverage;
    draw_axis(pen, layout, source, list);
    // By actor they change with the playhead: draw_histogram_window() draws them.
    if (pen.scene().colour_by == scene::ColourBy::type)
        add_dimmed_bars(pen, layout, source, place.days.last, list);
    if (coverage.last < place.days.last)
        draw_no_data(pen, between(std::max(row.x, place.x_of(coverage.last.value + 1)), row.right(), row),
                     "histogram.no_data_after", coverage.last, list);
    if (place.days.first < coverage.first)
        draw_no_data(pen, between(row.x, std::min(row.right(), place.x_of(coverage.first.value)), row),
                     "histogram.no_data_before", coverage.first, list);
    draw_base_line(pen, row, list);
    if (layout.facts.is_side_by_side() && pen.dress().histogram_labels) draw_row_symbol(pen, layout, source, list);
}

}  // namespace

void draw_histogram(const Pen& pen, const FrameLayout& layout, DisplayList& list) {
    if (!layout.histogram) return;
    if (!pen.dress().histogram_bars) {
        add_rect(list, layout.histogram->plot, dimmed(pen, pen.theme().muted, 0.3));
        return;
    }
    for (std::size_t source = 0; source < layout.histogram->rows.size(); ++source)
        draw_row(pen, layout, source, list);
    draw_ticks(pen, layout, list);
}

void draw_histogram_window(const Pen& pen, const FrameLayout& layout, base::Instant instant, base::DayRange window,
                           DisplayList& list) {
    if (!layout.histogram) return;
    const HistogramPlace& place = *layout.histogram;
    const RectPx& plot = place.plot;
    const auto clamped = [&](double day) { return std::clamp(place.x_of(day), plot.x, plot.right()); };
    const float playhead = clamped(instant.days);
    const bool has_bars = pen.dress().histogram_bars;
    // A picture of the whole span stands at no moment: it has neither band nor playhead.
    const bool is_moment = !pen.scene().shows_whole_span;
    const base::Day day = scene::colour_day(instant, window);
    if (has_bars && pen.scene().colour_by == scene::ColourBy::actor)
        for (std::size_t source = 0; source < place.rows.size(); ++source)
            add_dimmed_bars(pen, layout, source, day, list);
    if (!window.empty()) {
        // What has not happened yet is not in full colour: the last day counts up to the playhead.
        const float left = clamped(window.first.value);
        const float right = std::min(clamped(window.last.value + 1), std::max(playhead, left));
        const float rise = has_bars ? pen.px(5) : 0;
        if (is_moment)
            add_rect(list, {left, plot.y - rise, right - left, plot.height + rise},
                     base::faded(pen.theme().muted, has_bars ? 0.16 : 0.7));
        for (std::size_t source = 0; has_bars && source < place.rows.size(); ++source)
            add_bars(
                pen, layout, source, day, left, right, [&](std::size_t colour) { return bar_colour(pen, colour); },
                list);
    }
    if (is_moment) draw_playhead(pen, plot, playhead, list);
    if (pen.dress().histogram_labels && has_bars)
        draw_time_labels(pen, layout,
                         is_moment ? std::optional(window.empty() ? instant.day() : window.last) : std::nullopt,
                         list);
}

}  // namespace harmattan::layout
