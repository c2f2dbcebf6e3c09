// An OpenGL 4.1 core context without a window.
#pragma once

#include <memory>
#include <string>

namespace harmattan::render {

enum class RendererChoice { any, gpu, software };
// "gpu" or "software"; throws Error "renderer.unknown".
RendererChoice parse_renderer(const std::string& text);

// A current context of this thread, destroyed with the object.
class Context {
  public:
    virtual ~Context() = default;
    virtual void make_current() = 0;
    // "llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.1, Mesa 22.3.6, EGL surfaceless"
    std::string description() const;
    bool is_software() const;
};

// An EGL context without a surface: the first EGL device that gives OpenGL 4.1 core, then Mesa's surfaceless
// platform. `software` takes Mesa's software rasteriser alone, `gpu` refuses it. Throws Error "gl.no_context" with
// what was tried and why it failed.
std::unique_ptr<Context> make_headless_context(RendererChoice choice);

// Loads the OpenGL functions of a context that is already current (the window's), by its own look-up function.
// Throws Error "gl.too_old" with what the driver gives.
using ProcAddress = void (*(*)(const char*))();
void load_gl(ProcAddress look_up);

}  // namespace harmattan::render
