// The instants of a film's frames: a function of the frame's index alone, so that any frame can be drawn by
// itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "scene/scene.h"

namespace harmattan::record {

// "1d", "7d", "1m", "1y": a step of the calendar from frame to frame.
struct CalendarStep {
    enum class Unit { days, months };
    Unit unit = Unit::days;
    int count = 1;
};

// Throws Error "film.step_unreadable".
CalendarStep parse_step(std::string_view text);

inline constexpr std::int64_t greatest_frame_count = 1'000'000;

class FilmTime {
  public:
    // `frame_count` frames evenly from the timeline's start to its end (scene::instant_of_frame).
    static FilmTime evenly(const scene::Timeline& timeline, std::int64_t frame_count);

    // A frame at the end of bounds.first, one at the end of each day that is a whole number of steps after it
    // (months are counted from the first day and clamped at the month's end), and one at the end of bounds.last.
    static FilmTime by_steps(const scene::Timeline& timeline, CalendarStep step);

    std::int64_t frame_count() const { return frame_count_; }
    // `index` 0 to frame_count - 1.
    base::Instant instant_of(std::int64_t index) const;

  private:
    scene::Timeline timeline_;
    std::optional<CalendarStep> step_;
    std::int64_t frame_count_ = 1;
};

// Frames of a film of `seconds` at `fps`: at least 1. Throws Error "film.too_long" above greatest_frame_count.
std::int64_t frame_count_of(double seconds, int fps);

}  // namespace harmattan::record
