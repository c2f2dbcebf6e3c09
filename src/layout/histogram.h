// The chart of events a month under the map. Internal to layout.
#pragma once

#include "layout/pen.h"

namespace harmattan::layout {

// The days the chart spans: the time line, else the table's days; nothing without events.
std::optional<base::DayRange> histogram_days(const scene::Scene& scene);

// Bars over the days, a month each, or a day each when there are fewer than about seven months.
HistogramBars histogram_bars(const events::EventTable& table, base::DayRange days);

// Room for the axis' labels left of the plot, for the playhead above it and for the years below it.
float histogram_left_px(const Pen& pen, const HistogramBars& bars);
float histogram_top_px(const Pen& pen);
float histogram_below_px(const Pen& pen);

// What the chart counts, in words.
Block caption_block(const Pen& pen, float width, const EventFacts& facts, bool by_month);

void draw_histogram(const Pen& pen, const FrameLayout& layout, DisplayList& list);
void draw_histogram_window(const Pen& pen, const FrameLayout& layout, base::Instant instant, base::DayRange window,
                           DisplayList& list);

}  // namespace harmattan::layout
