// A filter's questions about actors, answered by the registry.
#pragma once

#include "events/actor_matcher.h"
#include "events/actor_registry.h"

namespace harmattan::events {

class RegistryMatcher final : public ActorMatcher {
  public:
    // The registry must outlive the matcher.
    explicit RegistryMatcher(const ActorRegistry& registry) : registry_(registry) {}

    // The question's name is an actor's id, or one of its names and spellings; of several actors with that
    // spelling the first in the registry's order, an exact name before one that only begins with it. Throws Error
    // "actors.unknown" (name) when there is none.
    std::vector<FilterAnswer> answers(const EventTable& table, const ActorQuestion& question) const override;

  private:
    ActorId asked(const std::string& name) const;

    const ActorRegistry& registry_;
};

}  // namespace harmattan::events
