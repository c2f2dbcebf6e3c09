#include "render/gl/program.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <fmt/core.h>

#include "base/error.h"
#include "base/resources.h"

namespace harmattan::render::gl {
namespace {

std::string source_of(std::string_view file) {
    if (const char* folder = std::getenv("HARMATTAN_SHADERS")) {
        std::ifstream stream(fmt::format("{}/{}", folder, file));
        std::stringstream text;
        if (stream && text << stream.rdbuf()) return text.str();
    }
    return std::string(base::resource_text(fmt::format("shaders/{}", file)));
}

std::string with_includes(std::string_view file) {
    std::istringstream lines(source_of(file));
    std::string out, line;
    constexpr std::string_view directive = "#include \"";
    while (std::getline(lines, line)) {
        if (line.starts_with(directive))
            out += with_includes(line.substr(directive.size(), line.size() - directive.size() - 1));
        else
            out += line + "\n";
    }
    return out;
}

[[noreturn]] void fail(std::string_view file, const std::string& log) {
    throw base::Error("gl.shader", {{"file", std::string(file)}, {"log", log}});
}

GLuint compile(GLenum kind, const std::string& file) {
    const std::string source = with_includes(file);
    const char* text = source.c_str();
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint ok = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    if (ok == GL_TRUE) return shader;
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), &length, log.data());
    glDeleteShader(shader);
    log.resize(static_cast<std::size_t>(length));
    fail(file, log);
}

}  // namespace

Program::Program(std::string_view vertex, std::string_view fragment) {
    const GLuint vertex_shader = compile(GL_VERTEX_SHADER, fmt::format("{}.vert", vertex));
    const GLuint fragment_shader = compile(GL_FRAGMENT_SHADER, fmt::format("{}.frag", fragment));
    program_ = glCreateProgram();
    glAttachShader(program_, vertex_shader);
    glAttachShader(program_, fragment_shader);
    glLinkProgram(program_);
    glDeleteShader(vertex_shader);
    glDeleteShader(fragment_shader);
    GLint ok = GL_FALSE;
    glGetProgramiv(program_, GL_LINK_STATUS, &ok);
    if (ok == GL_TRUE) return;
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(program_, static_cast<GLsizei>(log.size()), &length, log.data());
    glDeleteProgram(program_);
    log.resize(static_cast<std::size_t>(length));
    fail(fragment, log);
}

Program::~Program() {
    glDeleteProgram(program_);
}

GLint Program::uniform(const char* name) const {
    const auto [found, added] = locations_.try_emplace(name, -1);
    if (added) found->second = glGetUniformLocation(program_, name);
    return found->second;
}

void Program::set(const char* name, base::Colour colour) const {
    set(name, static_cast<float>(colour.r) / 255.0F, static_cast<float>(colour.g) / 255.0F,
        static_cast<float>(colour.b) / 255.0F, static_cast<float>(colour.a) / 255.0F);
}

}  // namespace harmattan::render::gl
