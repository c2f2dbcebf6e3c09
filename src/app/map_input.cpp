#include "app/map_input.h"

#include <cmath>

#include "app/camera_control.h"
#include "app/moving_map.h"

namespace harmattan::app {
namespace {

constexpr double zoom_by_wheel_step = 1.25, zoom_by_double_click = 2;
constexpr double double_click_s = 0.35;
constexpr float double_click_reach_px = 5, histogram_reach_px = 8;

void scrub(Session& session, const layout::FrameLayout& layout, float x_px) {
    const auto& place = *layout.histogram;
    session.playback().go_to({static_cast<std::int32_t>(std::floor(place.day_at(x_px)))});
}

void zoom(Session& session, const layout::FrameLayout& layout, layout::PointPx around, double factor) {
    const auto& scene = *session.scene();
    session.set_camera(zoomed(scene.camera.box, present_view(scene, layout), static_cast<double>(around.x),
                              static_cast<double>(around.y), factor));
}

}  // namespace

bool is_over_histogram(const layout::FrameLayout& layout, layout::PointPx at, float scale) {
    if (!layout.histogram) return false;
    const auto& plot = layout.histogram->plot;
    const float reach = histogram_reach_px * scale;
    return layout::RectPx{plot.x - reach, plot.y - reach, plot.width + 2 * reach, plot.height + 2 * reach}
        .contains(at);
}

void MapInput::press(const ButtonPressed& pressed, Session& session, const layout::FrameLayout& layout,
                     float scale) {
    if (is_over_histogram(layout, pressed.at, scale)) {
        hold_ = Hold::playhead;
        scrub(session, layout, pressed.at.x);
        return;
    }
    if (!layout.map.contains(pressed.at)) return;
    const bool is_double =
        pressed.clock_s - last_press_clock_s_ <= double_click_s &&
        std::hypot(pressed.at.x - last_press_.x, pressed.at.y - last_press_.y) <= double_click_reach_px * scale;
    last_press_ = pressed.at;
    last_press_clock_s_ = is_double ? -1 : pressed.clock_s;
    if (is_double) return zoom(session, layout, pressed.at, zoom_by_double_click);
    hold_ = Hold::map;
    from_ = pressed.at;
    box_ = session.scene()->camera.box;
    view_ = present_view(*session.scene(), layout);
}

void MapInput::move(const PointerMoved& moved, Session& session, const layout::FrameLayout& layout) {
    if (hold_ == Hold::playhead && layout.histogram) scrub(session, layout, moved.at.x);
    if (hold_ != Hold::map) return;
    const double dx = static_cast<double>(moved.at.x - from_.x), dy = static_cast<double>(moved.at.y - from_.y);
    session.set_camera(panned(box_, view_, dx, dy));
}

void MapInput::release() {
    hold_ = Hold::nothing;
}

void MapInput::turn_wheel(const WheelTurned& turned, Session& session, const layout::FrameLayout& layout) const {
    // While the hand holds the map, its place under the hand is fixed already.
    if (hold_ != Hold::nothing || !layout.map.contains(turned.at)) return;
    zoom(session, layout, turned.at, std::pow(zoom_by_wheel_step, turned.steps));
}

}  // namespace harmattan::app
