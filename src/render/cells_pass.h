// The pass for hexagons and areas: sums by place, coloured in classes.
#pragma once

#include <memory>

#include "layout/frame_layout.h"
#include "render/class_colours.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "scene/event_spread.h"

namespace harmattan::render {

class CellsPass {
  public:
    CellsPass();

    // Draws the cells of the scene's spread for a window into the bound target, inside the layout's map. Cells
    // without events stay as the ground is; those whose figure is not known are hatched.
    void draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::DayRange window);

  private:
    void upload(const scene::Scene& scene);

    gl::Program program_;
    gl::Mesh cells_;
    ClassColours classes_;
    std::shared_ptr<const scene::EventSpread> spread_;  // whose cells are on the GPU
    std::shared_ptr<const geo::Projection> projection_;
};

}  // namespace harmattan::render
