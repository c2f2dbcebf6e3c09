// The pass for what a trail shows: where events were before the window.
#pragma once

#include <span>

#include "layout/frame_layout.h"
#include "render/event_buffers.h"
#include "render/gl/program.h"
#include "scene/scene.h"

namespace harmattan::render {

class TrailPass {
  public:
    TrailPass();

    // Draws a small mark, of one size and ink for all sources and types, at each place that had an event from the
    // time line's first day to the day before the window, into the bound target inside the layout's map. Events
    // known only to a district or wider leave none: their point is no place.
    void draw(std::span<const EventBuffers* const> sources, const scene::Scene& scene,
              const layout::FrameLayout& layout, base::DayRange window) const;

  private:
    gl::Program program_;
};

}  // namespace harmattan::render
