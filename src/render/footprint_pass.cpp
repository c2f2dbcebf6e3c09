#include "render/footprint_pass.h"

#include <array>

namespace harmattan::render {

// Whole floats: in half floats the sums of a few hundred events are rounded until the hue drifts.
FootprintPass::Sums::Sums(base::PixelSize size)
    : washes(size, GL_RGBA32F, GL_NEAREST), rims(size, GL_R32F, GL_NEAREST) {
    constexpr std::array<GLenum, 2> both{GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    glBindFramebuffer(GL_FRAMEBUFFER, washes.framebuffer());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT1, GL_TEXTURE_2D, rims.texture(), 0);
    glDrawBuffers(static_cast<GLsizei>(both.size()), both.data());
}

FootprintPass::FootprintPass() : sum_program_("footprint"), lay_program_("screen", "footprints") {}

void FootprintPass::draw(base::PixelSize size, const std::function<void()>& draw_all) {
    GLint frame = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &frame);
    if (!sums_ || sums_->washes.size() != size) {
        sums_.reset();
        sums_.emplace(size);
    }
    sums_->washes.bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glBlendFunc(GL_ONE, GL_ONE);
    draw_all();

    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(frame));
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    lay_program_.use();
    lay_program_.set_int("u_washes", 0);
    lay_program_.set_int("u_rims", 1);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, sums_->rims.texture());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, sums_->washes.texture());
    glBindVertexArray(no_vertices_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace harmattan::render
