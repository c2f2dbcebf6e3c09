#include "render/event_pass.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "render/gl/view_uniforms.h"
#include "scene/event_colours.h"
#include "scene/event_style.h"

namespace harmattan::render {
namespace {

static_assert(events::violence_type_count <= events::family_hue_count);

// The shaders have room for the larger palette.
void set_palette(const gl::Program& program, const char* name, std::span<const base::Colour> colours) {
    std::array<float, 4 * events::family_hue_count> values{};
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

// What is the same for all sources of a frame.
void set_frame(const gl::Program& program, const scene::Scene& scene, const layout::MapView& view, float unit,
               base::Instant instant) {
    const auto& theme = scene::theme(scene.theme);
    program.use();
    gl::set_view(program, view);
    program.set("u_unit", unit);
    program.set("u_window_days", static_cast<float>(scene::fading_days(scene, instant)));
    const auto palette = scene::event_palette(theme, scene.colour_by);
    set_palette(program, "u_fill", palette.fill);
    set_palette(program, "u_edge", palette.edge);
    program.set_int("u_colour_of", 0);
}

// And for all their symbols.
void set_symbols(const gl::Program& program, const scene::Scene& scene, const layout::FrameLayout& layout) {
    program.set("u_casing", base::faded(scene::theme(scene.theme).event_casing, 0.55));
    program.set("u_ranges", scene.estimates == scene::Estimates::range ? 1.F : 0.F);
    program.set("u_scale_m", static_cast<float>(layout::scale_m(layout)));
}

void set_shape(const gl::Program& program, scene::EventSymbol symbol) {
    program.set_int("u_symbol", static_cast<int>(symbol));
    program.set("u_reach", static_cast<float>(scene::symbol_reach(symbol)));
}

// Days count from each table's own first day.
void set_time(const gl::Program& program, const EventBuffers& buffers, base::Instant instant) {
    program.set("u_now_days", static_cast<float>(instant.days - buffers.first_day().value));
}

int margin_of(std::span<const EventsToDraw> sources, float unit) {
    double greatest_px = 0;
    for (const EventsToDraw& source : sources)
        greatest_px =
            std::max(greatest_px, source.buffers->greatest_diameter_px() * scene::symbol_reach(source.symbol));
    return static_cast<int>(std::ceil(greatest_px * static_cast<double>(unit) / 2)) + 4;
}

}  // namespace

EventPass::EventPass() : disc_program_("event"), place_program_("place") {}

void EventPass::draw(std::span<const EventsToDraw> sources, const scene::Scene& scene,
                     const layout::FrameLayout& layout, base::Instant instant, base::DayRange window) {
    if (window.empty() || sources.empty()) return;
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<GLint>(layout.map.x), static_cast<GLint>(layout.map.y),
              static_cast<GLsizei>(layout.map.width), static_cast<GLsizei>(layout.map.height));
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    draw_footprints(sources, scene, layout, instant, window);
    draw_symbols(sources, scene, layout, instant, window);
    glDisable(GL_SCISSOR_TEST);
}

void EventPass::draw_footprints(std::span<const EventsToDraw> sources, const scene::Scene& scene,
                                const layout::FrameLayout& layout, base::Instant instant, base::DayRange window) {
    const auto run_of = [&](const EventsToDraw& source) { return source.buffers->footprint_run(window); };
    if (std::all_of(sources.begin(), sources.end(), [&](const auto& source) { return run_of(source).count == 0; }))
        return;
    footprints_.draw(layout.view.size, [&] {
        const gl::Program& program = footprints_.program();
        set_frame(program, scene, layout.view, layout.unit, instant);
        for (const EventsToDraw& source : sources) {
            const Run run = run_of(source);
            if (run.count == 0) continue;
            set_time(program, *source.buffers, instant);
            const auto dashes = scene::footprint_dashes(source.symbol);
            program.set("u_dash_px", static_cast<float>(dashes.on_px), static_cast<float>(dashes.off_px));
            source.colours->bind();
            source.buffers->footprints().bind();
            glDrawArrays(GL_TRIANGLES, run.first, run.count);
        }
    });
}

void EventPass::draw_symbols(std::span<const EventsToDraw> sources, const scene::Scene& scene,
                             const layout::FrameLayout& layout, base::Instant instant,
                             base::DayRange window) const {
    const int margin_px = margin_of(sources, layout.unit);
    const auto& size = layout.view.size;
    glEnable(GL_PROGRAM_POINT_SIZE);
    glViewport(-margin_px, -margin_px, size.width + 2 * margin_px, size.height + 2 * margin_px);
    for (const gl::Program* program : {&place_program_, &disc_program_}) {
        set_frame(*program, scene, with_margin(layout.view, margin_px), layout.unit, instant);
        set_symbols(*program, scene, layout);
    }
    place_program_.use();
    place_program_.set("u_margin_px", static_cast<float>(margin_px));
    std::vector<std::array<Run, size_class_count>> runs;
    for (const EventsToDraw& source : sources) runs.push_back(source.buffers->disc_runs(window));
    for (std::size_t size_class = 0; size_class < size_class_count; ++size_class)
        for (std::size_t i = 0; i < sources.size(); ++i) {
            draw_places(sources[i], sources[i].places->run(size_class));
            draw_events(sources[i], runs[i][size_class], instant);
        }
    glViewport(0, 0, size.width, size.height);
}

void EventPass::draw_events(const EventsToDraw& source, const Run& run, base::Instant instant) const {
    if (run.count == 0) return;
    disc_program_.use();
    set_time(disc_program_, *source.buffers, instant);
    set_shape(disc_program_, source.symbol);
    source.colours->bind();
    source.buffers->discs().bind();
    glDrawArrays(GL_POINTS, run.first, run.count);
}

void EventPass::draw_places(const EventsToDraw& source, const Run& run) const {
    if (run.count == 0) return;
    place_program_.use();
    set_shape(place_program_, source.symbol);
    source.places->bind();
    glDrawArrays(GL_POINTS, run.first, run.count);
}

}  // namespace harmattan::render
