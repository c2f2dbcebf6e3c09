#include "app/playback.h"

#include <algorithm>
#include <cmath>

namespace harmattan::app {

base::Instant to_whole_second(base::Instant instant) {
    constexpr double seconds_per_day = 86400;
    const double day = std::floor(instant.days);
    const double second = std::round((instant.days - day) * seconds_per_day);
    // The second that would begin the next day is left out, so that rounding never shows a day too early.
    return {day + std::min(second, seconds_per_day - 1) / seconds_per_day};
}

Playback::Playback(const scene::Timeline& timeline, base::Instant at)
    : first_(timeline.start()), last_(timeline.end()), from_(clamped(at)) {}

base::Instant Playback::clamped(base::Instant instant) const {
    return {std::clamp(instant.days, first_.days, last_.days)};
}

base::Instant Playback::at(double clock_s) const {
    if (!playing_) return from_;
    return clamped({from_.days + (clock_s - from_clock_s_) * days_per_second_});
}

bool Playback::is_playing(double clock_s) const {
    return playing_ && at(clock_s).days < last_.days;
}

void Playback::play(double clock_s) {
    from_ = at(clock_s);
    if (from_.days >= last_.days) from_ = first_;
    from_clock_s_ = clock_s;
    playing_ = true;
}

void Playback::pause(double clock_s) {
    from_ = clamped(to_whole_second(at(clock_s)));
    playing_ = false;
}

void Playback::toggle(double clock_s) {
    if (is_playing(clock_s))
        pause(clock_s);
    else
        play(clock_s);
}

void Playback::set_days_per_second(double speed, double clock_s) {
    from_ = at(clock_s);
    from_clock_s_ = clock_s;
    days_per_second_ = speed;
}

void Playback::go_to(base::Day day) {
    from_ = clamped(base::end_of(day));
    playing_ = false;
}

void Playback::step_days(int days, double clock_s) {
    go_to(at(clock_s).day() + days);
}

void Playback::step_months(int months, double clock_s) {
    go_to(base::add_months(at(clock_s).day(), months));
}

void Playback::go_to_first_day() {
    go_to(first_.day());
}

void Playback::go_to_last_day() {
    go_to(last_.day());
}

}  // namespace harmattan::app
