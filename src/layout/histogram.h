// The chart of events a month under the map: a row for each source, one below the other on one time axis. Internal
// to layout.
#pragma once

#include "layout/pen.h"

namespace harmattan::layout {

inline constexpr float histogram_symbol_px = 9;  // at the left of a source's row

// The days the chart spans: the time line, else the table's days; nothing without events.
std::optional<base::DayRange> histogram_days(const scene::Scene& scene);

// Bars over the days, a month each, or a day each when there are fewer than about seven months. `layer` has a
// table.
HistogramBars histogram_bars(const scene::EventLayer& layer, scene::ColourBy colour_by, base::DayRange days);

// How many sources' rows the chart has: with less room only the first source's.
std::size_t histogram_row_count(const Pen& pen, const EventFacts& facts);
// The least height of the plot with so many rows; without bars of the line that stands for it.
float least_plot_px(const Pen& pen, std::size_t row_count);
// The chart in a plot, cut into rows.
HistogramPlace histogram_in(const Pen& pen, const RectPx& plot, base::DayRange days, std::size_t row_count);

// Room for the axis' labels (and the sources' symbols) left of the plot, for the playhead above it and for the
// years below it.
float histogram_left_px(const Pen& pen, const EventFacts& facts, const std::vector<HistogramBars>& bars);
float histogram_top_px(const Pen& pen);
float histogram_below_px(const Pen& pen);

// What the chart counts, in words. `facts` hold a source at least.
Block caption_block(const Pen& pen, float width, const EventFacts& facts, bool by_month);

void draw_histogram(const Pen& pen, const FrameLayout& layout, DisplayList& list);
void draw_histogram_window(const Pen& pen, const FrameLayout& layout, base::Instant instant, base::DayRange window,
                           DisplayList& list);

}  // namespace harmattan::layout
