// What a scene needs to colour its events by actor.
#pragma once

#include <vector>

#include "scene/scene.h"

namespace harmattan::story {

// Gives each layer with a table its scene::EventLayer::actors where they are missing, by the program's own
// registry. Throws what io::read_actors and events::ActorCourses throw.
void add_actor_courses(std::vector<scene::EventLayer>& layers);

}  // namespace harmattan::story
