// The actors of every row of a table, looked up once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "events/actor_registry.h"
#include "events/event_table.h"

namespace harmattan::events {

enum class Side : std::uint8_t { a = 0, b = 1 };

// For each row and side the number of a group of actors: rows that name the same actors share it, so that a
// question about actors is answered once for a group and not once a row. 8 bytes a row.
class ActorLookup {
  public:
    // Each pair of a side's text and a country is looked up once; day and longitude are compared only where an
    // alias of the text is limited by them. Both may be given up afterwards; the ids stay those of `registry`.
    ActorLookup(const ActorRegistry& registry, const EventTable& table);

    std::size_t size() const { return groups_[0].size(); }
    std::uint32_t group(Side side, std::size_t row) const { return groups_[static_cast<std::size_t>(side)][row]; }
    std::size_t group_count() const { return actors_.size(); }
    const SideActors& group_actors(std::uint32_t group) const { return actors_[group]; }
    const SideActors& actors(Side side, std::size_t row) const { return actors_[group(side, row)]; }

    // Whether an actor of either side belongs to the line on the row's day (`first_day` of the table).
    bool is_in_line(const ActorLine& line, std::size_t row, base::Day day) const;
    // Rows both sides of which are known.
    std::size_t count_known_rows() const;

  private:
    std::array<std::vector<std::uint32_t>, 2> groups_;
    std::vector<SideActors> actors_;
};

}  // namespace harmattan::events
