#include "events/registry_matcher.h"

#include "base/error.h"
#include "events/actor_lookup.h"
#include "events/event_table.h"

namespace harmattan::events {
namespace {

bool holds(const SideActors& side, ActorId asked) {
    return std::find(side.actors.begin(), side.actors.end(), asked) != side.actors.end();
}

}  // namespace

ActorId RegistryMatcher::asked(const std::string& name) const {
    if (const auto id = registry_.id_of(name)) return *id;
    const auto found = registry_.find(name);
    if (found.empty()) throw base::Error("actors.unknown", {{"name", name}});
    return found.front();
}

std::vector<FilterAnswer> RegistryMatcher::answers(const EventTable& table, const ActorQuestion& question) const {
    const ActorId actor = asked(question.name);
    const ActorLookup lookup(registry_, table);
    const ActorLine line = registry_.line_of(actor);
    const auto is_of_family = [&](const SideActors& side, base::Day day) {
        return std::any_of(side.actors.begin(), side.actors.end(), [&](ActorId other) {
            return registry_.family_at(other, day) == registry_.family_at(actor, day);
        });
    };
    const auto& side_a = table.text(Text::side_a);
    const auto& side_b = table.text(Text::side_b);
    std::vector<FilterAnswer> answers(table.size(), FilterAnswer::no);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const base::Day day = table.first_day()[row];
        const SideActors &a = lookup.actors(Side::a, row), &b = lookup.actors(Side::b, row);
        bool belongs = false;
        switch (question.reach) {
            case ActorQuestion::Reach::actor:
                belongs = holds(a, actor) || holds(b, actor);
                break;
            case ActorQuestion::Reach::lineage:
                belongs = lookup.is_in_line(line, row, day);
                break;
            case ActorQuestion::Reach::family:
                belongs = is_of_family(a, day) || is_of_family(b, day);
                break;
        }
        if (belongs)
            answers[row] = FilterAnswer::yes;
        else if (side_a.at(row).empty() && side_b.at(row).empty())
            answers[row] = FilterAnswer::unknown;
    }
    return answers;
}

}  // namespace harmattan::events
