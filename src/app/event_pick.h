// One event that a person asked to see: found in the scene by where its row stands, and shown on the map.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "geo/extent.h"
#include "layout/map_view.h"
#include "scene/scene.h"

namespace harmattan::app {

struct EventPick {
    std::size_t layer = 0, row = 0;  // of the scene's event layers, and of that layer's table

    friend bool operator==(const EventPick&, const EventPick&) = default;
};

// The event that was read from the record of `file` at `position` (events::RowOrigin). No value where no table has
// it: a filter leaves it out, or a newer release replaced it.
std::optional<EventPick> find_event(const scene::Scene& scene, const std::string& file, std::uint64_t position);

// Where the event stands on the plane.
geo::PlanarPoint place_of(const scene::Scene& scene, const EventPick& pick);

// The camera's box moved so that `place` is drawn at `at` of the frame whose present view is given, and no wider
// than `widest_m`.
geo::PlanarBox box_around(const geo::PlanarBox& box, const layout::MapView& view, geo::PlanarPoint place,
                          layout::PointPx at, double widest_m);

}  // namespace harmattan::app
