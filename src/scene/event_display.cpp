#include "scene/event_display.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::scene {
namespace {

constexpr double least_km = 1, greatest_km = 1000;

constexpr std::array<std::string_view, event_display_count> display_names{"symbols", "density", "hexagons",
                                                                          "areas", "trail"};
constexpr std::array<std::string_view, 4> value_names{"events", "deaths", "events-per-100k", "deaths-per-100k"};

[[noreturn]] void fail_km(const std::string& text) {
    throw base::Error(
        "display.bad_km",
        {{"text", text}, {"least", fmt::format("{}", least_km)}, {"greatest", fmt::format("{}", greatest_km)}});
}

// 1, 2, 3 or 5 times a power of ten, the nearest by ratio.
double round_km(double km) {
    const double power = std::pow(10.0, std::floor(std::log10(km)));
    double best = power;
    for (const double digit : {2.0, 3.0, 5.0, 10.0})
        if (std::abs(std::log(digit * power / km)) < std::abs(std::log(best / km))) best = digit * power;
    return std::clamp(best, least_km, greatest_km);
}

}  // namespace

EventDisplay parse_event_display(std::string_view text) {
    const auto found = std::find(display_names.begin(), display_names.end(), text);
    if (found == display_names.end()) throw base::Error("display.unknown", {{"text", std::string(text)}});
    return static_cast<EventDisplay>(found - display_names.begin());
}

std::string_view to_string(EventDisplay display) {
    return display_names[static_cast<std::size_t>(display)];
}

SpreadValue parse_spread_value(std::string_view text) {
    const auto found = std::find(value_names.begin(), value_names.end(), text);
    if (found == value_names.end()) throw base::Error("display.unknown_value", {{"text", std::string(text)}});
    return static_cast<SpreadValue>(found - value_names.begin());
}

std::string_view to_string(SpreadValue value) {
    return value_names[static_cast<std::size_t>(value)];
}

double parse_spread_km(std::string_view text) {
    double km = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, km);
    if (error != std::errc() || rest != end || !(km >= least_km && km <= greatest_km)) fail_km(std::string(text));
    return km;
}

void check_spread_km(double km) {
    if (!(km >= least_km && km <= greatest_km)) fail_km(fmt::format("{}", km));
}

DisplayChoice filled(DisplayChoice choice, const DisplayChoice& otherwise) {
    if (!choice.as) choice.as = otherwise.as;
    if (!choice.value) choice.value = otherwise.value;
    if (!choice.classes) choice.classes = otherwise.classes;
    if (!choice.bandwidth_km) choice.bandwidth_km = otherwise.bandwidth_km;
    if (!choice.hexagon_km) choice.hexagon_km = otherwise.hexagon_km;
    if (!choice.areas) choice.areas = otherwise.areas;
    if (!choice.people) choice.people = otherwise.people;
    return choice;
}

ClassMethod class_method(const DisplayStyle& style) {
    return style.classes.value_or(style.as == EventDisplay::density ? ClassMethod::jenks : ClassMethod::quantile);
}

DisplayStyle resolved(const DisplayChoice& choice, const geo::PlanarBox& box) {
    const double side_km = std::min(box.width_m(), box.height_m()) / 1000;
    DisplayStyle style;
    style.as = choice.as.value_or(style.as);
    style.value = choice.value.value_or(style.value);
    style.classes = choice.classes;
    style.bandwidth_km = choice.bandwidth_km.value_or(round_km(std::max(side_km / 50, least_km)));
    style.hexagon_km = choice.hexagon_km.value_or(round_km(std::max(side_km / 50, least_km)));
    style.areas = choice.areas.value_or("");
    style.people = choice.people.value_or("");
    style.scale_box = box;
    if (is_rate(style.value) && style.as != EventDisplay::areas)
        throw base::Error("display.rate_needs_areas", {{"value", std::string(to_string(style.value))}});
    return style;
}

}  // namespace harmattan::scene
