// One pass over the event table for the legend. Internal to layout.
#pragma once

#include "layout/frame_layout.h"

namespace harmattan::layout {

// The event layer when it is there and visible.
const scene::EventLayer* shown_events(const scene::Scene& scene);

EventFacts event_facts(const scene::Scene& scene);

}  // namespace harmattan::layout
