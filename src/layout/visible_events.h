// How many events of any window a view shows, without touching events again. A row that stands for several events
// (EventTable::weight) counts as so many; its fatalities are its own.
#pragma once

#include <vector>

#include "geo/extent.h"
#include "layout/frame_layout.h"

namespace harmattan::layout {

// All events of a table in the plane, NaN where the projection is not defined.
std::vector<geo::PlanarPoint> project_events(const events::EventTable& table, const geo::Projection& projection);

// Running sums over the table's days for one view; each question costs a few binary searches.
class VisibleEvents {
  public:
    VisibleEvents(const events::EventTable& table, const std::vector<geo::PlanarPoint>& points,
                  const FrameLayout& layout);

    // `total` is the table's; `rejected` is left 0.
    EventCounts count(base::DayRange window) const;

  private:
    struct Sums {
        std::uint64_t all = 0, shown = 0, best_unknown = 0;
        std::int64_t best = 0, low = 0, high = 0;
    };
    // Sums over all rows before `day`.
    Sums before(base::Day day) const;

    std::vector<base::Day> days_;  // with events, ascending
    std::vector<Sums> through_;    // through_[i]: over the rows of days_[0] to days_[i]
};

}  // namespace harmattan::layout
