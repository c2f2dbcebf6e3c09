// A target whose edges are smooth: several samples a pixel, where they can be had.
#pragma once

#include <optional>

#include "render/gl/target.h"

namespace harmattan::render::gl {

class SmoothTarget {
  public:
    // Four samples a pixel; one where the driver has fewer, or where the frame is so large (over 16 megapixels)
    // that steps cannot be seen and memory would be short. Throws Error "gl.no_framebuffer".
    explicit SmoothTarget(base::PixelSize size);

    base::PixelSize size() const { return picture_.size(); }
    // Makes it the target of drawing with its whole area as viewport.
    void bind() const;
    // Averages the samples into texture(). Another target must be bound before drawing goes on.
    void resolve() const;
    GLuint texture() const { return picture_.texture(); }

  private:
    struct RenderbufferTraits {
        static GLuint create() {
            GLuint name = 0;
            glGenRenderbuffers(1, &name);
            return name;
        }
        static void destroy(GLuint name) { glDeleteRenderbuffers(1, &name); }
    };
    struct Samples {
        Object<RenderbufferTraits> colours;
        Framebuffer framebuffer;
    };

    Target picture_;
    std::optional<Samples> samples_;
};

}  // namespace harmattan::render::gl
