// A filter's questions about actors, answered by the program's own registry.
#pragma once

#include "events/actor_matcher.h"

namespace harmattan::story {

// Reads the registry when something is asked: most filters ask nothing about actors.
class ActorQuestions final : public events::ActorMatcher {
  public:
    std::vector<events::FilterAnswer> answers(const events::EventTable& table,
                                              const events::ActorQuestion& question) const override;
};

}  // namespace harmattan::story
