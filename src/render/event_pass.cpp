#include "render/event_pass.h"

#include <cmath>

#include "render/gl/view_uniforms.h"

namespace harmattan::render {
namespace {

void set_palette(const gl::Program& program, const char* name,
                 const std::array<base::Colour, events::violence_type_count>& colours) {
    std::array<float, 4 * events::violence_type_count> values{};
    for (std::size_t i = 0; i < colours.size(); ++i) {
        values[4 * i] = static_cast<float>(colours[i].r) / 255.0F;
        values[4 * i + 1] = static_cast<float>(colours[i].g) / 255.0F;
        values[4 * i + 2] = static_cast<float>(colours[i].b) / 255.0F;
        values[4 * i + 3] = 1;
    }
    glUniform4fv(program.uniform(name), static_cast<GLsizei>(colours.size()), values.data());
}

// OpenGL drops a point sprite whose centre lies outside the viewport. The viewport is therefore wider than the
// frame by the largest sprite's radius, and the scissor cuts at the map's edge.
layout::MapView with_margin(layout::MapView view, int margin_px) {
    view.size.width += 2 * margin_px;
    view.size.height += 2 * margin_px;
    view.centre_x_px += margin_px;
    view.centre_y_px += margin_px;
    return view;
}

}  // namespace

EventPass::EventPass() : disc_program_("event"), footprint_program_("footprint") {}

void EventPass::set_uniforms(const gl::Program& program, const EventBuffers& buffers, const scene::Scene& scene,
                             const layout::MapView& view, float unit, base::Instant instant,
                             base::DayRange window) const {
    const auto& theme = scene::theme(scene.theme);
    program.use();
    gl::set_view(program, view);
    program.set("u_unit", unit);
    program.set("u_now_days", static_cast<float>(instant.days - buffers.first_day().value));
    const bool fades = scene.timeline.window.unit != base::WindowLength::Unit::all && !scene.shows_whole_span;
    program.set("u_window_days", fades ? static_cast<float>(window.length_days()) : 0.0F);
    set_palette(program, "u_fill", theme.event_fill);
    set_palette(program, "u_edge", theme.event_edge);
    program.set("u_casing", base::faded(theme.event_casing, 0.55));
}

void EventPass::draw(const EventBuffers& buffers, const scene::Scene& scene, const layout::FrameLayout& layout,
                     base::Instant instant, base::DayRange window) const {
    if (window.empty()) return;
    const int margin_px =
        static_cast<int>(std::ceil(buffers.greatest_diameter_px() * static_cast<double>(layout.unit) / 2)) + 4;
    const auto& size = layout.view.size;
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<GLint>(layout.map.x), static_cast<GLint>(layout.map.y),
              static_cast<GLsizei>(layout.map.width), static_cast<GLsizei>(layout.map.height));
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);

    const Run footprints = buffers.footprint_run(window);
    if (footprints.count > 0) {
        set_uniforms(footprint_program_, buffers, scene, layout.view, layout.unit, instant, window);
        buffers.footprints().bind();
        glDrawArrays(GL_TRIANGLES, footprints.first, footprints.count);
    }

    glEnable(GL_PROGRAM_POINT_SIZE);
    glViewport(-margin_px, -margin_px, size.width + 2 * margin_px, size.height + 2 * margin_px);
    set_uniforms(disc_program_, buffers, scene, with_margin(layout.view, margin_px), layout.unit, instant, window);
    buffers.discs().bind();
    for (const Run& run : buffers.disc_runs(window))
        if (run.count > 0) glDrawArrays(GL_POINTS, run.first, run.count);
    glViewport(0, 0, size.width, size.height);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace harmattan::render
