// Who became whom: the changes of the actors as memberships that hold over days.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/day.h"
#include "base/time_window.h"
#include "events/actor.h"

namespace harmattan::events {

// The days that dates can have (base::Day): an open beginning or end.
inline constexpr base::Day earliest_day{-719162};  // 0001-01-01
inline constexpr base::Day latest_day{2932896};    // 9999-12-31

// One of those who went into an actor, belong to it or act with it.
struct LineMember {
    ActorId actor;
    bool is_ally = false;  // acts with it, and has neither become it nor joined it
    // The last day on which the member counts: the one before it left, or latest_day. Every day before counts.
    base::Day last_day = latest_day;
};

// An actor with its forerunners and members, as "JNIM and its forerunners" means it.
class ActorLine {
  public:
    ActorId actor() const { return actor_; }
    // In order of the registry, without the actor itself.
    const std::vector<LineMember>& members() const { return members_; }
    // Whether what `id` does on that day belongs to the line. Constant time.
    bool contains(ActorId id, base::Day day) const {
        return id.value < last_days_.size() && day.value <= last_days_[id.value];
    }

  private:
    friend class ActorLineage;
    ActorId actor_;
    std::vector<LineMember> members_;
    std::vector<std::int32_t> last_days_;  // by actor; before every day where it does not belong to the line
};

// Method: `merger`, `joined` and `renamed` begin a membership, which the actor's next one ends, or `left`, or a
// `split` that brings it out again, or the end of what it belongs to. `allegiance` is kept apart: it makes two
// actors of one family, not one actor. `umbrella`, `alliance` and a `split` make no membership: whoever broke away
// from a group has not its past.
class ActorLineage {
  public:
    ActorLineage() = default;
    // `changes` in order of day.
    ActorLineage(std::size_t actors, std::span<const ActorChange> changes);

    // The first of `changes` that closes a circle (an actor that comes to belong to itself); everything below
    // needs that there is none.
    static std::optional<std::size_t> change_in_circle(std::size_t actors, std::span<const ActorChange> changes);

    // What the actor belongs to on that day, through all steps; itself when it belongs to none.
    ActorId affiliation_at(ActorId id, base::Day day) const;
    // To whom it owes allegiance on that day; no value for none.
    std::optional<ActorId> allegiance_at(ActorId id, base::Day day) const;
    ActorLine line_of(ActorId id) const;
    // All that the actor has become or belonged to, at any time; sorted.
    std::vector<ActorId> successors(ActorId id) const;

  private:
    struct Bond {
        ActorId to;
        base::Day from, last;  // both included
    };
    using Bonds = std::vector<std::vector<Bond>>;  // by actor, in order of day

    void apply(const ActorChange& change);
    static void end_bond(std::vector<Bond>& bonds, std::optional<ActorId> to, base::Day day);
    std::optional<base::Day> last_day_in_line(ActorId id, std::vector<std::optional<std::int32_t>>& known) const;

    Bonds memberships_, allegiances_, alliances_;
};

}  // namespace harmattan::events
