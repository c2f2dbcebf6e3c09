// The pointer on the frame: panning and zooming the map, moving the playhead over the histogram.
#pragma once

#include "app/input_event.h"
#include "app/session.h"
#include "layout/frame_layout.h"

namespace harmattan::app {

class MapInput {
  public:
    // `layout` is the frame's last drawn, `scale` the display's. Presses and wheel turns that belong to a panel
    // must not be given.
    void press(const ButtonPressed& pressed, Session& session, const layout::FrameLayout& layout, float scale);
    void move(const PointerMoved& moved, Session& session, const layout::FrameLayout& layout);
    void release();
    void turn_wheel(const WheelTurned& turned, Session& session, const layout::FrameLayout& layout) const;

    enum class Hold { nothing, map, playhead };
    Hold holds() const { return hold_; }

  private:
    Hold hold_ = Hold::nothing;
    // The camera and view under the hand when it took hold: a drag is a function of where it began and where it
    // is.
    layout::PointPx from_;
    geo::PlanarBox box_;
    layout::MapView view_;
    // For double clicks.
    layout::PointPx last_press_;
    double last_press_clock_s_ = -1;
};

// Whether the pointer stands over the histogram, where a press takes the playhead.
bool is_over_histogram(const layout::FrameLayout& layout, layout::PointPx at, float scale);

}  // namespace harmattan::app
