// The symbols that stand for all events of a place at once, where they cannot stand side by side.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/time_window.h"
#include "layout/frame_layout.h"
#include "scene/event_places.h"
#include "scene/scene.h"

namespace harmattan::layout {

// One for the sum, never of two sources.
struct PlaceSymbol {
    std::size_t place = 0;  // of scene::EventPlaces::places
    PointPx centre;
    // Of the sums of best, low and high estimates, in design pixels; where an event has no low or high, its best.
    float diameter_px = 0, low_px = 0, high_px = 0;
    float opacity = 1;       // of its freshest event: scene::event_opacity
    bool is_hollow = false;  // none reported, or not given
    std::uint64_t events = 0;
    // By place in the palette: where its part of the circle ends, in 255ths clockwise from the top. The parts are
    // those of the fatalities, or of the events where none are reported.
    std::array<std::uint8_t, events::family_hue_count> part_ends{};
};

// What is known of a layer's places for one projection.
struct PlacesInPlane {
    const events::EventTable& table;
    std::span<const geo::PlanarPoint> points;  // of the table's rows
    const scene::EventPlaces& places;
    std::span<const float> greatest_scale_m;  // by place: scene::EventPlaces::Place's, in metres of the plane
};

// Metres of the plane that a design pixel stands for.
double scale_m(const FrameLayout& layout);

// Whether the events of a place stand side by side at this scale.
bool is_side_by_side(const PlacesInPlane& of, std::size_t place, double scale_m);

// Where the symbol of a row stands at the layout's scale: beside the others of its place, or in their middle.
PointPx symbol_centre(const PlacesInPlane& of, std::size_t row, const FrameLayout& layout);

// All that the map shows, the largest first. `colours`: scene::colours_of_classes for the day shown.
std::vector<PlaceSymbol> place_symbols(const scene::Scene& scene, const scene::EventLayer& layer,
                                       const PlacesInPlane& of, std::span<const std::uint8_t> colours,
                                       const FrameLayout& layout, base::Instant instant, base::DayRange window);

// How many events each of all sources' symbols stands for, written on those that are large enough: in the middle,
// or below or above one of `marks` (of towns) that covers it. Of two numbers that would touch, that of the larger
// symbol.
DisplayList place_counts(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                         std::span<const std::vector<PlaceSymbol>> layers, std::span<const RectPx> marks);

}  // namespace harmattan::layout
