// Two armed families and an army, for tests of colours by actor.
#pragma once

#include "events/actor_registry.h"

namespace harmattan::test {

// "North" (umber) owes allegiance to "South" (olive) from 2015-01-01 to 2016-12-31; "Army" (navy) is a state's.
inline events::ActorRegistry made_up_actors() {
    using namespace events;
    ActorRegistryBuilder builder;
    const auto add = [&](const char* id, FamilyHue hue, FamilyPart part, const char* name, const char* name_fr) {
        builder.add_family({id, hue, part, name, name_fr, "made up"}, {"families.csv", 2});
        Actor actor;
        actor.id = actor.family = id;
        actor.name_en = actor.name_fr = name;
        builder.add_actor(std::move(actor), {"actors.csv", 2});
    };
    add("north", FamilyHue::umber, FamilyPart::armed, "North", "Nord");
    add("south", FamilyHue::olive, FamilyPart::armed, "South", "Sud");
    add("army", FamilyHue::navy, FamilyPart::force, "Army", "Armée");
    ActorChange change;
    change.when.day = base::day_of({2015, 1, 1});
    change.kind = ActorChangeKind::allegiance;
    builder.add_change({change, {"north"}, "south", {"changes.csv", 2}});
    change.when.day = base::day_of({2017, 1, 1});
    change.kind = ActorChangeKind::left;
    builder.add_change({change, {"north"}, "south", {"changes.csv", 3}});
    return std::move(builder).build();
}

}  // namespace harmattan::test
