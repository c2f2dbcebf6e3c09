// Which events lie at one and the same point.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/time_window.h"
#include "events/event_table.h"
#include "geo/extent.h"

namespace harmattan::scene {

struct EventLayer;

// A table's events whose place is known, point by point. The others are areas.
class EventPoints {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit EventPoints(const events::EventTable& table);

    // In the order in which the table has them first.
    const std::vector<geo::LonLat>& at() const { return at_; }
    // Rows of the table at a point, in its order.
    std::span<const std::uint32_t> rows(std::size_t point) const {
        return std::span(rows_).subspan(first_[point], first_[point + 1] - first_[point]);
    }

  private:
    std::vector<geo::LonLat> at_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> first_;  // of rows_, by point, and the end
};

// The layer's own, or made anew where it has none.
std::shared_ptr<const EventPoints> points_of(const EventLayer& layer);

// After how many days an event has left any window of that length; none where nothing leaves.
std::optional<int> days_kept(base::WindowLength window);

// The greatest sum of best estimates that a window of that length can hold, of each point and of each event that
// is an area; nothing where no estimate is known.
std::vector<std::int32_t> greatest_sums(const events::EventTable& table, const EventPoints& points,
                                        base::WindowLength window);

// Whether a window of that length can hold two events at one point.
bool has_shared_points(const events::EventTable& table, const EventPoints& points, base::WindowLength window);

}  // namespace harmattan::scene
