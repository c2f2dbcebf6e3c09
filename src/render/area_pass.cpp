#include "render/area_pass.h"

#include <cmath>

namespace harmattan::render {
namespace {

constexpr int reduction = 4;
constexpr double pi = 3.14159265358979323846;

// Lets only the pixels of a rectangle through, widened by `margin` and divided by `divisor`.
void scissor(const layout::RectPx& rect, double margin, int divisor) {
    const auto low = [&](float at) {
        return static_cast<GLint>(std::floor((static_cast<double>(at) - margin) / divisor));
    };
    const auto high = [&](float at) {
        return static_cast<GLint>(std::ceil((static_cast<double>(at) + margin) / divisor));
    };
    const GLint x = low(rect.x), y = low(rect.y);
    glScissor(x, y, std::max(high(rect.right()) - x, 0), std::max(high(rect.bottom()) - y, 0));
}

}  // namespace

AreaPass::AreaPass() : blur_program_("screen", "blur"), area_program_("screen", "area") {}

void AreaPass::draw(const gl::Target& target, const layout::RectPx& bounds, double unit, const AreaStyle& style,
                    const std::function<void()>& draw_mask) {
    const base::PixelSize size{(target.size().width + reduction - 1) / reduction,
                               (target.size().height + reduction - 1) / reduction};
    if (!mask_ || mask_->size() != size) {
        mask_.emplace(size, GL_R8, GL_LINEAR);
        blurred_.emplace(size, GL_R8, GL_LINEAR);
    }
    // The blur reaches two and a half standard deviations; beyond that the mask need not even be cleared, because
    // the last step reads nothing there.
    const double sigma_px = std::max(style.edge_px * unit / reduction * 0.6, 0.5);
    const double soft_px = (2.5 * sigma_px + 2) * reduction;
    glEnable(GL_SCISSOR_TEST);
    scissor(bounds, 2 * soft_px, reduction);
    mask_->bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    draw_mask();

    glDisable(GL_BLEND);
    glBindVertexArray(no_vertices_.name());
    glActiveTexture(GL_TEXTURE0);
    blur_program_.use();
    blur_program_.set_int("u_mask", 0);
    blur_program_.set("u_sigma_px", static_cast<float>(sigma_px));
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
    scissor(bounds, soft_px, 1);
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
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace harmattan::render
