// The pass for the events of one frame.
#pragma once

#include "layout/frame_layout.h"
#include "render/event_buffers.h"
#include "render/gl/program.h"
#include "scene/scene.h"

namespace harmattan::render {

class EventPass {
  public:
    EventPass();

    // Draws the events of `window` at `instant` into the bound target, inside the layout's map rectangle.
    void draw(const EventBuffers& buffers, const scene::Scene& scene, const layout::FrameLayout& layout,
              base::Instant instant, base::DayRange window) const;

  private:
    void set_uniforms(const gl::Program& program, const EventBuffers& buffers, const scene::Scene& scene,
                      const layout::MapView& view, float unit, base::Instant instant, base::DayRange window) const;

    gl::Program disc_program_;
    gl::Program footprint_program_;
};

}  // namespace harmattan::render
