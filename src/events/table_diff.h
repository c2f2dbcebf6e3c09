// Two releases of one source compared, event by event.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/event_table.h"

namespace harmattan::events {

// What of an event can differ: everything but its id and where its row stands.
enum class DiffField : std::uint8_t {
    date_start,
    date_end,
    latitude,
    longitude,
    best,
    low,
    high,
    type,
    where_precision,
    date_precision,
    weight,
    place,
    district,
    region,
    country,
    side_a,
    side_b,
    conflict,
    dyad,
    category,
    subcategory,
    source,
    second_source,
    note
};
inline constexpr std::size_t diff_field_count = 24;

// A set of fields: bit 1 << DiffField for each.
using DiffFields = std::uint32_t;
inline constexpr DiffFields all_diff_fields = (DiffFields(1) << diff_field_count) - 1;
constexpr DiffFields only(DiffField field) {
    return DiffFields(1) << static_cast<unsigned>(field);
}

// The names that --map and the schemas have for fields: "date_start", "best", "where_precision".
std::string_view name_of(DiffField field);

// The field's value as text: "2017-03-02", "14.35", "1" for state-based violence; empty for what is not given.
std::string value_of(const EventTable& table, std::size_t row, DiffField field);

struct ChangedEvent {
    std::uint32_t before = 0, after = 0;  // rows
    DiffFields fields = 0;                // those that differ

    bool has(DiffField field) const { return (fields & only(field)) != 0; }
};

// Sums over events. A row that stands for several counts as so many events; fatalities are the rows' own.
struct Totals {
    std::uint64_t events = 0;
    std::uint64_t best = 0, low = 0, high = 0;  // of the rows that give one
    std::uint64_t best_unknown = 0;             // rows that do not

    friend bool operator==(const Totals&, const Totals&) = default;
};

struct CountryYear {
    std::string country;  // empty: not given
    int year = 0;         // of date_start
    Totals before, after;
};

struct CountryMonth {
    std::string country;
    base::Day month;  // its first day
    std::uint64_t added = 0, removed = 0, changed = 0;
};

struct TableDiff {
    std::vector<std::uint32_t> added;    // rows of the later table, in order
    std::vector<std::uint32_t> removed;  // rows of the earlier table, in order
    std::vector<ChangedEvent> changed;   // in the later table's order
    std::uint64_t same = 0;
    std::array<std::uint64_t, diff_field_count> changed_by_field{};
    Totals before, after;
    std::vector<CountryYear> moved;      // those whose totals differ, by country and year
    std::vector<CountryMonth> by_month;  // those with any difference, by country and month; changed events by
                                         // where and when they are now
    std::uint64_t without_id_before = 0, without_id_after = 0;
};

// Events are the same by their id; where an id stands several times, the first is compared with the first and so
// on. Rows without an id are the same only when all they say is. Coordinates within 1e-7 degrees (a centimetre) of
// each other are equal, since releases write the same place with more or fewer digits. Both tables may hold
// several files; which source they are of is the caller's to check. Fields outside `fields`, such as those for
// which one of the releases has no column, are not compared. Linear time.
TableDiff compare(const EventTable& before, const EventTable& after, DiffFields fields = all_diff_fields);

}  // namespace harmattan::events
