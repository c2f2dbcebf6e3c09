// Headless contexts by EGL.
#include <array>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <fmt/core.h>

#include "base/error.h"
#include "render/context.h"

namespace harmattan::render {
namespace {

template <typename Function>
Function egl_function(const char* name) {
    return reinterpret_cast<Function>(eglGetProcAddress(name));
}

bool has_extension(const char* extensions, std::string_view name) {
    return extensions != nullptr && std::string_view(extensions).find(name) != std::string_view::npos;
}

std::string egl_error() {
    return fmt::format("EGL error 0x{:04x}", eglGetError());
}

class EglContext : public Context {
  public:
    EglContext(EGLDisplay display, EGLContext context) : display_(display), context_(context) {}
    ~EglContext() override {
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display_, context_);
        eglTerminate(display_);
    }
    void make_current() override {
        if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE)
            throw base::Error("gl.no_context", {{"tried", egl_error()}});
    }

  private:
    EGLDisplay display_;
    EGLContext context_;
};

// A context on a display, or the reason why there is none in `tried`.
std::unique_ptr<Context> context_on(EGLDisplay display, const std::string& name, std::string& tried) {
    const auto failed = [&](const std::string& what) -> std::unique_ptr<Context> {
        tried += fmt::format("{}{}: {}", tried.empty() ? "" : "; ", name, what);
        return nullptr;
    };
    EGLint major = 0, minor = 0;
    if (display == EGL_NO_DISPLAY || eglInitialize(display, &major, &minor) == EGL_FALSE)
        return failed(egl_error());
    constexpr std::array<EGLint, 5> config_wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                                                  EGL_NONE};
    constexpr std::array<EGLint, 9> context_wanted{EGL_CONTEXT_MAJOR_VERSION,
                                                   4,
                                                   EGL_CONTEXT_MINOR_VERSION,
                                                   1,
                                                   EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                                   EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                                   EGL_CONTEXT_OPENGL_ROBUST_ACCESS,
                                                   EGL_FALSE,
                                                   EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return failed("no OpenGL here");
    if (eglChooseConfig(display, config_wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0)
        config = nullptr;  // EGL_KHR_no_config_context does without
    const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, context_wanted.data());
    if (context == EGL_NO_CONTEXT) {
        eglTerminate(display);
        return failed("no OpenGL 4.1 core, " + egl_error());
    }
    auto out = std::make_unique<EglContext>(display, context);
    out->make_current();
    load_gl([](const char* function) { return eglGetProcAddress(function); });
    return out;
}

struct Device {
    EGLDeviceEXT device = nullptr;
    bool is_software = false;
};

std::vector<Device> devices() {
    const auto query_devices = egl_function<PFNEGLQUERYDEVICESEXTPROC>("eglQueryDevicesEXT");
    const auto query_string = egl_function<PFNEGLQUERYDEVICESTRINGEXTPROC>("eglQueryDeviceStringEXT");
    std::array<EGLDeviceEXT, 16> found{};
    EGLint count = 0;
    if (query_devices == nullptr || query_string == nullptr ||
        query_devices(static_cast<EGLint>(found.size()), found.data(), &count) == EGL_FALSE)
        return {};
    std::vector<Device> out;
    for (EGLint i = 0; i < count; ++i) {
        const auto device = found[static_cast<std::size_t>(i)];
        out.push_back({device, has_extension(query_string(device, EGL_EXTENSIONS), "EGL_MESA_device_software")});
    }
    return out;
}

EGLDisplay platform_display(EGLenum platform, void* native) {
    const auto get = egl_function<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    return get == nullptr ? EGL_NO_DISPLAY : get(platform, native, nullptr);
}

std::unique_ptr<Context> on_hardware(std::string& tried) {
    for (const auto& device : devices()) {
        if (device.is_software) continue;
        if (auto context =
                context_on(platform_display(EGL_PLATFORM_DEVICE_EXT, device.device), "EGL device", tried)) {
            // Mesa may answer for a card without a driver by its software rasteriser.
            if (!context->is_software()) return context;
            tried += "; EGL device: only a software renderer";
        }
    }
    return nullptr;
}

std::unique_ptr<Context> on_software(std::string& tried) {
    // Read by Mesa when the display is initialised; without it a card's driver would answer.
    ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    if (auto context = context_on(platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY),
                                  "EGL surfaceless", tried))
        return context;
    for (const auto& device : devices()) {
        if (!device.is_software) continue;
        if (auto context =
                context_on(platform_display(EGL_PLATFORM_DEVICE_EXT, device.device), "EGL software device", tried))
            return context;
    }
    return nullptr;
}

}  // namespace

std::unique_ptr<Context> make_headless_context(RendererChoice choice) {
    std::string tried;
    if (choice != RendererChoice::software)
        if (auto context = on_hardware(tried)) return context;
    if (choice == RendererChoice::gpu)
        throw base::Error("gl.no_gpu", {{"tried", tried.empty() ? "no EGL device" : tried}});
    if (auto context = on_software(tried)) return context;
    throw base::Error("gl.no_context", {{"tried", tried}});
}

}  // namespace harmattan::render
