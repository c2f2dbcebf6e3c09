// One pass over each shown event table for the furniture. Internal to layout.
#pragma once

#include "layout/frame_layout.h"

namespace harmattan::layout {

EventFacts event_facts(const scene::Scene& scene);

}  // namespace harmattan::layout
