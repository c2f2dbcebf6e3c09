// The days that an event may lie in when its source knows no more than its week, month or year.
#pragma once

#include "base/time_window.h"
#include "events/event_table.h"
#include "io/event_schema.h"

namespace harmattan::io {

// Both ends included. `written` is the one day that the source writes for it. precision 2 (within days): 6 days,
// the most that GED's codebook has for it; 3 (week): 7 days; both from the day written, or around it where the
// source writes the middle. 4: its calendar month. 5: its calendar year. Others: the day itself.
base::DayRange interval_of(base::Day written, events::DatePrecision precision, DateAnchor anchor);

}  // namespace harmattan::io
