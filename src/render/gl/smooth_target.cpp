#include "render/gl/smooth_target.h"

namespace harmattan::render::gl {
namespace {

constexpr GLint wanted_samples = 4;
constexpr std::int64_t most_pixels = 16'000'000;

}  // namespace

SmoothTarget::SmoothTarget(base::PixelSize size) : picture_(size, GL_RGBA8, GL_NEAREST) {
    GLint samples = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &samples);
    if (samples < wanted_samples || std::int64_t{size.width} * size.height > most_pixels) return;
    samples_.emplace();
    glBindRenderbuffer(GL_RENDERBUFFER, samples_->colours.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, wanted_samples, GL_RGBA8, size.width, size.height);
    glBindFramebuffer(GL_FRAMEBUFFER, samples_->framebuffer.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, samples_->colours.name());
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) samples_.reset();
}

void SmoothTarget::bind() const {
    if (!samples_) return picture_.bind();
    glBindFramebuffer(GL_FRAMEBUFFER, samples_->framebuffer.name());
    glViewport(0, 0, size().width, size().height);
}

void SmoothTarget::resolve() const {
    if (!samples_) return;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, samples_->framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, picture_.framebuffer());
    glBlitFramebuffer(0, 0, size().width, size().height, 0, 0, size().width, size().height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
}

}  // namespace harmattan::render::gl
