// The playhead: where it stands is a function of the clock, never a sum of frame times, so that a slow machine
// shows fewer frames of the same film.
#pragma once

#include "base/time_window.h"
#include "scene/scene.h"

namespace harmattan::app {

// Speeds that can be chosen, in days of the time line a second of the clock. A month is 365.25 / 12 days.
inline constexpr double days_per_month = 365.25 / 12;

// The nearest instant that is a whole second: what `--at` can say, so that a picture of a resting playhead can be
// asked for again.
base::Instant to_whole_second(base::Instant instant);

// Clock times are seconds of any steady clock. The playhead stays between the timeline's start (the end of its
// first day) and its end.
class Playback {
  public:
    Playback(const scene::Timeline& timeline, base::Instant at);

    base::Instant at(double clock_s) const;
    // False once the end is reached.
    bool is_playing(double clock_s) const;
    double days_per_second() const { return days_per_second_; }

    // From the start again when the playhead stands at the end.
    void play(double clock_s);
    // Rests at a whole second.
    void pause(double clock_s);
    void toggle(double clock_s);
    void set_days_per_second(double speed, double clock_s);

    // These also pause. A day means its end, when all its events have appeared.
    void go_to(base::Day day);
    void step_days(int days, double clock_s);
    // By the calendar, clamped at the month's end.
    void step_months(int months, double clock_s);
    void go_to_first_day();
    void go_to_last_day();

  private:
    base::Instant clamped(base::Instant instant) const;

    base::Instant first_, last_;
    base::Instant from_;  // the playhead at from_clock_s_
    double from_clock_s_ = 0;
    double days_per_second_ = days_per_month;
    bool playing_ = false;
};

}  // namespace harmattan::app
