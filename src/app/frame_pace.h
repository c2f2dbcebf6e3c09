// When the next frame is due. Pure.
#pragma once

#include <limits>

namespace harmattan::app {

inline constexpr double least_frame_s = 1.0 / 60;
inline constexpr double never_s = std::numeric_limits<double>::infinity();

// The window sleeps until something is reported; each report is followed by a few frames, because the panels
// settle over more than one.
class FramePace {
  public:
    void wake() { frames_due_ = frames_after_event; }
    // A frame was begun.
    void drawn(double clock_s) {
        last_frame_s_ = clock_s;
        if (frames_due_ > 0) --frames_due_;
    }
    // Seconds to sleep before the next frame: 0 when it is due now, never_s when only an event can make one.
    // `wakes_at_s` is when something changes by itself.
    double sleep_s(double clock_s, bool is_playing, double wakes_at_s) const {
        const double next = frames_due_ > 0 || is_playing ? last_frame_s_ + least_frame_s : wakes_at_s;
        return next <= clock_s ? 0 : next - clock_s;
    }

  private:
    static constexpr int frames_after_event = 3;
    int frames_due_ = frames_after_event;
    double last_frame_s_ = -1;
};

}  // namespace harmattan::app
