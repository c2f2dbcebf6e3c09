#include "render/context.h"

#include <fmt/core.h>
#include <glad/gl.h>

#include "base/error.h"

namespace harmattan::render {
namespace {

std::string gl_text(GLenum name) {
    const auto* text = reinterpret_cast<const char*>(glGetString(name));
    return text == nullptr ? "?" : text;
}

}  // namespace

RendererChoice parse_renderer(const std::string& text) {
    if (text == "gpu") return RendererChoice::gpu;
    if (text == "software") return RendererChoice::software;
    throw base::Error("renderer.unknown", {{"text", text}});
}

std::string Context::description() const {
    return fmt::format("{}, OpenGL {}", gl_text(GL_RENDERER), gl_text(GL_VERSION));
}

bool Context::is_software() const {
    const std::string renderer = gl_text(GL_RENDERER);
    return renderer.find("llvmpipe") != std::string::npos || renderer.find("softpipe") != std::string::npos;
}

void load_gl(ProcAddress look_up) {
    const int version = gladLoadGL(reinterpret_cast<GLADloadfunc>(look_up));
    if (version < GLAD_MAKE_VERSION(4, 1))
        throw base::Error("gl.too_old", {{"version", version == 0 ? "none" : gl_text(GL_VERSION)}});
}

}  // namespace harmattan::render
