// What part of the world a scene shows when nobody says.
#pragma once

#include <optional>

#include "geo/extent.h"
#include "scene/scene.h"

namespace harmattan::story {

// The user's own events with a margin; else the story's extent, unless overlays of the user's lie wholly outside
// it: then theirs; else the events' or the first layer's. Throws Error "story.nothing_to_show".
geo::Extent extent_for(const scene::Scene& scene, bool has_own_events, const std::optional<geo::Extent>& of_story);

}  // namespace harmattan::story
