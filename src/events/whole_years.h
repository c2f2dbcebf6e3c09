// Releases that come once a year and cover whole years.
#pragma once

#include "base/time_window.h"

namespace harmattan::events {

// From the first to the last event of such a release to the days it covers: to the ends of its first and last year
// where the events reach within two weeks of them. A table cut at another day covers no more than its events.
base::DayRange to_whole_years(base::DayRange first_to_last_event);

}  // namespace harmattan::events
