#include "app/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/core.h>
#include <glad/gl.h>

#include <atomic>
#include <cstdio>

#include "app/frame_pace.h"
#include "app/map_input.h"
#include "app/moving_map.h"
#include "app/panels.h"
#include "app/saved_picture.h"
#include "app/transport_strip.h"
#include "base/error.h"
#include "render/map_renderer.h"

namespace harmattan::app {
namespace {

constexpr double toast_s = 6;
constexpr float hover_reach_px = 3;
constexpr int frames_to_settle = 4;

std::string window_title(const Session& session) {
    const std::string title = session.title();
    return title.empty() ? "Harmattan" : "Harmattan — " + title;
}

struct Toast {
    std::string text;
    double until_s = 0;
};

class Window {
  public:
    Window(story::OpenedStory opened, const WindowOptions& options)
        : library_(options.renderer),
          session_(std::move(opened), options.session),
          window_(window_title(session_), options.size, options.renderer),
          gui_(window_) {
        if (!options.asked_files.empty()) session_.open_files(options.asked_files, options.asked_options);
    }

    void run() {
        window_.show();
        while (!window_.wants_to_close() && !requests_.quit) {
            sleep();
            const auto size = window_.framebuffer_size();
            if (size.width > 0 && size.height > 0) draw(size);
        }
    }

  private:
    void sleep() {
        const bool is_minimised = window_.framebuffer_size().width == 0;
        for (;;) {
            const double now = glfwGetTime();
            if (toast_ && now >= toast_->until_s) {
                toast_.reset();
                pace_.wake();
            }
            const bool is_playing = !is_minimised && session_.playback().is_playing(now);
            const double wait_s = pace_.sleep_s(now, is_playing, wakes_at_s());
            if (wait_s == never_s || is_minimised)
                glfwWaitEvents();
            else if (wait_s > 0)
                glfwWaitEventsTimeout(wait_s);
            else
                glfwPollEvents();
            if (window_.take_activity() || is_woken_.exchange(false)) pace_.wake();
            if (wait_s == 0 || is_minimised || window_.wants_to_close()) return;
        }
    }

    // When something changes though nobody does anything.
    double wakes_at_s() const {
        return std::min(toast_ ? toast_->until_s : never_s, moving_map_.due_s().value_or(never_s));
    }

    void draw(base::PixelSize size) {
        const double began_s = glfwGetTime();
        pace_.drawn(began_s);
        window_.check_context();
        gui_.begin_frame(session_.scene()->theme);
        const float strip_px = std::round(strip_height_px * window_.content_scale());
        picture_size_ = {size.width, std::max(1, size.height - static_cast<int>(strip_px))};
        take_input();
        if (const auto file = session_.get.take_file()) session_.open_files({*file});
        lead_keyboard();
        const double now = glfwGetTime();
        const base::Instant instant = session_.playback().at(now);
        draw_picture(instant, static_cast<int>(strip_px));
        draw_panels(size, strip_px, now);
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glViewport(0, 0, size.width, size.height);
        gui_.end_frame();
        window_.swap_buffers();
        moving_map_.shown(glfwGetTime() - began_s);
        serve(instant);
    }

    // A panel that has just opened gets the keyboard.
    void lead_keyboard() {
        const auto& panels = session_.panels;
        const bool has_question = session_.has_question();
        const auto lead = [&](bool is_open, bool was_open, const char* id) {
            if (!is_open || was_open) return;
            gui_.ring().go_to_panel(id);
            keys_wait_ = frames_to_settle;
        };
        lead(panels.report, had_panels_.report, "##report");
        lead(panels.filter, had_panels_.filter, "##filter");
        lead(panels.get, had_panels_.get, "##get");
        lead(has_question, had_question_, "##mapping");
        had_panels_ = panels;
        had_question_ = has_question;
    }

    void take_input() {
        for (auto& event : window_.take_events()) events_.push_back(std::move(event));
        if (keys_wait_ > 0) --keys_wait_;
        std::size_t taken = 0;
        for (; taken < events_.size() && !must_wait(events_[taken]); ++taken)
            std::visit([&](const auto& one) { take(one); }, events_[taken]);
        events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(taken));
        if (!events_.empty() || gui_.has_pending_input()) pace_.wake();
    }

    // After Tab, and when a panel opens, a few frames pass before it is known which control has the keyboard; on a
    // busy machine the next key may have been pressed by then.
    bool must_wait(const InputEvent& event) const {
        const auto* const key = std::get_if<KeyPressed>(&event);
        const bool is_tab = key != nullptr && key->key == GLFW_KEY_TAB;
        const bool is_typing = key != nullptr || std::holds_alternative<CharacterTyped>(event);
        return keys_wait_ > 0 && is_typing && !is_tab;
    }

    void take(const KeyPressed& pressed) {
        const auto use =
            use_of(pressed, gui_.had_text(), gui_.had_list(), gui_.ring().is_used(), gui_.ring().has_focus());
        if (use == KeyUse::next_control) {
            gui_.ring().step((pressed.modifiers & GLFW_MOD_SHIFT) != 0 ? -1 : 1);
            keys_wait_ = frames_to_settle;
        }
        if (use == KeyUse::press_control) gui_.ring().enter();
        if (use != KeyUse::shortcut) return;
        if (const auto action = action_of(pressed)) act(*action);
    }
    void take(const CharacterTyped& typed) {
        if (gui_.had_text()) gui_.type(typed.character);
        if (gui_.had_text() || gui_.had_list()) return;
        if (const auto action = action_of(typed)) act(*action);
    }
    void act(Action action) {
        perform(action, session_, requests_, renderer_.layout(), glfwGetTime());
        lead_keyboard();
    }
    void take(const ButtonPressed& pressed) {
        if (is_free(pressed.at)) map_input_.press(pressed, session_, renderer_.layout(), window_.content_scale());
    }
    // Whether a press there is the map's. Dear ImGui knows only of where the pointer is now, which a quick hand
    // has left already; and while one of its lists is open, the press closes that list.
    bool is_free(layout::PointPx at) const {
        const bool has_list = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup);
        return !has_list && std::none_of(covered_.begin(), covered_.end(),
                                         [&](const layout::RectPx& panel) { return panel.contains(at); });
    }
    void take(const ButtonReleased&) { map_input_.release(); }
    void take(const PointerMoved& moved) { map_input_.move(moved, session_, renderer_.layout()); }
    void take(const WheelTurned& turned) {
        if (is_free(turned.at)) map_input_.turn_wheel(turned, session_, renderer_.layout());
    }
    void take(const FilesDropped& dropped) {
        session_.open_files(dropped.files);
        map_input_.release();
    }

    // What cannot be drawn is said in words; the panels go on, so that another size or scene can be tried.
    void draw_picture(base::Instant instant, int strip_px) {
        const auto& panel = scene::theme(session_.scene()->theme).panel;
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glClearColor(static_cast<float>(panel.r) / 255, static_cast<float>(panel.g) / 255,
                     static_cast<float>(panel.b) / 255, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        try {
            moving_map_.draw(renderer_, session_, instant, picture_size_, strip_px, glfwGetTime());
        } catch (const base::Error& error) {
            session_.tell(error);
        }
    }

    void draw_panels(base::PixelSize size, float strip_px, double now) {
        const float pixels_per_unit = window_.pixels_per_unit();
        const PanelContext context{
            session_,
            requests_,
            renderer_.layout(),
            gui_,
            {static_cast<float>(size.width) / pixels_per_unit, static_cast<float>(size.height) / pixels_per_unit},
            strip_px / pixels_per_unit,
            now,
            covered_,
            gui_.ring()};
        covered_.clear();
        draw_transport_strip(context);
        if (session_.panels.layers) draw_layers_panel(context);
        const auto& pick = session_.pick();
        draw_picked_event(context, pick ? renderer_.symbol_offset({pick->layer, pick->row}) : layout::PointPx{});
        draw_rejected_notice(context);
        if (session_.panels.report) draw_report_panel(context);
        if (session_.panels.filter) draw_filter_panel(context);
        if (session_.panels.get) draw_get_panel(context);
        draw_mapping_panel(context);
        if (session_.panels.help) draw_help_panel(context);
        draw_notice(context);
        if (toast_) draw_toast(context, toast_->text);
        draw_pointer(context);
    }

    void draw_pointer(const PanelContext& context) {
        if (map_input_.holds() == MapInput::Hold::map) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        if (map_input_.holds() == MapInput::Hold::playhead) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        if (map_input_.holds() != MapInput::Hold::nothing || moving_map_.stands_in() || !window_.has_pointer() ||
            ImGui::GetIO().WantCaptureMouse)
            return;
        const auto at = window_.pointer();
        const float scale = window_.content_scale();
        if (is_over_histogram(context.layout, at, scale)) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        if (!context.layout.map.contains(at)) return;
        const auto around = renderer_.context_at(at);
        if (!around.empty()) return draw_context_card(context, around);
        draw_event_card(context, renderer_.events_at(at, hover_reach_px * scale));
    }

    // After the frame is shown: what the person asked for in it.
    void serve(base::Instant instant) {
        if (shown_title_ != window_title(session_)) window_.set_title(shown_title_ = window_title(session_));
        if (std::exchange(requests_.fetch, false))
            session_.get.start([this] {
                is_woken_ = true;
                glfwPostEmptyEvent();
            });
        change_tables();
        if (!requests_.save_picture) return;
        pace_.wake();
        // What was typed before comes before.
        if (gui_.has_pending_input()) return;
        requests_.save_picture = false;
        try {
            const auto file = save_picture(renderer_, session_.scene(), instant, picture_size_);
            toast_ = Toast{session_.say("app.toast.saved", {{"path", file.string()}}), glfwGetTime() + toast_s};
            fmt::print(stdout, "saved {}\n", file.string());
            std::fflush(stdout);
        } catch (const base::Error& error) {
            session_.tell(error);
        }
    }

    void change_tables() {
        const bool applies = std::exchange(requests_.apply_filter, false);
        const bool reads = std::exchange(requests_.read_table, false);
        const bool cancels = std::exchange(requests_.cancel_table, false);
        if (applies) session_.apply_filter();
        if (reads) session_.answer_question();
        if (cancels) session_.cancel_question();
        if (applies || reads || cancels) pace_.wake();
    }

    GlfwLibrary library_;
    std::atomic<bool> is_woken_ = false;  // by the thread that fetches
    Session session_;
    GlfwWindow window_;
    Gui gui_;
    render::MapRenderer renderer_;
    MovingMap moving_map_;
    MapInput map_input_;
    std::vector<layout::RectPx> covered_;  // by panels of the frame last drawn
    FramePace pace_;
    std::vector<InputEvent> events_;  // not taken yet
    int keys_wait_ = 0;               // for so many frames
    Requests requests_;
    Panels had_panels_;  // of the frame before
    bool had_question_ = false;
    std::optional<Toast> toast_;
    base::PixelSize picture_size_;
    std::string shown_title_ = window_title(session_);
};

}  // namespace

void check_display() {
    const GlfwLibrary library(render::RendererChoice::any);
}

int run_window(story::OpenedStory opened, const WindowOptions& options) {
    Window(std::move(opened), options).run();
    return 0;
}

}  // namespace harmattan::app
