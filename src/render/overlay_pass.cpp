#include "render/overlay_pass.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace harmattan::render {
namespace {

struct ShapeInstance {
    float a_x, a_y, b_x, b_y;
    float c_x, c_y, width, unused;
    std::array<std::uint8_t, 4> colour;
    float kind, dash_on, dash_off, unused_too;
};

struct GlyphInstance {
    std::int32_t x, y, atlas_x, atlas_y;
    std::int32_t width, height;
    std::array<std::uint8_t, 4> colour;
};

using Kind = gl::Attribute::Kind;

std::array<std::uint8_t, 4> bytes(base::Colour c) {
    return {c.r, c.g, c.b, c.a};
}

// A pen position as whole pixel and quarter.
struct Quarters {
    int whole;
    int quarter;

    explicit Quarters(float at) {
        const int quarters = static_cast<int>(std::floor(at * 4 + 0.5F));
        whole = quarters >> 2;
        quarter = quarters & 3;
    }
};

}  // namespace

OverlayPass::OverlayPass()
    : shape_program_("shape"),
      glyph_program_("glyph"),
      shapes_({{0, 4, Kind::floats, offsetof(ShapeInstance, a_x)},
               {1, 4, Kind::floats, offsetof(ShapeInstance, c_x)},
               {2, 4, Kind::normalised_bytes, offsetof(ShapeInstance, colour)},
               {3, 4, Kind::floats, offsetof(ShapeInstance, kind)}},
              sizeof(ShapeInstance), true),
      glyphs_({{0, 4, Kind::ints, offsetof(GlyphInstance, x)},
               {1, 2, Kind::ints, offsetof(GlyphInstance, width)},
               {2, 4, Kind::normalised_bytes, offsetof(GlyphInstance, colour)}},
              sizeof(GlyphInstance), true) {}

void OverlayPass::draw(const layout::DisplayList& list, const layout::TextShaper& shaper, base::PixelSize size) {
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    draw_shapes(list.shapes, size);
    draw_glyphs(list.glyphs, shaper, true, size);
    draw_glyphs(list.glyphs, shaper, false, size);
}

void OverlayPass::draw_shapes(const std::vector<layout::Shape>& shapes, base::PixelSize size) {
    if (shapes.empty()) return;
    std::vector<ShapeInstance> instances;
    instances.reserve(shapes.size());
    for (const auto& s : shapes)
        instances.push_back({s.a.x, s.a.y, s.b.x, s.b.y, s.c.x, s.c.y, s.width, 0, bytes(s.colour),
                             static_cast<float>(s.kind), s.dash_on, s.dash_off, 0});
    shape_program_.use();
    shape_program_.set("u_size_px", static_cast<float>(size.width), static_cast<float>(size.height));
    shapes_.bind();
    shapes_.upload(gl::bytes_of(instances), GL_STREAM_DRAW);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, shapes_.vertex_count());
}

void OverlayPass::draw_glyphs(const std::vector<layout::PlacedGlyph>& glyphs, const layout::TextShaper& shaper,
                              bool halos, base::PixelSize size) {
    std::vector<GlyphInstance> instances;
    instances.reserve(glyphs.size());
    for (const auto& glyph : glyphs) {
        if (halos && glyph.halo_px <= 0) continue;
        const Quarters x(glyph.origin.x), y(glyph.origin.y);
        const auto& at = atlas_.get(shaper, glyph, x.quarter, y.quarter, halos ? glyph.halo_px : 0);
        if (at.width == 0) continue;
        instances.push_back({x.whole + at.left, y.whole + at.top, at.x, at.y, at.width, at.height,
                             bytes(halos ? glyph.halo : glyph.colour)});
    }
    if (instances.empty()) return;
    glyph_program_.use();
    glyph_program_.set("u_size_px", static_cast<float>(size.width), static_cast<float>(size.height));
    glyph_program_.set_int("u_atlas", 0);
    atlas_.bind();
    glyphs_.bind();
    glyphs_.upload(gl::bytes_of(instances), GL_STREAM_DRAW);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, glyphs_.vertex_count());
}

std::vector<layout::RectPx> OverlayPass::pixels_of(const layout::DisplayList& list,
                                                   const layout::TextShaper& shaper) {
    std::vector<layout::RectPx> out;
    for (const auto& shape : list.shapes) out.push_back(reach_of(shape));
    for (const auto& glyph : list.glyphs) {
        const Quarters x(glyph.origin.x), y(glyph.origin.y);
        for (const float outline_px : {0.0F, glyph.halo_px}) {
            const auto& at = atlas_.get(shaper, glyph, x.quarter, y.quarter, outline_px);
            out.push_back({static_cast<float>(x.whole + at.left), static_cast<float>(y.whole + at.top),
                           static_cast<float>(at.width), static_cast<float>(at.height)});
        }
    }
    return out;
}

layout::RectPx reach_of(const layout::Shape& s) {
    using ShapeKind = layout::Shape::Kind;
    float left = std::min(s.a.x, s.b.x), right = std::max(s.a.x, s.b.x);
    float top = std::min(s.a.y, s.b.y), bottom = std::max(s.a.y, s.b.y);
    float margin = 2;
    if (s.kind == ShapeKind::disc || s.kind == ShapeKind::symbol) {
        left = right = s.a.x;
        top = bottom = s.a.y;
        margin += s.b.x * (s.kind == ShapeKind::disc ? 1 : 1.6F);
    } else if (s.kind == ShapeKind::segment) {
        margin += s.width;
    } else if (s.kind == ShapeKind::triangle) {
        left = std::min(left, s.c.x);
        right = std::max(right, s.c.x);
        top = std::min(top, s.c.y);
        bottom = std::max(bottom, s.c.y);
    }
    return {left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin};
}

layout::RectPx reach_of(const layout::PlacedGlyph& glyph) {
    // No glyph of Noto Sans reaches farther than one and a half em from its origin.
    const float reach = 1.5F * glyph.size_px + glyph.halo_px + 2;
    return {glyph.origin.x - reach, glyph.origin.y - reach, 2 * reach, 2 * reach};
}

}  // namespace harmattan::render
