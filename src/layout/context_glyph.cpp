#include "layout/context_glyph.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace harmattan::layout {
namespace {

using Kind = scene::ContextKind;

// Draws in a square from -1 to 1, y downwards.
class GlyphPen {
  public:
    GlyphPen(DisplayList& list, PointPx centre, float side, const scene::Theme& theme)
        : list_(&list),
          centre_(centre),
          half_(side / 2),
          line_(side * 0.09F),
          ink_(theme.title),
          land_(theme.land) {}

    // A closed outline, filled with the land's colour; `dashes` a side, 0 for a whole line.
    void outline(const std::vector<PointPx>& corners, int dashes = 0) const {
        for (std::size_t i = 1; i + 1 < corners.size(); ++i)
            list_->shapes.push_back(
                {Shape::Kind::triangle, at(corners[0]), at(corners[i]), at(corners[i + 1]), 0, land_});
        for (std::size_t i = 0; i < corners.size(); ++i) {
            line(corners[i], corners[(i + 1) % corners.size()], dashes);
            joint(corners[i]);
        }
    }

    void line(PointPx from, PointPx to, int dashes = 0) const {
        Shape shape{Shape::Kind::segment, at(from), at(to), {}, line_, ink_};
        if (dashes > 0) {
            const float length = std::hypot(shape.b.x - shape.a.x, shape.b.y - shape.a.y);
            // The first and the last begin and end at the corners.
            shape.dash_on = shape.dash_off = length / static_cast<float>(2 * dashes - 1);
        }
        list_->shapes.push_back(shape);
    }

  private:
    PointPx at(PointPx p) const { return {centre_.x + p.x * half_, centre_.y + p.y * half_}; }
    // Lines have butt caps: a disc fills the corner.
    void joint(PointPx p) const {
        list_->shapes.push_back({Shape::Kind::disc, at(p), {line_ / 2, 0}, {}, 0, ink_});
    }

    DisplayList* list_;
    PointPx centre_;
    float half_, line_;
    base::Colour ink_, land_;
};

std::vector<PointPx> hexagon() {
    std::vector<PointPx> corners;
    for (int i = 0; i < 6; ++i) {
        const auto turn = static_cast<float>(i) * std::numbers::pi_v<float> / 3;
        corners.push_back({0.95F * std::cos(turn), 0.95F * std::sin(turn)});
    }
    return corners;
}

const std::vector<PointPx> square{{-0.78F, -0.78F}, {0.78F, -0.78F}, {0.78F, 0.78F}, {-0.78F, 0.78F}};
const std::vector<PointPx> diamond{{0, -1}, {1, 0}, {0, 1}, {-1, 0}};

}  // namespace

void add_context_glyph(DisplayList& list, scene::ContextKind kind, PointPx centre, float side,
                       const scene::Theme& theme) {
    const GlyphPen pen(list, centre, side, theme);
    switch (kind) {
        case Kind::coup:
            return pen.outline({{-0.95F, -0.75F}, {0.95F, -0.75F}, {0, 0.9F}});
        case Kind::intervention:
            pen.outline(diamond);
            pen.line({-0.45F, 0}, {0.45F, 0});
            return pen.line({0, -0.45F}, {0, 0.45F});
        case Kind::withdrawal:
            pen.outline(diamond);
            return pen.line({-0.45F, 0}, {0.45F, 0});
        case Kind::agreement:
            pen.outline(hexagon());
            pen.line({-0.42F, 0}, {-0.1F, 0.36F});
            return pen.line({-0.13F, 0.33F}, {0.45F, -0.36F});
        case Kind::truce:
            pen.outline(hexagon());
            return pen.line({-0.48F, 0}, {0.48F, 0});
        case Kind::talks_formal:
            pen.outline(square);
            pen.line({-0.42F, -0.22F}, {0.42F, -0.22F});
            return pen.line({-0.42F, 0.22F}, {0.42F, 0.22F});
        case Kind::talks_forced:
            pen.outline(square);
            return pen.line({-0.46F, 0.46F}, {0.46F, -0.46F});
        case Kind::talks_local:
            return pen.outline(square, 3);
        case Kind::leader_killed:
            pen.outline({{-0.95F, 0.75F}, {0.95F, 0.75F}, {0, -0.9F}});
            pen.line({-0.24F, 0.14F}, {0.24F, 0.62F - 0.14F});
            return pen.line({-0.24F, 0.48F}, {0.24F, 0.14F});
    }
}

}  // namespace harmattan::layout
