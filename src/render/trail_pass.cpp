#include "render/trail_pass.h"

#include "render/gl/view_uniforms.h"
#include "render/surface_colours.h"

namespace harmattan::render {

TrailPass::TrailPass() : program_("trail") {}

void TrailPass::draw(std::span<const EventBuffers* const> sources, const scene::Scene& scene,
                     const layout::FrameLayout& layout, base::DayRange window) const {
    const base::DayRange earlier{scene.timeline.bounds.first, window.first - 1};
    if (window.empty() || earlier.empty()) return;
    const OverMap over_map(layout.map);
    glEnable(GL_PROGRAM_POINT_SIZE);
    program_.use();
    gl::set_view(program_, layout.view);
    program_.set("u_radius_px", static_cast<float>(scene::trail_diameter_px / 2) * layout.unit);
    program_.set("u_colour", scene::theme(scene.theme).trail);
    for (const EventBuffers* buffers : sources) {
        buffers->discs().bind();
        for (const Run& run : buffers->disc_runs(earlier))
            if (run.count > 0) glDrawArrays(GL_POINTS, run.first, run.count);
    }
}

}  // namespace harmattan::render
