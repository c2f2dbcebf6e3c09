// A texture that can be drawn into.
#pragma once

#include "base/image.h"
#include "render/gl/objects.h"

namespace harmattan::render::gl {

class Target {
  public:
    // `format` GL_RGBA8, GL_R8, or a format of floats. `filter` GL_NEAREST or GL_LINEAR. Throws Error
    // "gl.no_framebuffer".
    Target(base::PixelSize size, GLenum format, GLint filter);

    base::PixelSize size() const { return size_; }
    GLuint framebuffer() const { return framebuffer_.name(); }
    GLuint texture() const { return texture_.name(); }

    // Makes it the target of drawing with its whole area as viewport.
    void bind() const;

  private:
    base::PixelSize size_;
    Texture texture_;
    Framebuffer framebuffer_;
};

}  // namespace harmattan::render::gl
