// A GLFW window with an OpenGL 4.1 core context, and what it reports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/input_event.h"
#include "base/image.h"
#include "render/context.h"

struct GLFWwindow;

namespace harmattan::app {

// The GLFW library while it lives. Throws Error "window.no_display" where there is none.
class GlfwLibrary {
  public:
    explicit GlfwLibrary(render::RendererChoice renderer);
    ~GlfwLibrary();
    GlfwLibrary(const GlfwLibrary&) = delete;
    GlfwLibrary& operator=(const GlfwLibrary&) = delete;
};

class GlfwWindow {
  public:
    // Hidden until show(); its context is current and loaded. Without a size: 1440x860, at most 80 % of the
    // screen. Throws Error "window.cannot_open" (reason), "gl.too_old", or "gl.no_gpu" when a graphics card was
    // asked for.
    GlfwWindow(const std::string& title, std::optional<base::PixelSize> size, render::RendererChoice renderer);
    ~GlfwWindow();
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    GLFWwindow* handle() const { return window_; }
    void show();
    void set_title(const std::string& title);
    bool wants_to_close() const;

    // 0x0 while minimised.
    base::PixelSize framebuffer_size() const;
    // Pixels of the framebuffer for one unit of the pointer's coordinates.
    float pixels_per_unit() const;
    // The monitor's scale: 1 for about 96 dots an inch.
    float content_scale() const;
    layout::PointPx pointer() const;
    bool has_pointer() const;

    // Events since the last call, in order.
    std::vector<InputEvent> take_events();
    // GLFW_KEY_* of the keys pressed since the last call, -1 among them for keys without a name; may be up again.
    std::vector<int> take_keys_pressed();
    // The left button's, since the last call, in order.
    struct ButtonChange {
        bool is_down = false;
        layout::PointPx at;  // pixels of the framebuffer
    };
    std::vector<ButtonChange> take_button_changes();
    // True once after anything was reported that may change what is seen.
    bool take_activity();

    void swap_buffers();
    // Throws Error "window.context_lost" when the driver has lost everything that was drawn with.
    void check_context() const;

  private:
    struct Callbacks;
    void report(InputEvent event);

    GLFWwindow* window_ = nullptr;
    std::vector<InputEvent> events_;
    std::vector<int> keys_pressed_;
    std::vector<ButtonChange> button_changes_;
    // Where the pointer was when the newest event happened; pointer() asks where it is now.
    layout::PointPx reported_pointer_;
    bool activity_ = true;
};

}  // namespace harmattan::app
