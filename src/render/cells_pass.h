// The pass for hexagons and areas: sums by place, coloured in classes.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "layout/frame_layout.h"
#include "render/class_colours.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/smooth_target.h"
#include "scene/event_spread.h"

namespace harmattan::render {

class CellsPass {
  public:
    CellsPass();

    // Draws the cells of the scene's spread for a window into the bound target, inside the layout's map. Cells
    // without events stay as the ground is; those whose figure is not known are hatched.
    void draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::DayRange window);

  private:
    // All that the picture of the cells depends on.
    struct Drawn {
        std::shared_ptr<const scene::EventSpread> spread;
        std::shared_ptr<const geo::Projection> projection;
        scene::ThemeName theme{};
        layout::MapView view;
        std::vector<std::uint8_t> classes;

        friend bool operator==(const Drawn&, const Drawn&) = default;
    };

    void upload(const scene::Scene& scene);
    // Into picture_, without a ground.
    void draw_cells(const scene::Scene& scene, const layout::FrameLayout& layout);

    gl::Program program_;
    gl::Program lay_program_;
    gl::VertexArray no_vertices_;
    gl::Mesh cells_;
    std::optional<gl::SmoothTarget> picture_;
    Drawn drawn_;  // what picture_ holds: most frames of a film change no class
    ClassColours classes_;
    std::shared_ptr<const scene::EventSpread> spread_;  // whose cells are on the GPU
    std::shared_ptr<const geo::Projection> projection_;
};

}  // namespace harmattan::render
