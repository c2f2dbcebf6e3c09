#include "app/glfw_window.h"

#include <cctype>
#include <cstdlib>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <glad/gl.h>

#include "base/error.h"

namespace harmattan::app {
namespace {

constexpr base::PixelSize default_size{1440, 860};
constexpr double greatest_share_of_screen = 0.8;
constexpr int least_width = 640, least_height = 420;

std::string last_reason() {
    const char* description = nullptr;
    glfwGetError(&description);
    return description == nullptr ? "?" : description;
}

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

// GLFW 3.4 looks for Wayland first, and Wayland's library writes lines of its own where there is none.
void choose_platform() {
#ifdef GLFW_PLATFORM
    if (!is_set("WAYLAND_DISPLAY")) glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
}

base::PixelSize size_for_screen() {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return default_size;
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    if (width <= 0 || height <= 0) return default_size;
    return {std::min(default_size.width, static_cast<int>(width * greatest_share_of_screen)),
            std::min(default_size.height, static_cast<int>(height * greatest_share_of_screen))};
}

void set_hints(bool robust) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 1);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, robust ? GLFW_LOSE_CONTEXT_ON_RESET : GLFW_NO_ROBUSTNESS);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    // Frames are drawn into targets of the renderer's own and copied: the window needs colours only.
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_ALPHA_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);
}

GLFWwindow* create(const std::string& title, base::PixelSize size) {
    for (const bool robust : {true, false}) {
        set_hints(robust);
        if (auto* window = glfwCreateWindow(size.width, size.height, title.c_str(), nullptr, nullptr))
            return window;
    }
    throw base::Error("window.cannot_open", {{"reason", last_reason()}});
}

void refuse_software() {
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string renderer = name == nullptr ? "?" : name;
    if (renderer.find("llvmpipe") == std::string::npos && renderer.find("softpipe") == std::string::npos) return;
    throw base::Error("gl.no_gpu", {{"tried", renderer}});
}

char letter_of(int key, int scancode) {
    const char* name = glfwGetKeyName(key, scancode);
    if (name == nullptr || name[0] == '\0' || name[1] != '\0') return 0;
    return static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
}

}  // namespace

GlfwLibrary::GlfwLibrary(render::RendererChoice renderer) {
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")) throw base::Error("window.no_display");
    // Mesa reads this when the window's context is made; there is no other way to ask a display for it.
    if (renderer == render::RendererChoice::software) ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    choose_platform();
    if (glfwInit() != GLFW_TRUE) throw base::Error("window.no_display_answer", {{"reason", last_reason()}});
}

GlfwLibrary::~GlfwLibrary() {
    glfwTerminate();
}

// GLFW calls plain functions; each finds its window by the user pointer.
struct GlfwWindow::Callbacks {
    static GlfwWindow& of(GLFWwindow* window) {
        return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
    }

    static void key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
        auto& self = of(window);
        self.activity_ = true;
        if (action == GLFW_PRESS) self.keys_pressed_.push_back(key);
        if (action != GLFW_RELEASE)
            self.report(KeyPressed{key, modifiers, letter_of(key, scancode), action == GLFW_REPEAT});
    }
    static void character(GLFWwindow* window, unsigned int code) {
        of(window).report(CharacterTyped{static_cast<char32_t>(code)});
    }
    static void button(GLFWwindow* window, int button, int action, int) {
        auto& self = of(window);
        self.activity_ = true;
        if (button != GLFW_MOUSE_BUTTON_LEFT) return;
        self.button_changes_.push_back({action == GLFW_PRESS, self.reported_pointer_});
        if (action == GLFW_PRESS)
            self.report(ButtonPressed{self.reported_pointer_, glfwGetTime()});
        else
            self.report(ButtonReleased{});
    }
    static void moved(GLFWwindow* window, double x, double y) {
        auto& self = of(window);
        const double scale = static_cast<double>(self.pixels_per_unit());
        self.reported_pointer_ = {static_cast<float>(x * scale), static_cast<float>(y * scale)};
        self.report(PointerMoved{self.reported_pointer_});
    }
    static void scrolled(GLFWwindow* window, double, double y) {
        auto& self = of(window);
        self.report(WheelTurned{self.reported_pointer_, y});
    }
    static void dropped(GLFWwindow* window, int count, const char** paths) {
        of(window).report(FilesDropped{{paths, paths + count}});
    }
    static void changed(GLFWwindow* window) { of(window).activity_ = true; }
};

GlfwWindow::GlfwWindow(const std::string& title, std::optional<base::PixelSize> size,
                       render::RendererChoice renderer)
    : window_(create(title, size ? *size : size_for_screen())) {
    try {
        glfwMakeContextCurrent(window_);
        render::load_gl(reinterpret_cast<render::ProcAddress>(glfwGetProcAddress));
        if (renderer == render::RendererChoice::gpu) refuse_software();
    } catch (...) {
        glfwDestroyWindow(window_);
        throw;
    }
    reported_pointer_ = pointer();
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(window_, least_width, least_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_, Callbacks::key);
    glfwSetCharCallback(window_, Callbacks::character);
    glfwSetMouseButtonCallback(window_, Callbacks::button);
    glfwSetCursorPosCallback(window_, Callbacks::moved);
    glfwSetScrollCallback(window_, Callbacks::scrolled);
    glfwSetDropCallback(window_, Callbacks::dropped);
    glfwSetWindowRefreshCallback(window_, Callbacks::changed);
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { Callbacks::changed(w); });
    glfwSetWindowContentScaleCallback(window_, [](GLFWwindow* w, float, float) { Callbacks::changed(w); });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int) { Callbacks::changed(w); });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int) { Callbacks::changed(w); });
    glfwSetWindowIconifyCallback(window_, [](GLFWwindow* w, int) { Callbacks::changed(w); });
}

GlfwWindow::~GlfwWindow() {
    glfwDestroyWindow(window_);
}

void GlfwWindow::report(InputEvent event) {
    activity_ = true;
    events_.push_back(std::move(event));
}

void GlfwWindow::show() {
    glfwShowWindow(window_);
}

void GlfwWindow::set_title(const std::string& title) {
    glfwSetWindowTitle(window_, title.c_str());
}

bool GlfwWindow::wants_to_close() const {
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

base::PixelSize GlfwWindow::framebuffer_size() const {
    base::PixelSize size;
    glfwGetFramebufferSize(window_, &size.width, &size.height);
    return size;
}

float GlfwWindow::pixels_per_unit() const {
    int width = 0, height = 0;
    glfwGetWindowSize(window_, &width, &height);
    return width <= 0 ? 1 : static_cast<float>(framebuffer_size().width) / static_cast<float>(width);
}

float GlfwWindow::content_scale() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    return std::clamp(std::max(x, y), 1.f, 4.f);
}

layout::PointPx GlfwWindow::pointer() const {
    double x = 0, y = 0;
    glfwGetCursorPos(window_, &x, &y);
    const double scale = static_cast<double>(pixels_per_unit());
    return {static_cast<float>(x * scale), static_cast<float>(y * scale)};
}

bool GlfwWindow::has_pointer() const {
    return glfwGetWindowAttrib(window_, GLFW_HOVERED) == GLFW_TRUE;
}

std::vector<InputEvent> GlfwWindow::take_events() {
    return std::exchange(events_, {});
}

std::vector<int> GlfwWindow::take_keys_pressed() {
    return std::exchange(keys_pressed_, {});
}

std::vector<GlfwWindow::ButtonChange> GlfwWindow::take_button_changes() {
    return std::exchange(button_changes_, {});
}

bool GlfwWindow::take_activity() {
    return std::exchange(activity_, false);
}

void GlfwWindow::swap_buffers() {
    glfwSwapBuffers(window_);
}

void GlfwWindow::check_context() const {
    if (GLAD_GL_KHR_robustness && glGetGraphicsResetStatus != nullptr && glGetGraphicsResetStatus() != GL_NO_ERROR)
        throw base::Error("window.context_lost");
}

}  // namespace harmattan::app
