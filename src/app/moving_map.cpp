#include "app/moving_map.h"

#include <cmath>

namespace harmattan::app {
namespace {

constexpr double slow_s = 0.045, rest_s = 0.12;
// A picture scaled by more shows little that is true.
constexpr double greatest_scale = 4;

// The part of the map beside the side column, whose furniture stays where it is.
layout::RectPx moving_part(const layout::FrameLayout& layout) {
    const auto& map = layout.map;
    const bool has_column = layout.free.x - map.x > map.width * 0.1f;
    const float left = has_column ? layout.free.x : map.x;
    return {left, map.y, map.right() - left, map.height};
}

bool are_equal(const geo::PlanarBox& a, const geo::PlanarBox& b) {
    return a.min_x_m == b.min_x_m && a.max_x_m == b.max_x_m && a.min_y_m == b.min_y_m && a.max_y_m == b.max_y_m;
}

GLint whole(double value) {
    return static_cast<GLint>(std::lround(value));
}

}  // namespace

layout::MapView present_view(const scene::Scene& scene, const layout::FrameLayout& layout) {
    return layout::fitted(scene.camera.box, layout.view.size, layout.free);
}

void MovingMap::draw(render::MapRenderer& renderer, const Session& session, base::Instant instant,
                     base::PixelSize size, int strip_px, double clock_s) {
    const auto& scene = session.scene();
    const bool has_moved = !are_equal(scene->camera.box, last_box_);
    if (has_moved) rests_at_s_ = clock_s + rest_s;
    last_box_ = scene->camera.box;
    stands_in_ = may_stand_in(*scene, session.look(), size, renderer.layout(), clock_s);
    is_new_scene_ = !stands_in_ && scene != drawn_;
    if (!stands_in_) {
        drawn_ = scene;
        drawn_look_ = session.look();
        renderer.draw(scene, instant, size, 0, 0, strip_px);
        return;
    }
    if (!frame_ || frame_->size() != size) frame_.emplace(size, GL_RGBA8, GL_LINEAR);
    // Its static layers are drawn already, so this costs little, and events go on playing.
    renderer.draw(drawn_, instant, size, frame_->framebuffer());
    draw_moved(renderer.layout(), present_view(*scene, renderer.layout()), scene::theme(scene->theme).unmapped,
               strip_px);
}

bool MovingMap::may_stand_in(const scene::Scene& scene, int look, base::PixelSize size,
                             const layout::FrameLayout& layout, double clock_s) const {
    if (!is_slow_ || clock_s >= rests_at_s_ || !drawn_ || look != drawn_look_ || layout.view.size != size)
        return false;
    const double scale = layout.view.metres_per_px / present_view(scene, layout).metres_per_px;
    return scale < greatest_scale && scale > 1 / greatest_scale;
}

void MovingMap::draw_moved(const layout::FrameLayout& layout, const layout::MapView& now, base::Colour ground,
                           int strip_px) {
    const auto size = frame_->size();
    const auto part = moving_part(layout);
    // Windows and targets drawn for them have their first row at the bottom.
    const auto up = [&](float y) { return static_cast<double>(size.height) - static_cast<double>(y); };
    glBindFramebuffer(GL_READ_FRAMEBUFFER, frame_->framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, size.width, size.height, 0, strip_px, size.width, strip_px + size.height,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glEnable(GL_SCISSOR_TEST);
    const GLint left = whole(static_cast<double>(part.x)), low = whole(up(part.bottom()));
    const GLint right = whole(static_cast<double>(part.right())), high = whole(up(part.y));
    glScissor(left, low + strip_px, right - left, high - low);
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    const auto moved = [&](double x, double y) { return now.to_px(layout.view.to_planar(x, y)); };
    const auto corner = moved(left, size.height - high), opposite = moved(right, size.height - low);
    glBlitFramebuffer(left, low, right, high, whole(static_cast<double>(corner.x)),
                      whole(up(opposite.y)) + strip_px, whole(static_cast<double>(opposite.x)),
                      whole(up(corner.y)) + strip_px, GL_COLOR_BUFFER_BIT, GL_LINEAR);
    glDisable(GL_SCISSOR_TEST);
}

void MovingMap::shown(double seconds) {
    if (is_new_scene_) is_slow_ = seconds > slow_s;
}

}  // namespace harmattan::app
