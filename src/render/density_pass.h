// The pass for the density of events: kernels added up, coloured in classes.
#pragma once

#include <memory>
#include <optional>

#include "layout/frame_layout.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/target.h"
#include "scene/event_spread.h"

namespace harmattan::render {

class DensityPass {
  public:
    DensityPass();

    // Draws the surface of the scene's spread for a window into the bound target, inside the layout's map.
    void draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::DayRange window);

    // The surface of the last draw(): a texture of floats, events (or deaths) per 10,000 km2, in which one pixel
    // stands for reduction() x reduction() of the frame, counted from its upper left corner.
    const gl::Target& sums() const { return *sums_; }
    int reduction() const { return reduction_; }

  private:
    void upload(const std::shared_ptr<const scene::EventSpread>& spread);
    void add_up(const layout::MapView& view, base::DayRange window);

    gl::Program sum_program_;
    gl::Program bands_program_;
    gl::Mesh kernels_;
    gl::VertexArray no_vertices_;
    std::shared_ptr<const scene::EventSpread> spread_;  // whose kernels are on the GPU
    double least_radius_m_ = 0;
    int reduction_ = 1;
    std::optional<gl::Target> sums_;
};

}  // namespace harmattan::render
