// Areas with soft edges: community areas as hatching, the inland delta as marsh.
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "base/colour.h"
#include "layout/map_view.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/target.h"

namespace harmattan::render {

struct AreaStyle {
    base::Colour colour;
    double tint = 0.13;     // opacity of the ground tint
    double angle_deg = 0;   // of the lines, counterclockwise from east
    double spacing_px = 9;  // design pixels
    double width_px = 1.9;
    std::array<double, 2> dash_px{0, 0};
    bool is_staggered = false;  // dashes shifted from line to line
    double edge_px = 9;         // width of the soft edge
};

class AreaPass {
  public:
    AreaPass();

    // `draw_mask` draws the area in white; the area then appears in `target` in `style`. Only pixels of `bounds`
    // (the area's, in the target) and the soft edge round it are touched. `unit`: pixels per design pixel.
    void draw(const gl::Target& target, const layout::RectPx& bounds, double unit, const AreaStyle& style,
              const std::function<void()>& draw_mask);

  private:
    gl::Program blur_program_;
    gl::Program area_program_;
    gl::VertexArray no_vertices_;
    // A quarter of the frame each way: a soft edge needs no more.
    std::optional<gl::Target> mask_, blurred_;
};

}  // namespace harmattan::render
