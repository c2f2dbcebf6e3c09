#include "render/gl/driver_log.h"

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::render::gl {

DriverLog::DriverLog() {
    if (GLAD_GL_KHR_debug == 0) return;
    glEnable(GL_DEBUG_OUTPUT);
    // At once and in this thread: the words then belong to the call that failed.
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageControl(GL_DONT_CARE, GL_DONT_CARE, GL_DONT_CARE, 0, nullptr, GL_FALSE);
    glDebugMessageControl(GL_DONT_CARE, GL_DEBUG_TYPE_ERROR, GL_DONT_CARE, 0, nullptr, GL_TRUE);
    glDebugMessageCallback(&DriverLog::listen, this);
}

DriverLog::~DriverLog() {
    if (GLAD_GL_KHR_debug != 0) glDebugMessageCallback(nullptr, nullptr);
}

void GLAD_API_PTR DriverLog::listen(GLenum /*source*/, GLenum /*type*/, GLuint /*id*/, GLenum /*severity*/,
                                    GLsizei /*length*/, const GLchar* message, const void* user) {
    auto* log = const_cast<DriverLog*>(static_cast<const DriverLog*>(user));
    log->last_words_ = message;
}

void DriverLog::check() {
    if (GLAD_GL_KHR_robustness != 0 && glGetGraphicsResetStatus() != GL_NO_ERROR)
        throw base::Error("gl.context_lost");
    const GLenum code = glGetError();
    if (code == GL_NO_ERROR) return;
    // A lost context answers every question with an error: bounded.
    for (int i = 0; i < 100 && glGetError() != GL_NO_ERROR; ++i) {
    }
    std::string detail = code == GL_OUT_OF_MEMORY ? " (out of memory)" : "";
    if (!last_words_.empty()) detail += fmt::format(" ({})", last_words_);
    last_words_.clear();
    throw base::Error("gl.error", {{"code", fmt::format("0x{:04x}", code)}, {"detail", detail}});
}

}  // namespace harmattan::render::gl
