#include <cmath>

#include "base/number_format.h"
#include "layout/blocks.h"
#include "layout/event_facts.h"
#include "layout/histogram.h"

namespace harmattan::layout {
namespace {

constexpr int longest_by_day = 210;

std::array<std::uint32_t, events::violence_type_count> counts_of(const events::EventTable& table,
                                                                 base::DayRange days) {
    std::array<std::uint32_t, events::violence_type_count> counts{};
    const auto rows = table.rows_in(days);
    for (std::size_t row = rows.first; row < rows.last; ++row)
        ++counts.at(static_cast<std::size_t>(table.type()[row]));
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
    const auto* layer = shown_events(scene);
    if (layer == nullptr || !scene.furniture.histogram) return std::nullopt;
    const base::DayRange days = scene.timeline.bounds.empty() ? layer->table->days() : scene.timeline.bounds;
    if (days.empty()) return std::nullopt;
    return days;
}

HistogramBars histogram_bars(const events::EventTable& table, base::DayRange days) {
    HistogramBars out;
    out.by_month = days.length_days() > longest_by_day;
    std::uint32_t greatest = 0;
    for (base::Day day = days.first; day <= days.last;) {
        const base::Day next = std::min(next_bar(day, out.by_month), days.last + 1);
        out.bars.push_back({{day, next - 1}, counts_of(table, {day, next - 1})});
        std::uint32_t sum = 0;
        for (const auto count : out.bars.back().counts) sum += count;
        greatest = std::max(greatest, sum);
        day = next;
    }
    out.axis_step = axis_step(greatest);
    return out;
}

float histogram_left_px(const Pen& pen, const HistogramBars& bars) {
    if (!pen.dress().histogram_labels) return 0;
    const TextStyle style = pen.style(Face::regular, 11, pen.theme().muted);
    return pen.shaper().width_px(pen.grouped(2ULL * bars.axis_step), style) + pen.px(8);
}

float histogram_top_px(const Pen& pen) {
    return pen.px(12);
}

float histogram_below_px(const Pen& pen) {
    return pen.dress().histogram_labels ? pen.px(6) + pen.text_px(12) * 1.15f : pen.px(4);
}

Block caption_block(const Pen& pen, float width, const EventFacts& facts, bool by_month) {
    const std::string date = base::long_date(pen.scene().events->coverage.last, pen.scene().language);
    Stack stack(pen, width);
    stack.text(pen.say(by_month ? "histogram.title.months" : "histogram.title.days"),
               pen.style(Face::bold, 12.5f, pen.theme().body), 1.4f);
    // Without bars there is nothing to explain, but the day of the data is never left out.
    stack.text(pen.dress().histogram_bars
                   ? pen.say("histogram.caption", {{"total", pen.grouped(facts.total)}, {"date", date}})
                   : pen.say("histogram.data_to", {{"date", date}}),
               pen.style(Face::regular, 12, pen.theme().muted), 1.34f);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
