#include "render/density_pass.h"

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "render/gl/view_uniforms.h"
#include "render/surface_colours.h"

namespace harmattan::render {
namespace {

struct KernelVertex {
    float x_high, y_high, x_low, y_low;
    float radius_m, peak;
};

constexpr GLint vertices_each = 6;
constexpr double least_px =
    2.5;  // of the surface's own pixels: narrower kernels would lose or gain with their place

// As coarse as keeps the narrowest kernel smooth.
int reduction_for(double radius_px) {
    constexpr double wanted_px = 10;
    constexpr int coarsest = 16;
    return static_cast<int>(std::clamp(std::floor(radius_px / wanted_px), 1.0, static_cast<double>(coarsest)));
}

layout::MapView reduced(layout::MapView view, int reduction) {
    view.size = {(view.size.width + reduction - 1) / reduction, (view.size.height + reduction - 1) / reduction};
    view.centre_x_px /= reduction;
    view.centre_y_px /= reduction;
    view.metres_per_px *= reduction;
    return view;
}

}  // namespace

DensityPass::DensityPass()
    : sum_program_("density"),
      bands_program_("screen", "bands"),
      kernels_({{0, 4, gl::Attribute::Kind::floats, offsetof(KernelVertex, x_high)},
                {1, 1, gl::Attribute::Kind::floats, offsetof(KernelVertex, radius_m)},
                {2, 1, gl::Attribute::Kind::floats, offsetof(KernelVertex, peak)}},
               sizeof(KernelVertex)) {}

void DensityPass::upload(const std::shared_ptr<const scene::EventSpread>& spread) {
    if (spread_ == spread) return;
    spread_ = spread;
    least_radius_m_ = std::numeric_limits<double>::infinity();
    std::vector<KernelVertex> vertices;
    vertices.reserve(spread->kernels().size() * vertices_each);
    for (const scene::KernelEvent& kernel : spread->kernels()) {
        const gl::SplitDouble x(kernel.at.x_m), y(kernel.at.y_m);
        vertices.insert(
            vertices.end(), vertices_each,
            {x.high, y.high, x.low, y.low, static_cast<float>(kernel.radius_m), static_cast<float>(kernel.peak)});
        least_radius_m_ = std::min(least_radius_m_, kernel.radius_m);
    }
    kernels_.upload(gl::bytes_of(vertices));
}

void DensityPass::add_up(const layout::MapView& view, base::DayRange window) {
    reduction_ = reduction_for(least_radius_m_ / view.metres_per_px);
    const layout::MapView small = reduced(view, reduction_);
    if (!sums_ || sums_->size() != small.size) {
        sums_.reset();
        // Whole floats: half floats stop counting at some thousand events.
        sums_.emplace(small.size, GL_R32F, GL_LINEAR);
    }
    sums_->bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    sum_program_.use();
    gl::set_view(sum_program_, small);
    sum_program_.set("u_least_px", static_cast<float>(least_px));
    kernels_.bind();
    const auto [first, last] = spread_->kernels_in(window);
    glDrawArrays(GL_TRIANGLES, static_cast<GLint>(first) * vertices_each,
                 static_cast<GLsizei>(last - first) * vertices_each);
}

void DensityPass::draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::DayRange window) {
    const auto& spread = *scene.spread;
    const auto& lower = spread.classes().lower;
    if (lower.empty()) return;
    GLint frame = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &frame);
    upload(scene.spread);
    add_up(layout.view, window);

    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(frame));
    glViewport(0, 0, layout.view.size.width, layout.view.size.height);
    const OverMap over_map(layout.map);
    bands_program_.use();
    set_class_colours(bands_program_, scene::theme(scene.theme), lower.size());
    std::array<float, 8> limits{};
    for (std::size_t i = 0; i < lower.size(); ++i) limits.at(i) = static_cast<float>(lower[i]);
    glUniform1fv(bands_program_.uniform("u_lower"), 8, limits.data());
    bands_program_.set_int("u_class_count", static_cast<int>(lower.size()));
    bands_program_.set("u_reduction", static_cast<float>(reduction_));
    bands_program_.set_int("u_sums", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, sums_->texture());
    glBindVertexArray(no_vertices_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace harmattan::render
