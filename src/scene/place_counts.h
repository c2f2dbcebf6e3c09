// How many events each of many places has in any window, without touching events again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/time_window.h"
#include "events/event_table.h"

namespace harmattan::scene {

// Running sums by place over the days on which it has events; each question costs two binary searches in one
// place's days. A row that stands for several events counts as so many; its fatalities are its own.
class PlaceCounts {
  public:
    static constexpr std::uint32_t no_place = UINT32_MAX;

    struct Sums {
        std::uint64_t events = 0, deaths_unknown = 0;
        std::int64_t deaths = 0;  // best estimates; one that is not given adds nothing

        friend bool operator==(const Sums&, const Sums&) = default;
    };

    PlaceCounts() = default;
    // `place_of_row`: for each row of the table a number below `place_count`, or no_place.
    PlaceCounts(const events::EventTable& table, std::span<const std::uint32_t> place_of_row,
                std::size_t place_count);

    std::size_t place_count() const { return start_.empty() ? 0 : start_.size() - 1; }
    Sums count(std::size_t place, base::DayRange window) const;

  private:
    Sums before(std::size_t place, base::Day day) const;

    std::vector<std::size_t> start_;  // of each place in the two columns below, and the end
    std::vector<base::Day> days_;     // in each place ascending
    std::vector<Sums> through_;       // over the place's rows up to that day
};

}  // namespace harmattan::scene
