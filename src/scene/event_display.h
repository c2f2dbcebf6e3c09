// The ways to show the events of the window besides one symbol each.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/extent.h"
#include "scene/class_limits.h"

namespace harmattan::scene {

enum class EventDisplay : std::uint8_t {
    symbols,   // each event by itself
    density,   // a surface of events by area, by a kernel
    hexagons,  // sums in cells of one area
    areas,     // sums in the polygons of a layer
    trail      // symbols, above small marks where events were before the window
};
inline constexpr std::size_t event_display_count = 5;

// What a surface or a sum counts; the last two for `areas` only.
enum class SpreadValue : std::uint8_t { events, deaths, events_per_100k, deaths_per_100k };

// "symbols", "density", "hexagons", "areas" or "trail"; throws Error "display.unknown" (text).
EventDisplay parse_event_display(std::string_view text);
std::string_view to_string(EventDisplay display);
// "events", "deaths", "events-per-100k" or "deaths-per-100k"; throws Error "display.unknown_value" (text).
SpreadValue parse_spread_value(std::string_view text);
std::string_view to_string(SpreadValue value);
// Kilometres, 1 to 1000: a bandwidth, or a cell's width. Throws Error "display.bad_km" (text).
double parse_spread_km(std::string_view text);
void check_spread_km(double km);  // throws the same

inline bool is_surface(EventDisplay display) {
    return display == EventDisplay::density || display == EventDisplay::hexagons || display == EventDisplay::areas;
}
inline bool counts_deaths(SpreadValue value) {
    return value == SpreadValue::deaths || value == SpreadValue::deaths_per_100k;
}
inline bool is_rate(SpreadValue value) {
    return value == SpreadValue::events_per_100k || value == SpreadValue::deaths_per_100k;
}

// What a story or the command line says of it; the rest is left to defaults.
struct DisplayChoice {
    std::optional<EventDisplay> as;
    std::optional<SpreadValue> value;
    std::optional<ClassMethod> classes;
    std::optional<double> bandwidth_km, hexagon_km;
    std::optional<std::string> areas, people;  // a layer's id, a column of it
};

// `choice`, and what it leaves open as `otherwise` has it.
DisplayChoice filled(DisplayChoice choice, const DisplayChoice& otherwise);

// How the events of a scene are shown.
struct DisplayStyle {
    EventDisplay as = EventDisplay::symbols;
    SpreadValue value = SpreadValue::events;
    std::optional<ClassMethod> classes;  // none: what suits the display (class_method)
    double bandwidth_km = 50;            // radius of the kernel
    double hexagon_km = 50;              // across flats
    std::string areas;   // id of a layer of polygons; empty: the regions, else an overlay, else the countries
    std::string people;  // a column of that layer; empty: the first that is called like one
    // The people of each of its features (NaN: no figure), wherever they were counted; null: from the column.
    std::shared_ptr<const std::vector<double>> people_counted = nullptr;
    // The part of the plane whose values make the classes, so that moving the map never changes a colour. Empty:
    // all.
    geo::PlanarBox scale_box = {};
};

// Natural breaks for a density, which they give peaks; quantiles for sums, most of which are small.
ClassMethod class_method(const DisplayStyle& style);

// The choice with its defaults for a map of `box`: a bandwidth and hexagons of about a fiftieth of the box's
// shorter side, round. Throws Error "display.rate_needs_areas" (value) for people by anything but areas.
DisplayStyle resolved(const DisplayChoice& choice, const geo::PlanarBox& box);

}  // namespace harmattan::scene
