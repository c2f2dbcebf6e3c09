// Events' symbols, rings and swatches, as shapes. Internal to layout.
#pragma once

#include "layout/display_list.h"
#include "scene/event_style.h"

namespace harmattan::layout {

// A filled disc with an edge of one design pixel.
inline void add_disc(DisplayList& list, PointPx centre, float diameter, base::Colour fill, base::Colour edge,
                     float unit) {
    list.shapes.push_back({Shape::Kind::disc, centre, {diameter / 2, 0}, {}, 0, fill});
    list.shapes.push_back({Shape::Kind::disc, centre, {diameter / 2, 0}, {}, unit, edge});
}

// The same in a source's shape: `diameter` is that of the disc of the same area.
inline void add_symbol(DisplayList& list, scene::EventSymbol symbol, PointPx centre, float diameter,
                       base::Colour fill, base::Colour edge, float unit) {
    if (symbol == scene::EventSymbol::disc) return add_disc(list, centre, diameter, fill, edge, unit);
    const PointPx shape{diameter / 2, static_cast<float>(symbol)};
    list.shapes.push_back({Shape::Kind::symbol, centre, shape, {}, 0, fill});
    list.shapes.push_back({Shape::Kind::symbol, centre, shape, {}, unit, edge});
}

// How wide a symbol is drawn.
inline float symbol_width(scene::EventSymbol symbol, float diameter) {
    return diameter * static_cast<float>(scene::symbol_reach(symbol));
}

inline void add_ring(DisplayList& list, PointPx centre, float diameter, float width, base::Colour colour) {
    list.shapes.push_back({Shape::Kind::disc, centre, {diameter / 2, 0}, {}, width, colour});
}

inline void add_rect(DisplayList& list, const RectPx& box, base::Colour colour) {
    list.shapes.push_back({Shape::Kind::rect, {box.x, box.y}, {box.right(), box.bottom()}, {}, 0, colour});
}

// A line along the inside of the box.
inline void add_outline(DisplayList& list, const RectPx& box, float width, base::Colour colour) {
    add_rect(list, {box.x, box.y, box.width, width}, colour);
    add_rect(list, {box.x, box.bottom() - width, box.width, width}, colour);
    add_rect(list, {box.x, box.y + width, width, box.height - 2 * width}, colour);
    add_rect(list, {box.right() - width, box.y + width, width, box.height - 2 * width}, colour);
}

}  // namespace harmattan::layout
