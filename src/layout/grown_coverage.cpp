#include "layout/grown_coverage.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmattan::layout {
namespace {

constexpr float far_away = 1e12f;

// Squared distances along one line of samples: the lower envelope of parabolas. `parabola` and `border` are
// scratch space of n and n + 1 entries.
void transform_line(std::vector<float>& line, std::vector<float>& out, std::vector<int>& parabola,
                    std::vector<float>& border, int n) {
    const auto at = [](auto& values, int i) -> auto& {
        return values[static_cast<std::size_t>(i)];
    };
    const auto crossing = [&](int a, int b) {
        return (at(line, a) + static_cast<float>(a * a) - at(line, b) - static_cast<float>(b * b)) /
               static_cast<float>(2 * a - 2 * b);
    };
    int last = 0;
    at(parabola, 0) = 0;
    at(border, 0) = -far_away;
    at(border, 1) = far_away;
    for (int q = 1; q < n; ++q) {
        float s = crossing(q, at(parabola, last));
        while (last > 0 && s <= at(border, last)) s = crossing(q, at(parabola, --last));
        if (s <= at(border, 0)) s = at(border, 0);
        at(parabola, ++last) = q;
        at(border, last) = s;
        at(border, last + 1) = far_away;
    }
    for (int q = 0, k = 0; q < n; ++q) {
        while (at(border, k + 1) < static_cast<float>(q)) ++k;
        const int from = at(parabola, k);
        at(out, q) = static_cast<float>((q - from) * (q - from)) + at(line, from);
    }
}

void transform(std::vector<float>& field, int width, int height) {
    const auto longest = static_cast<std::size_t>(std::max(width, height));
    std::vector<float> line(longest), out(longest), border(longest + 1);
    std::vector<int> parabola(longest);
    const auto pass = [&](int n, std::size_t start, std::size_t step) {
        for (int i = 0; i < n; ++i)
            line[static_cast<std::size_t>(i)] = field[start + static_cast<std::size_t>(i) * step];
        transform_line(line, out, parabola, border, n);
        for (int i = 0; i < n; ++i)
            field[start + static_cast<std::size_t>(i) * step] = out[static_cast<std::size_t>(i)];
    };
    for (int x = 0; x < width; ++x) pass(height, static_cast<std::size_t>(x), static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) pass(width, static_cast<std::size_t>(y) * static_cast<std::size_t>(width), 1);
}

// Squared distance from a pixel's centre to the glyph's edge, by its own coverage.
float start_distance(std::uint8_t coverage) {
    if (coverage == 0) return far_away;
    const float outside = std::max(0.f, 0.5f - static_cast<float>(coverage) / 255.f);
    return outside * outside;
}

}  // namespace

GlyphBitmap grown(const GlyphBitmap& glyph, float radius_px) {
    if (glyph.width == 0 || glyph.height == 0 || radius_px <= 0) return glyph;
    const int margin = static_cast<int>(std::ceil(radius_px + 0.5f));
    GlyphBitmap halo{
        glyph.width + 2 * margin, glyph.height + 2 * margin, glyph.left - margin, glyph.top - margin, {}};
    const auto width = static_cast<std::size_t>(halo.width), inner_width = static_cast<std::size_t>(glyph.width);
    std::vector<float> field(width * static_cast<std::size_t>(halo.height), far_away);
    for (std::size_t y = 0; y < static_cast<std::size_t>(glyph.height); ++y)
        for (std::size_t x = 0; x < inner_width; ++x)
            field[(y + static_cast<std::size_t>(margin)) * width + x + static_cast<std::size_t>(margin)] =
                start_distance(glyph.coverage[y * inner_width + x]);
    transform(field, halo.width, halo.height);
    halo.coverage.resize(field.size());
    std::transform(field.begin(), field.end(), halo.coverage.begin(), [&](float squared) {
        const float share = std::clamp(radius_px + 0.5f - std::sqrt(squared), 0.f, 1.f);
        return static_cast<std::uint8_t>(std::lround(share * 255.f));
    });
    return halo;
}

}  // namespace harmattan::layout
