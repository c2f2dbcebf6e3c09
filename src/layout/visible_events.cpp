#include "layout/visible_events.h"

namespace harmattan::layout {
namespace {

// What is no number is in no map.
bool is_shown(const MapView& view, const RectPx& map, geo::PlanarPoint point) {
    return map.contains(view.to_px(point));
}

std::int64_t known(std::int32_t fatalities) {
    return fatalities == events::fatalities_unknown ? 0 : fatalities;
}

}  // namespace

std::vector<geo::PlanarPoint> project_events(const events::EventTable& table, const geo::Projection& projection) {
    std::vector<geo::PlanarPoint> points(table.size());
    projection.forward(table.lon_deg(), table.lat_deg(), points);
    return points;
}

VisibleEvents::VisibleEvents(const events::EventTable& table, const std::vector<geo::PlanarPoint>& points,
                             const FrameLayout& layout) {
    Sums sums;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const base::Day day = table.first_day()[row];
        if (days_.empty() || days_.back() != day) {
            days_.push_back(day);
            through_.push_back(sums);
        }
        const std::uint32_t weight = table.weight(row);
        sums.all += weight;
        through_.back().all = sums.all;
        if (!is_shown(layout.view, layout.map, points[row])) continue;
        sums.shown += weight;
        sums.best_unknown += table.best()[row] == events::fatalities_unknown ? weight : 0;
        sums.best += known(table.best()[row]);
        sums.low += known(table.low()[row]);
        sums.high += known(table.high()[row]);
        through_.back() = sums;
    }
}

VisibleEvents::Sums VisibleEvents::before(base::Day day) const {
    const auto next = std::lower_bound(days_.begin(), days_.end(), day) - days_.begin();
    return next == 0 ? Sums{} : through_[static_cast<std::size_t>(next - 1)];
}

EventCounts VisibleEvents::count(base::DayRange window) const {
    const Sums first = before(window.first), last = window.empty() ? first : before(window.last + 1);
    EventCounts counts;
    counts.total = through_.empty() ? 0 : through_.back().all;
    counts.shown = last.shown - first.shown;
    counts.outside_frame = last.all - first.all - counts.shown;
    counts.best_unknown = last.best_unknown - first.best_unknown;
    counts.best = last.best - first.best;
    counts.low = last.low - first.low;
    counts.high = last.high - first.high;
    return counts;
}

}  // namespace harmattan::layout
