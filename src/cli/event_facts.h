// What the events of a table are, counted.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/event_table.h"

namespace harmattan::cli {

// A name and how many events have it; the empty name stands for "not given".
struct Tally {
    std::string name;
    std::uint64_t events = 0;
};

// One of the three estimates of fatalities. The sum is that of the known ones: unknown is not zero.
struct Estimate {
    std::uint64_t sum = 0;
    std::uint64_t unknown = 0;  // events for which it is not known
};

inline constexpr std::size_t date_precision_count = 6;

// Counts are of events: a row counts as often as its weight says.
struct EventFacts {
    std::uint64_t rows = 0, events = 0;
    bool has_weights = false;
    base::DayRange days{{0}, {-1}};
    std::map<int, std::uint64_t> by_year;  // of the first day
    // The most frequent first, names of equal counts in their order.
    std::vector<Tally> by_country, by_category;
    std::vector<Tally> by_actor;  // an event counts once for each of its sides; without "not given"
    std::array<std::uint64_t, events::violence_type_count> by_type{};
    std::array<std::uint64_t, events::where_precision_count> by_where_precision{};
    std::array<std::uint64_t, date_precision_count> by_date_precision{};
    // Of each precision of the place, where all files of the table say the same of it.
    std::array<std::optional<double>, events::where_precision_count> radius_km;
    Estimate low, best, high;
};

EventFacts facts_of(const events::EventTable& table);

}  // namespace harmattan::cli
