#include "story/actor_question.h"

#include "events/registry_matcher.h"
#include "io/actor_reader.h"

namespace harmattan::story {

std::vector<events::FilterAnswer> ActorQuestions::answers(const events::EventTable& table,
                                                          const events::ActorQuestion& question) const {
    const events::ActorRegistry registry = io::read_actors();
    return events::RegistryMatcher(registry).answers(table, question);
}

}  // namespace harmattan::story
