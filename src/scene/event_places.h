// Events at one and the same point. Zoomed in they stand side by side; zoomed out one symbol stands for all of a
// place that the window holds.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/time_window.h"
#include "events/event_table.h"
#include "scene/event_points.h"

namespace harmattan::scene {

// In design pixels, y downwards.
struct SymbolOffset {
    float x_px = 0, y_px = 0;
};

// Where symbols would cover each other whatever the scale: a function of the table, the window's length and the
// scale of sizes alone, so that nothing jumps as the playhead or the camera moves.
struct EventPlaces {
    // A point at which the window can hold two events or more.
    struct Place {
        std::uint32_t first = 0, count = 0;  // of `rows`
        // Metres on the ground that a design pixel may stand for, at most, for the events to stand side by side:
        // coarser, and one symbol stands for them. 0: always one symbol.
        float greatest_scale_m = 0;
    };
    static constexpr std::uint32_t alone = std::numeric_limits<std::uint32_t>::max();

    std::vector<Place> places;
    std::vector<std::uint32_t> rows;      // of the table, place by place, in its order
    std::vector<std::uint32_t> place_of;  // by row of the table: of `places`, or `alone`
    std::vector<SymbolOffset> offset;     // by row of the table, from the point to the symbol's centre
};

// Side by side, an event keeps its place among the others for as long as a window of `window` holds it, and gives
// it up to a later one. They may reach as far as half the way to the next point with events, 12 km on the ground
// and 40 design pixels. `reference`: SizeScale's.
EventPlaces arrange_places(const events::EventTable& table, const EventPoints& points, base::WindowLength window,
                           std::int32_t reference);

}  // namespace harmattan::scene
