#include "base/number_format.h"
#include "layout/blocks.h"

namespace harmattan::layout {
namespace {

constexpr float date_design_px = 36, window_design_px = 12.5f;
constexpr float least_date_share = 0.45f;  // of its design size, before it is broken into lines

// How the large line is written.
enum class DateKind { years, range, month, day };

bool begins_year(base::Day day) {
    const auto date = base::civil_of(day);
    return date.month == 1 && date.day == 1;
}

DateKind date_kind(const scene::Scene& scene) {
    using Unit = base::WindowLength::Unit;
    const auto& line = scene.timeline;
    if (scene.shows_whole_span)
        return begins_year(line.bounds.first) && begins_year(line.bounds.last + 1) ? DateKind::years
                                                                                   : DateKind::range;
    constexpr int about_two_months = 62;
    const bool is_short = line.window.unit == Unit::days && line.window.count <= about_two_months;
    return is_short ? DateKind::day : DateKind::month;
}

std::string large_line(const Pen& pen, DateKind kind, base::Day day) {
    const auto language = pen.scene().language;
    const auto& bounds = pen.scene().timeline.bounds;
    switch (kind) {
        case DateKind::day:
            return base::long_date(day, language);
        case DateKind::month:
            return capitalised(base::month_and_year(day, language));
        case DateKind::range:
            return base::date_range(bounds, language);
        case DateKind::years:
            break;
    }
    const int first = base::civil_of(bounds.first).year, last = base::civil_of(bounds.last).year;
    if (first == last) return std::to_string(first);
    return pen.say("date.years_span", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

// The days whose dates are the widest to write: a two-figure day of every month.
std::array<base::Day, 12> days_of_months() {
    std::array<base::Day, 12> days;
    for (int month = 1; month <= 12; ++month)
        days.at(static_cast<std::size_t>(month - 1)) = base::day_of({2020, month, 28});
    return days;
}

// One size for all dates of a film, so that the date does not breathe.
TextStyle large_style(const Pen& pen, DateKind kind, float width) {
    TextStyle style = pen.style(Face::regular, date_design_px, pen.theme().title);
    float widest = 0;
    for (const base::Day day : days_of_months())
        widest = std::max(widest, pen.shaper().width_px(large_line(pen, kind, day), style));
    // A hair less than the width, so that rounding never breaks the line.
    const float share = std::clamp(width * 0.998f / std::max(widest, 1.f), least_date_share, 1.f);
    style.size_px = std::max(style.size_px * share, pen.text_px(window_design_px));
    return style;
}

std::string window_words(const Pen& pen) {
    using Unit = base::WindowLength::Unit;
    const auto window = pen.scene().timeline.window;
    const auto count = static_cast<std::uint64_t>(window.count);
    if (pen.scene().shows_whole_span) return pen.say("date.span");
    switch (window.unit) {
        case Unit::days:
            return pen.say_count("date.days", count);
        case Unit::months:
            return pen.say_count("date.months", count);
        case Unit::years:
            return pen.say_count("date.years", count);
        case Unit::all:
            break;
    }
    return pen.say("date.all");
}

std::string window_line(const Pen& pen, base::DayRange window) {
    return pen.say("date.joined",
                   {{"window", window_words(pen)}, {"range", base::date_range(window, pen.scene().language)}});
}

// The window and its days: on one line when that holds at every instant of a film, else always on two.
void add_window(const Pen& pen, Stack& stack, base::DayRange window) {
    const TextStyle style = pen.style(Face::regular, window_design_px, pen.theme().muted);
    float widest = 0;
    for (const base::Day day : days_of_months())
        widest = std::max(widest, pen.shaper().width_px(window_line(pen, {day - 366, day}), style));
    if (widest <= stack.width()) {
        stack.text(window_line(pen, window), style, 1.3f);
        return;
    }
    stack.text(window_words(pen), style, 1.3f);
    stack.text(base::date_range(window, pen.scene().language), style, 1.3f);
}

// What stands instead of the window's days before the first day.
std::string nothing_yet(const Pen& pen, base::Instant instant) {
    const base::Day first = std::max(pen.scene().timeline.bounds.first, instant.day());
    return pen.say("date.before", {{"date", base::long_date(first, pen.scene().language)}});
}

}  // namespace

Block title_block(const Pen& pen, float width) {
    const auto& scene = pen.scene();
    Stack stack(pen, width);
    const auto title = scene::in_language(scene, scene.title_en, scene.title_fr);
    TextStyle style = pen.style(Face::bold, 25, pen.theme().title);
    // A title a little too long for one line is written a little smaller rather than broken.
    const float share = width / std::max(1.f, pen.shaper().width_px(title, style));
    if (share < 1 && share >= 0.78f) style.size_px *= share * 0.999f;
    stack.text(title, style, 1.22f);
    const auto subtitle = scene::in_language(scene, scene.subtitle_en, scene.subtitle_fr);
    if (pen.dress().subtitle && !subtitle.empty()) {
        stack.gap(pen.px(3));
        stack.text(subtitle, pen.style(Face::regular, 15, pen.theme().muted), 1.3f);
    }
    return std::move(stack).done();
}

Block date_block(const Pen& pen, float width, base::Instant instant, base::DayRange window) {
    const DateKind kind = date_kind(pen.scene());
    const base::Day day = window.empty() ? instant.day() : window.last;
    Stack stack(pen, width);
    stack.text(large_line(pen, kind, day), large_style(pen, kind, width), 1.2f);
    stack.gap(pen.px(3));
    if (window.empty())
        stack.text(nothing_yet(pen, instant), pen.style(Face::regular, window_design_px, pen.theme().muted), 1.3f);
    else
        add_window(pen, stack, window);
    return std::move(stack).done();
}

Block widest_date_block(const Pen& pen, float width) {
    Block widest;
    for (const base::Day day : days_of_months()) {
        const Block block = date_block(pen, width, base::end_of(day), {day - 366, day});
        widest.width = std::max(widest.width, block.width);
        widest.height = std::max(widest.height, block.height);
    }
    return widest;
}

}  // namespace harmattan::layout
