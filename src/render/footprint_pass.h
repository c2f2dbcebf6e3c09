// The pass for events whose place is known only to a district or wider.
#pragma once

#include <functional>
#include <optional>

#include "layout/map_view.h"
#include "render/gl/program.h"
#include "render/gl/target.h"

namespace harmattan::render {

// Footprints are summed off the frame and laid over it once, so that however many lie on one another never hide
// the map below: one is a faint wash, each doubling deepens it by a step, and 32 or more reach the ceiling. Kinds
// mix in proportion to their events. All of a frame's sources share the ceiling, because they share the map.
class FootprintPass {
  public:
    FootprintPass();

    // The program that draw_all must use: shaders/footprint.vert and .frag.
    const gl::Program& program() const { return sum_program_; }

    // Lets `draw_all` draw every footprint into the sums, and lays them over the framebuffer that was bound. The
    // scissor holds for both; the blending is left as it is found in EventPass: premultiplied, over.
    void draw(base::PixelSize size, const std::function<void()>& draw_all);

  private:
    // Colour times weight and weight; the weight of rims alone.
    struct Sums {
        gl::Target washes, rims;

        explicit Sums(base::PixelSize size);
    };

    gl::Program sum_program_;
    gl::Program lay_program_;
    gl::VertexArray no_vertices_;
    std::optional<Sums> sums_;
};

}  // namespace harmattan::render
