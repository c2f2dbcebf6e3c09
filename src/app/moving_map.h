// While a hand moves the map faster than whole frames can be drawn (software OpenGL), the frame last drawn stands
// in: moved and scaled, with its furniture at rest. As soon as the hand rests the map is drawn anew.
#pragma once

#include <optional>

#include "app/session.h"
#include "render/gl/target.h"
#include "render/map_renderer.h"

namespace harmattan::app {

// The view that a frame of the session's present camera has: also when the frame last drawn, whose layout this is,
// had another camera.
layout::MapView present_view(const scene::Scene& scene, const layout::FrameLayout& layout);

class MovingMap {
  public:
    // Draws the session's scene into the window, `strip_px` above its lower edge, or what stands in for it.
    void draw(render::MapRenderer& renderer, const Session& session, base::Instant instant, base::PixelSize size,
              int strip_px, double clock_s);
    // The frame begun by draw() is shown, after `seconds`.
    void shown(double seconds);

    bool stands_in() const { return stands_in_; }
    // When the map must be drawn anew though nothing happens.
    std::optional<double> due_s() const { return stands_in_ ? std::optional(rests_at_s_) : std::nullopt; }

  private:
    bool may_stand_in(const scene::Scene& scene, int look, base::PixelSize size, const layout::FrameLayout& layout,
                      double clock_s) const;
    void draw_moved(const layout::FrameLayout& layout, const layout::MapView& now, base::Colour ground,
                    int strip_px);

    scene::ScenePtr drawn_;      // in full
    int drawn_look_ = -1;        // Session::look() of it
    geo::PlanarBox last_box_;    // of the camera at the last draw()
    double rests_at_s_ = 0;      // when the hand will have rested long enough
    bool is_slow_ = false;       // the last frame of another scene took long
    bool is_new_scene_ = false;  // the frame begun is of another scene, in full
    bool stands_in_ = false;
    std::optional<render::gl::Target> frame_;
};

}  // namespace harmattan::app
