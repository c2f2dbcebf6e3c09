#include "story/actor_colours.h"

#include <algorithm>

#include "io/actor_reader.h"

namespace harmattan::story {

void add_actor_courses(std::vector<scene::EventLayer>& layers) {
    const auto lacks = [](const scene::EventLayer& layer) { return layer.table && !layer.actors; };
    if (std::none_of(layers.begin(), layers.end(), lacks)) return;
    const events::ActorRegistry registry = io::read_actors();
    for (scene::EventLayer& layer : layers)
        if (lacks(layer)) layer.actors = std::make_shared<const events::ActorCourses>(registry, *layer.table);
}

}  // namespace harmattan::story
