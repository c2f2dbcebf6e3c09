#include "layout/paint_display_list.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "scene/event_style.h"

namespace harmattan::test {
namespace {

using layout::PointPx;
using layout::RectPx;
using layout::Shape;

void blend(base::Image& image, int x, int y, base::Colour colour, float coverage) {
    if (x < 0 || y < 0 || x >= image.size.width || y >= image.size.height || coverage <= 0) return;
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) + static_cast<std::size_t>(x)) *
        4;
    const float alpha = std::min(coverage, 1.f) * static_cast<float>(colour.a) / 255.f;
    const auto mix = [&](std::uint8_t& to, std::uint8_t from) {
        to = static_cast<std::uint8_t>(
            std::lround(static_cast<float>(to) * (1 - alpha) + static_cast<float>(from) * alpha));
    };
    mix(image.rgba[at], colour.r);
    mix(image.rgba[at + 1], colour.g);
    mix(image.rgba[at + 2], colour.b);
}

float edge(float distance_inside) {
    return std::clamp(distance_inside + 0.5f, 0.f, 1.f);
}

bool is_dash(const Shape& shape, float along) {
    if (shape.dash_on <= 0 || shape.kind == Shape::Kind::hatch) return true;
    return std::fmod(std::max(0.f, along), shape.dash_on + shape.dash_off) < shape.dash_on;
}

float side(PointPx a, PointPx b, PointPx p) {
    const float length = std::max(1e-6f, std::hypot(b.x - a.x, b.y - a.y));
    return ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

// How deep a point lies in an event's symbol: the least distance to the lines of its sides, from its corners.
float symbol_inside(const Shape& s, PointPx p) {
    const auto symbol = static_cast<scene::EventSymbol>(static_cast<int>(s.b.y));
    const float reach = s.b.x * static_cast<float>(scene::symbol_reach(symbol));
    const int corners = symbol == scene::EventSymbol::diamond ? 4 : 3;
    const float start = symbol == scene::EventSymbol::inverted_triangle ? 1.5707963f : -1.5707963f;
    const auto corner = [&](int i) -> PointPx {
        const float angle = start + 6.2831853f * static_cast<float>(i) / static_cast<float>(corners);
        return {s.a.x + reach * std::cos(angle), s.a.y + reach * std::sin(angle)};
    };
    float inside = reach;
    for (int i = 0; i < corners; ++i) inside = std::min(inside, side(corner(i), corner(i + 1), p));
    return inside;
}

// Coverage of a shape at a pixel's centre.
float coverage(const Shape& s, PointPx p) {
    const auto rect = [&] {
        return edge(p.x - s.a.x) * edge(s.b.x - p.x) * edge(p.y - s.a.y) * edge(s.b.y - p.y);
    };
    switch (s.kind) {
        case Shape::Kind::rect:
            return rect();
        case Shape::Kind::hatch: {
            const float across = (p.x + p.y) / 1.41421356f;
            const float from_line = std::abs(across - s.dash_on * std::round(across / s.dash_on));
            return rect() * edge(s.width / 2 - from_line);
        }
        case Shape::Kind::segment: {
            const float length = std::hypot(s.b.x - s.a.x, s.b.y - s.a.y);
            if (length <= 0) return 0;
            const float along = ((p.x - s.a.x) * (s.b.x - s.a.x) + (p.y - s.a.y) * (s.b.y - s.a.y)) / length;
            if (!is_dash(s, along)) return 0;
            return edge(along) * edge(length - along) * edge(s.width / 2 - std::abs(side(s.a, s.b, p)));
        }
        case Shape::Kind::disc: {
            const float r = std::hypot(p.x - s.a.x, p.y - s.a.y), outer = edge(s.b.x - r);
            if (s.width <= 0) return outer;
            const float turn = std::atan2(p.y - s.a.y, p.x - s.a.x) + 3.14159265f;
            return is_dash(s, turn * s.b.x) ? outer * edge(r - (s.b.x - s.width)) : 0;
        }
        case Shape::Kind::symbol: {
            const float inside = symbol_inside(s, p);
            return edge(inside) * (s.width > 0 ? edge(s.width - inside) : 1);
        }
        case Shape::Kind::triangle: {
            const float turn = side(s.a, s.b, s.c) < 0 ? -1.f : 1.f;
            return edge(turn * side(s.a, s.b, p)) * edge(turn * side(s.b, s.c, p)) *
                   edge(turn * side(s.c, s.a, p));
        }
    }
    return 0;
}

void paint_glyph(base::Image& image, const layout::PlacedGlyph& glyph, const layout::TextShaper& shaper,
                 bool halo) {
    const float whole_x = std::floor(glyph.origin.x), whole_y = std::floor(glyph.origin.y);
    const auto bitmap = shaper.rasterise(glyph.font, glyph.glyph, glyph.size_px, glyph.origin.x - whole_x,
                                         glyph.origin.y - whole_y, glyph.angle_rad, halo ? glyph.halo_px : 0);
    for (int y = 0; y < bitmap.height; ++y)
        for (int x = 0; x < bitmap.width; ++x) {
            const auto value =
                bitmap.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width) +
                                static_cast<std::size_t>(x)];
            blend(image, static_cast<int>(whole_x) + bitmap.left + x, static_cast<int>(whole_y) + bitmap.top + y,
                  halo ? glyph.halo : glyph.colour, static_cast<float>(value) / 255.f);
        }
}

RectPx joined(const RectPx& a, const RectPx& b) {
    const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

}  // namespace

base::Image blank(base::PixelSize size, base::Colour colour) {
    base::Image image{size, {}};
    const auto count = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    image.rgba.reserve(count * 4);
    for (std::size_t i = 0; i < count; ++i)
        for (const std::uint8_t value : {colour.r, colour.g, colour.b, colour.a}) image.rgba.push_back(value);
    return image;
}

RectPx extent_of(const Shape& s) {
    const float reach = s.b.x * 1.56f;
    if (s.kind == Shape::Kind::symbol) return {s.a.x - reach, s.a.y - reach, 2 * reach, 2 * reach};
    if (s.kind == Shape::Kind::disc) return {s.a.x - s.b.x, s.a.y - s.b.x, 2 * s.b.x, 2 * s.b.x};
    RectPx box = joined({s.a.x, s.a.y, 0, 0}, {s.b.x, s.b.y, 0, 0});
    if (s.kind == Shape::Kind::triangle) return joined(box, {s.c.x, s.c.y, 0, 0});
    const float margin = s.kind == Shape::Kind::segment ? s.width / 2 : 0;
    return {box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin};
}

RectPx extent_of(const layout::PlacedGlyph& glyph, const layout::TextShaper& shaper) {
    const auto bitmap = shaper.rasterise(glyph.font, glyph.glyph, glyph.size_px, 0, 0, glyph.angle_rad, 0);
    return {glyph.origin.x + static_cast<float>(bitmap.left), glyph.origin.y + static_cast<float>(bitmap.top),
            static_cast<float>(bitmap.width), static_cast<float>(bitmap.height)};
}

RectPx extent_of(const layout::DisplayList& list, const layout::TextShaper& shaper) {
    bool is_first = true;
    RectPx box;
    const auto add = [&](const RectPx& other) {
        box = is_first ? other : joined(box, other);
        is_first = false;
    };
    for (const auto& shape : list.shapes) add(extent_of(shape));
    for (const auto& glyph : list.glyphs)
        if (const RectPx one = extent_of(glyph, shaper); one.width > 0) add(one);
    return box;
}

void paint(base::Image& image, const layout::DisplayList& list, const layout::TextShaper& shaper) {
    for (const Shape& shape : list.shapes) {
        const RectPx box = extent_of(shape);
        for (int y = static_cast<int>(std::floor(box.y)) - 1; y <= static_cast<int>(box.bottom()) + 1; ++y)
            for (int x = static_cast<int>(std::floor(box.x)) - 1; x <= static_cast<int>(box.right()) + 1; ++x)
                blend(image, x, y, shape.colour,
                      coverage(shape, {static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}));
    }
    for (const auto& glyph : list.glyphs)
        if (glyph.halo_px > 0) paint_glyph(image, glyph, shaper, true);
    for (const auto& glyph : list.glyphs) paint_glyph(image, glyph, shaper, false);
}

void paint_triangle(base::Image& image, PointPx a, PointPx b, PointPx c, base::Colour colour) {
    const float turn = side(a, b, c) < 0 ? -1.f : 1.f;
    const auto range = [](float u, float v, float w, int limit) {
        const float low = std::clamp(std::min({u, v, w}), 0.f, static_cast<float>(limit));
        const float high = std::clamp(std::max({u, v, w}), 0.f, static_cast<float>(limit));
        return std::pair(static_cast<int>(low), static_cast<int>(high));
    };
    const auto [x0, x1] = range(a.x, b.x, c.x, image.size.width);
    const auto [y0, y1] = range(a.y, b.y, c.y, image.size.height);
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x) {
            const PointPx p{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            if (turn * side(a, b, p) >= 0 && turn * side(b, c, p) >= 0 && turn * side(c, a, p) >= 0)
                blend(image, x, y, colour, 1);
        }
}

}  // namespace harmattan::test
