// Another filter for a scene that is open already.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "events/filter.h"
#include "scene/scene.h"
#include "story/story.h"

namespace harmattan::story {

// The layers with the events of their whole tables of which the filter is true, or all of them without one;
// `extent` is what within(extent) means. They come without EventLayer::actors. Throws what events::Filter throws.
std::vector<scene::EventLayer> filtered_layers(std::vector<scene::EventLayer> layers,
                                               std::span<const TablePtr> whole,
                                               const std::optional<events::Filter>& filter,
                                               const std::optional<geo::Extent>& extent);

}  // namespace harmattan::story
