// Shader programs from the embedded GLSL files.
#pragma once

#include <string_view>
#include <unordered_map>

#include "base/colour.h"
#include "render/gl/objects.h"

namespace harmattan::render::gl {

// A linked program. Uniforms are set by name; a name that the program does not use is ignored, as OpenGL does.
class Program {
  public:
    // From shaders/NAME.vert and shaders/NAME.frag (or `fragment`.frag). A line #include "FILE" stands for
    // shaders/FILE. While developing, the environment variable HARMATTAN_SHADERS names a folder to read them from
    // instead of the embedded ones. Throws Error "gl.shader" with the compiler's log.
    explicit Program(std::string_view name) : Program(name, name) {}
    Program(std::string_view vertex, std::string_view fragment);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    void use() const { glUseProgram(program_); }
    GLint uniform(const char* name) const;

    // These need use() before.
    void set(const char* name, float x) const { glUniform1f(uniform(name), x); }
    void set(const char* name, float x, float y) const { glUniform2f(uniform(name), x, y); }
    void set(const char* name, float x, float y, float z, float w) const {
        glUniform4f(uniform(name), x, y, z, w);
    }
    void set_int(const char* name, int x) const { glUniform1i(uniform(name), x); }
    // Straight alpha, 0 to 1.
    void set(const char* name, base::Colour colour) const;

  private:
    GLuint program_ = 0;
    mutable std::unordered_map<std::string_view, GLint> locations_;  // names are literals
};

}  // namespace harmattan::render::gl
