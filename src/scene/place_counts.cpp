#include "scene/place_counts.h"

#include <algorithm>

namespace harmattan::scene {

PlaceCounts::PlaceCounts(const events::EventTable& table, std::span<const std::uint32_t> place_of_row,
                         std::size_t place_count)
    : start_(place_count + 1, 0) {
    for (const std::uint32_t place : place_of_row)
        if (place != no_place) ++start_[place + 1];
    for (std::size_t i = 0; i < place_count; ++i) start_[i + 1] += start_[i];
    days_.resize(start_.back());
    through_.resize(start_.back());
    // Rows are sorted by day, so each place's are.
    std::vector<std::size_t> next(start_.begin(), start_.end() - 1);
    for (std::size_t row = 0; row < place_of_row.size(); ++row) {
        const std::uint32_t place = place_of_row[row];
        if (place == no_place) continue;
        const std::size_t at = next[place]++;
        const std::int32_t best = table.best()[row];
        const bool is_unknown = best == events::fatalities_unknown;
        Sums sums = at == start_[place] ? Sums{} : through_[at - 1];
        sums.events += table.weight(row);
        sums.deaths_unknown += is_unknown ? table.weight(row) : 0;
        sums.deaths += is_unknown ? 0 : best;
        days_[at] = table.first_day()[row];
        through_[at] = sums;
    }
}

PlaceCounts::Sums PlaceCounts::before(std::size_t place, base::Day day) const {
    const auto begin = days_.begin() + static_cast<std::ptrdiff_t>(start_[place]);
    const auto end = days_.begin() + static_cast<std::ptrdiff_t>(start_[place + 1]);
    const auto next = std::lower_bound(begin, end, day);
    return next == begin ? Sums{} : through_[static_cast<std::size_t>(next - days_.begin()) - 1];
}

PlaceCounts::Sums PlaceCounts::count(std::size_t place, base::DayRange window) const {
    if (window.empty()) return {};
    const Sums first = before(place, window.first), last = before(place, window.last + 1);
    return {last.events - first.events, last.deaths_unknown - first.deaths_unknown, last.deaths - first.deaths};
}

}  // namespace harmattan::scene
