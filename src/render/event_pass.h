// The pass for the events of one frame, of one source or of several.
#pragma once

#include <span>

#include "layout/frame_layout.h"
#include "render/class_colours.h"
#include "render/event_buffers.h"
#include "render/footprint_pass.h"
#include "render/gl/program.h"
#include "render/place_buffer.h"
#include "scene/scene.h"

namespace harmattan::render {

// A source's events and the shape of its symbols.
struct EventsToDraw {
    const EventBuffers* buffers = nullptr;
    const ClassColours* colours = nullptr;
    const PlaceBuffer* places = nullptr;  // of the places that have one symbol at this scale
    scene::EventSymbol symbol = scene::EventSymbol::disc;
};

class EventPass {
  public:
    EventPass();

    // Draws the events of `window` at `instant` into the bound target, inside the layout's map rectangle: all
    // sources' footprints as one wash, then the symbols, class by class from the largest and source by source in
    // each, so that no large symbol of one source hides a small one of another.
    void draw(std::span<const EventsToDraw> sources, const scene::Scene& scene, const layout::FrameLayout& layout,
              base::Instant instant, base::DayRange window);

  private:
    void draw_footprints(std::span<const EventsToDraw> sources, const scene::Scene& scene,
                         const layout::FrameLayout& layout, base::Instant instant, base::DayRange window);
    void draw_symbols(std::span<const EventsToDraw> sources, const scene::Scene& scene,
                      const layout::FrameLayout& layout, base::Instant instant, base::DayRange window) const;
    void draw_events(const EventsToDraw& source, const Run& run, base::Instant instant) const;
    void draw_places(const EventsToDraw& source, const Run& run) const;

    gl::Program disc_program_;
    gl::Program place_program_;
    FootprintPass footprints_;
};

}  // namespace harmattan::render
