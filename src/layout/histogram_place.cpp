#include <cmath>
#include <limits>

#include "base/number_format.h"
#include "layout/blocks.h"
#include "layout/histogram.h"
#include "layout/source_notes.h"
#include "layout/symbols.h"
#include "scene/event_colours.h"

namespace harmattan::layout {
namespace {

constexpr int longest_by_day = 210;
constexpr float least_row_px = 31, row_gap_px = 11;

// Under the title of a chart with a row for each source, or with only the first source's.
std::string rows_text(const Pen& pen, const EventFacts& facts) {
    const auto& first = pen.scene().event_layers[facts.sources.front().layer];
    if (histogram_row_count(pen, facts) > 1) return pen.say("histogram.rows");
    return pen.say("histogram.first_source", {{"source", source_name(pen.scene(), first)}});
}

std::vector<std::uint32_t> counts_of(const scene::EventLayer& layer, scene::ColourBy colour_by,
                                     base::DayRange days) {
    std::vector<std::uint32_t> counts(scene::event_class_count(layer, colour_by));
    const auto rows = layer.table->rows_in(days);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        std::uint32_t& count = counts[scene::event_class(layer, colour_by, row)];
        count += std::min(layer.table->weight(row), std::numeric_limits<std::uint32_t>::max() - count);
    }
    return counts;
}

// Where the bar after the one that begins on `day` begins.
base::Day next_bar(base::Day day, bool by_month) {
    if (!by_month) return day + 1;
    const auto date = base::civil_of(day);
    return day + (base::days_in_month(date.year, date.month) - date.day + 1);
}

// 1, 1.5, 2, 2.5, 3, 4, 5 or 7.5 times a power of ten, whole, at least half of `greatest`.
std::uint32_t axis_step(std::uint32_t greatest) {
    const double half = std::max(1.0, greatest / 2.0);
    for (double power = 1;; power *= 10)
        for (const double digit : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5}) {
            const double step = digit * power;
            if (step >= half && step == std::floor(step)) return static_cast<std::uint32_t>(step);
        }
}

}  // namespace

float HistogramPlace::x_of(double day) const {
    const double share = (day - days.first.value) / std::max(1, days.length_days());
    return plot.x + static_cast<float>(share * static_cast<double>(plot.width));
}

double HistogramPlace::day_at(float x_px) const {
    const double share = static_cast<double>(x_px - plot.x) / std::max(1e-6, static_cast<double>(plot.width));
    return days.first.value + share * days.length_days();
}

std::optional<base::DayRange> histogram_days(const scene::Scene& scene) {
    const auto shown = scene::shown_events(scene);
    if (shown.empty() || !scene.furniture.histogram) return std::nullopt;
    const base::DayRange days =
        scene.timeline.bounds.empty() ? shown.front()->table->days() : scene.timeline.bounds;
    if (days.empty()) return std::nullopt;
    return days;
}

HistogramBars histogram_bars(const scene::EventLayer& layer, scene::ColourBy colour_by, base::DayRange days) {
    HistogramBars out;
    out.by_month = days.length_days() > longest_by_day;
    std::uint32_t greatest = 0;
    for (base::Day day = days.first; day <= days.last;) {
        const base::Day next = std::min(next_bar(day, out.by_month), days.last + 1);
        out.bars.push_back({{day, next - 1}, counts_of(layer, colour_by, {day, next - 1})});
        std::uint32_t sum = 0;
        for (const auto count : out.bars.back().counts)
            sum += std::min(count, std::numeric_limits<std::uint32_t>::max() - sum);
        greatest = std::max(greatest, sum);
        day = next;
    }
    out.axis_step = axis_step(greatest);
    return out;
}

std::size_t histogram_row_count(const Pen& pen, const EventFacts& facts) {
    return pen.dress().histogram_bars && pen.dress().histogram_rows ? facts.sources.size() : 1;
}

float least_plot_px(const Pen& pen, std::size_t row_count) {
    if (!pen.dress().histogram_bars) return std::max(3.f, 3 * pen.unit());
    if (row_count <= 1) return pen.px(46);
    const auto rows = static_cast<float>(row_count);
    return pen.px(least_row_px) * rows + pen.px(row_gap_px) * (rows - 1);
}

HistogramPlace histogram_in(const Pen& pen, const RectPx& plot, base::DayRange days, std::size_t row_count) {
    HistogramPlace place{plot, days, {}};
    if (row_count <= 1) {
        place.rows = {plot};
        return place;
    }
    const auto count = static_cast<float>(row_count);
    const float gap = pen.px(row_gap_px), height = (plot.height - gap * (count - 1)) / count;
    for (std::size_t i = 0; i < row_count; ++i) {
        const float top = plot.y + static_cast<float>(i) * (height + gap);
        place.rows.push_back({plot.x, std::round(top), plot.width, std::round(top + height) - std::round(top)});
    }
    return place;
}

float histogram_left_px(const Pen& pen, const EventFacts& facts, const std::vector<HistogramBars>& bars) {
    if (!pen.dress().histogram_labels) return 0;
    const TextStyle style = pen.style(Face::regular, 11, pen.theme().muted);
    float widest = 0;
    for (std::size_t i = 0; i < histogram_row_count(pen, facts); ++i)
        widest = std::max(widest, pen.shaper().width_px(pen.grouped(2ULL * bars[i].axis_step), style));
    const float symbol = facts.is_side_by_side() ? pen.px(histogram_symbol_px * 1.6f + 6) : 0;
    return widest + pen.px(8) + symbol;
}

float histogram_top_px(const Pen& pen) {
    return pen.px(12);
}

float histogram_below_px(const Pen& pen) {
    return pen.dress().histogram_labels ? pen.px(6) + pen.text_px(12) * 1.15f : pen.px(4);
}

Block caption_block(const Pen& pen, float width, const EventFacts& facts, bool by_month) {
    const SourceFacts& first = facts.sources.front();
    const std::string date =
        base::long_date(pen.scene().event_layers[first.layer].coverage.last, pen.scene().language);
    const TextStyle style = pen.style(Face::regular, 12, pen.theme().muted);
    Stack stack(pen, width);
    stack.text(pen.say(by_month ? "histogram.title.months" : "histogram.title.days"),
               pen.style(Face::bold, 12.5f, pen.theme().body), 1.4f);
    // Of several sources each says for itself to which day it has data.
    if (facts.is_side_by_side()) {
        if (pen.dress().histogram_bars) stack.text(rows_text(pen, facts), style, 1.34f);
        stack.text(pen.say("counts.not_added"), pen.style(Face::italic, 12, pen.theme().body), 1.34f);
        return std::move(stack).done();
    }
    // Without bars there is nothing to explain, but the day of the data is never left out.
    stack.text(pen.dress().histogram_bars
                   ? pen.say("histogram.caption", {{"total", pen.grouped(first.total)}, {"date", date}})
                   : pen.say("histogram.data_to", {{"date", date}}),
               style, 1.34f);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
