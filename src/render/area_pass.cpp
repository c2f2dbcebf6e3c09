#include "render/area_pass.h"

#include <cmath>

namespace harmattan::render {
namespace {

constexpr int reduction = 4;
constexpr double pi = 3.14159265358979323846;

}  // namespace

AreaPass::AreaPass() : blur_program_("screen", "blur"), area_program_("screen", "area") {}

void AreaPass::draw(const gl::Target& target, double unit, const AreaStyle& style,
                    const std::function<void()>& draw_mask) {
    const base::PixelSize size{(target.size().width + reduction - 1) / reduction,
                               (target.size().height + reduction - 1) / reduction};
    if (!mask_ || mask_->size() != size) {
        mask_.emplace(size, GL_R8, GL_LINEAR);
        blurred_.emplace(size, GL_R8, GL_LINEAR);
    }
    mask_->bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    draw_mask();

    glDisable(GL_BLEND);
    glBindVertexArray(no_vertices_.name());
    glActiveTexture(GL_TEXTURE0);
    blur_program_.use();
    blur_program_.set_int("u_mask", 0);
    blur_program_.set("u_sigma_px", static_cast<float>(std::max(style.edge_px * unit / reduction * 0.6, 0.5)));
    const auto blur = [&](const gl::Target& from, const gl::Target& to, float dx, float dy) {
        to.bind();
        glBindTexture(GL_TEXTURE_2D, from.texture());
        blur_program_.set("u_step_uv", dx / static_cast<float>(size.width), dy / static_cast<float>(size.height));
        glDrawArrays(GL_TRIANGLES, 0, 3);
    };
    blur(*mask_, *blurred_, 1, 0);
    blur(*blurred_, *mask_, 0, 1);
    glEnable(GL_BLEND);

    target.bind();
    area_program_.use();
    area_program_.set_int("u_mask", 0);
    area_program_.set("u_colour", style.colour);
    area_program_.set("u_tint", static_cast<float>(style.tint));
    const double angle = style.angle_deg * pi / 180;
    area_program_.set("u_direction", static_cast<float>(std::cos(angle)), static_cast<float>(-std::sin(angle)));
    area_program_.set("u_spacing_px", static_cast<float>(style.spacing_px * unit));
    area_program_.set("u_width_px", static_cast<float>(style.width_px * unit));
    area_program_.set("u_dash_px", static_cast<float>(style.dash_px[0] * unit),
                      static_cast<float>(style.dash_px[1] * unit));
    area_program_.set("u_stagger", style.is_staggered ? 1.0F : 0.0F);
    glBindTexture(GL_TEXTURE_2D, mask_->texture());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace harmattan::render
