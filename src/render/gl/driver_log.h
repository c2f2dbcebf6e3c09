// What the driver says of errors (KHR_debug) and of its own health (KHR_robustness), where it has these
// extensions.
#pragma once

#include <string>

#include <glad/gl.h>

namespace harmattan::render::gl {

class DriverLog {
  public:
    // Begins to listen to the current context; stops with the object.
    DriverLog();
    DriverLog(const DriverLog&) = delete;
    DriverLog& operator=(const DriverLog&) = delete;
    ~DriverLog();

    // Throws Error "gl.error" when OpenGL met an error since the last call, with the driver's own words if it gave
    // any, and Error "gl.context_lost" when the driver was reset: the context and all it held are gone.
    void check();

  private:
    static void GLAD_API_PTR listen(GLenum source, GLenum type, GLuint id, GLenum severity, GLsizei length,
                                    const GLchar* message, const void* user);
    std::string last_words_;
};

}  // namespace harmattan::render::gl
