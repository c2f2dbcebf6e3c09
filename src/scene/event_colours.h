// What an event's colour says: the type of violence, or the family of its actors. The map, the chart, the legend
// and the cards all ask here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/day.h"
#include "base/time_window.h"
#include "scene/scene.h"

namespace harmattan::scene {

// "type" or "actor"; throws Error "colour_by.unknown" (text).
ColourBy parse_colour_by(std::string_view text);
std::string_view to_string(ColourBy colour_by);

// The colours that events may have in a theme, and the edges of their symbols: by type of violence or by
// events::FamilyHue.
struct EventPalette {
    std::span<const base::Colour> fill, edge;
};
EventPalette event_palette(const Theme& theme, ColourBy colour_by);

// The colour of a community's hatch. While events are coloured by actor all are grey and only their lines tell
// them apart: no community may share a hue with an actor.
base::Colour hatch_colour(const Theme& theme, Hatch hatch, ColourBy colour_by);

// Events of one class have one colour, which may change from day to day: a type of violence, or a course of
// events::ActorCourses. `layer` has a table and, by actor, its courses.
std::size_t event_class_count(const EventLayer& layer, ColourBy colour_by);
std::uint16_t event_class(const EventLayer& layer, ColourBy colour_by, std::size_t row);

// The place in the palette of each class, as things stand on a day.
std::vector<std::uint8_t> colours_of_classes(const EventLayer& layer, ColourBy colour_by, base::Day day);
// That day: the last one shown, or the playhead's where nothing is shown.
base::Day colour_day(base::Instant instant, base::DayRange window);
// The same for one event.
std::size_t colour_of_event(const EventLayer& layer, ColourBy colour_by, std::size_t row, base::Day day);

}  // namespace harmattan::scene
