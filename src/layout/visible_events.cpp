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
    before_.resize(table.size() + 1);
    Sums sums;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (is_shown(layout.view, layout.map, points[row])) {
            ++sums.shown;
            sums.best_unknown += table.best()[row] == events::fatalities_unknown ? 1 : 0;
            sums.best += known(table.best()[row]);
            sums.low += known(table.low()[row]);
            sums.high += known(table.high()[row]);
        }
        before_[row + 1] = sums;
    }
}

FrameCounts VisibleEvents::count(const events::EventTable& table, base::DayRange window) const {
    const auto rows = table.rows_in(window);
    const Sums &before = before_[rows.first], &after = before_[rows.last];
    FrameCounts counts;
    counts.window = window;
    counts.total = table.size();
    counts.shown = after.shown - before.shown;
    counts.outside_frame = rows.count() - counts.shown;
    counts.best_unknown = after.best_unknown - before.best_unknown;
    counts.best = after.best - before.best;
    counts.low = after.low - before.low;
    counts.high = after.high - before.high;
    return counts;
}

}  // namespace harmattan::layout
