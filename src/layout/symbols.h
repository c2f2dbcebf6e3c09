// Discs, rings, swatches and town marks, as shapes. Internal to layout.
#pragma once

#include "layout/display_list.h"

namespace harmattan::layout {

// A filled disc with an edge of one design pixel.
inline void add_disc(DisplayList& list, PointPx centre, float diameter, base::Colour fill, base::Colour edge,
                     float unit) {
    list.shapes.push_back({Shape::Kind::disc, centre, {diameter / 2, 0}, {}, 0, fill});
    list.shapes.push_back({Shape::Kind::disc, centre, {diameter / 2, 0}, {}, unit, edge});
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
