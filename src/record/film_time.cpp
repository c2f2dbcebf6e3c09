#include "record/film_time.h"

#include <charconv>
#include <cmath>

#include "base/error.h"

namespace harmattan::record {
namespace {

base::Day after_steps(base::Day first, CalendarStep step, std::int64_t steps) {
    const auto count = static_cast<int>(steps * step.count);
    return step.unit == CalendarStep::Unit::days ? first + count : base::add_months(first, count);
}

// The number of steps that fit between both days.
std::int64_t steps_within(base::DayRange bounds, CalendarStep step) {
    const int days = bounds.last - bounds.first;
    if (step.unit == CalendarStep::Unit::days) return days / step.count;
    const auto first = base::civil_of(bounds.first), last = base::civil_of(bounds.last);
    const int months = (last.year - first.year) * 12 + last.month - first.month;
    const std::int64_t steps = months / step.count;
    return after_steps(bounds.first, step, steps) <= bounds.last ? steps : steps - 1;
}

}  // namespace

CalendarStep parse_step(std::string_view text) {
    constexpr int greatest_count = 9999;
    int count = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    if (error == std::errc() && end - rest == 1 && count >= 1 && count <= greatest_count) {
        if (*rest == 'd') return {CalendarStep::Unit::days, count};
        if (*rest == 'm') return {CalendarStep::Unit::months, count};
        if (*rest == 'y') return {CalendarStep::Unit::months, count * 12};
    }
    throw base::Error("film.step_unreadable", {{"text", std::string(text)}});
}

FilmTime FilmTime::evenly(const scene::Timeline& timeline, std::int64_t frame_count) {
    FilmTime time;
    time.timeline_ = timeline;
    time.frame_count_ = std::max<std::int64_t>(1, frame_count);
    return time;
}

FilmTime FilmTime::by_steps(const scene::Timeline& timeline, CalendarStep step) {
    FilmTime time;
    time.timeline_ = timeline;
    time.step_ = step;
    const std::int64_t steps = steps_within(timeline.bounds, step);
    const bool ends_on_a_step = after_steps(timeline.bounds.first, step, steps) == timeline.bounds.last;
    time.frame_count_ = steps + (ends_on_a_step ? 1 : 2);
    return time;
}

base::Instant FilmTime::instant_of(std::int64_t index) const {
    if (!step_) return scene::instant_of_frame(timeline_, index, frame_count_);
    if (index == frame_count_ - 1) return timeline_.end();
    return base::end_of(after_steps(timeline_.bounds.first, *step_, index));
}

std::int64_t frame_count_of(double seconds, int fps) {
    const double count = std::round(seconds * fps);
    if (!(count <= static_cast<double>(greatest_frame_count)))
        throw base::Error("film.too_long", {{"count", std::to_string(std::llround(count))},
                                            {"greatest", std::to_string(greatest_frame_count)}});
    return std::max<std::int64_t>(1, std::llround(count));
}

}  // namespace harmattan::record
