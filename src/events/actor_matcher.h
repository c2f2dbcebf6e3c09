// How a filter asks which rows an actor takes part in, whoever knows the actors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/filter_answer.h"

namespace harmattan::events {

class EventTable;

struct ActorQuestion {
    enum class Reach : std::uint8_t {
        actor,    // actor is 'JNIM': the actor itself, under any of its spellings
        lineage,  // lineage('JNIM'): with its forerunners and members, on the days on which they count
        family    // family('JNIM'): with all who on the row's day are of one family with it
    };
    std::string name;  // as it was written; not empty
    Reach reach = Reach::actor;
};

class ActorMatcher {
  public:
    virtual ~ActorMatcher() = default;

    // For every row of the table: yes where one of its sides belongs to what is asked for on the row's first day,
    // in its country; unknown where neither side is given; no for all others, sides under a name that is not known
    // among them. Throws base::Error when it does not know the actor of the question.
    virtual std::vector<FilterAnswer> answers(const EventTable& table, const ActorQuestion& question) const = 0;
};

}  // namespace harmattan::events
