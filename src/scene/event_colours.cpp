#include "scene/event_colours.h"

#include "base/error.h"

namespace harmattan::scene {

ColourBy parse_colour_by(std::string_view text) {
    if (text == "type") return ColourBy::type;
    if (text == "actor") return ColourBy::actor;
    throw base::Error("colour_by.unknown", {{"text", std::string(text)}});
}

std::string_view to_string(ColourBy colour_by) {
    return colour_by == ColourBy::type ? "type" : "actor";
}

EventPalette event_palette(const Theme& theme, ColourBy colour_by) {
    if (colour_by == ColourBy::type) return {theme.event_fill, theme.event_edge};
    return {theme.family_fill, theme.family_edge};
}

base::Colour hatch_colour(const Theme& theme, Hatch hatch, ColourBy colour_by) {
    return theme.hatch[static_cast<std::size_t>(colour_by == ColourBy::actor ? Hatch::grey : hatch)];
}

std::size_t event_class_count(const EventLayer& layer, ColourBy colour_by) {
    return colour_by == ColourBy::type ? events::violence_type_count : layer.actors->course_count();
}

std::uint16_t event_class(const EventLayer& layer, ColourBy colour_by, std::size_t row) {
    if (colour_by == ColourBy::type) return static_cast<std::uint16_t>(layer.table->type()[row]);
    return layer.actors->course(row);
}

std::vector<std::uint8_t> colours_of_classes(const EventLayer& layer, ColourBy colour_by, base::Day day) {
    std::vector<std::uint8_t> colours;
    const bool is_by_type = colour_by == ColourBy::type;
    const std::size_t stretch = is_by_type ? 0 : layer.actors->stretch(day);
    for (std::size_t i = 0; i < event_class_count(layer, colour_by); ++i)
        colours.push_back(static_cast<std::uint8_t>(is_by_type ? i : std::size_t(layer.actors->hue(i, stretch))));
    return colours;
}

base::Day colour_day(base::Instant instant, base::DayRange window) {
    return window.empty() ? instant.day() : window.last;
}

std::size_t colour_of_event(const EventLayer& layer, ColourBy colour_by, std::size_t row, base::Day day) {
    const std::uint16_t of_row = event_class(layer, colour_by, row);
    if (colour_by == ColourBy::type) return of_row;
    return static_cast<std::size_t>(layer.actors->hue(of_row, layer.actors->stretch(day)));
}

}  // namespace harmattan::scene
