#include "layout/text_shaper.h"

#include <cmath>
#include <numeric>

#include "layout/grown_coverage.h"
#include "support/catch.h"

using namespace harmattan;
using layout::Face;
using layout::FontId;
using layout::TextShaper;

namespace {

double ink(const layout::GlyphBitmap& bitmap) {
    return std::accumulate(bitmap.coverage.begin(), bitmap.coverage.end(), 0.0) / 255;
}

// The middle of a glyph's ink.
layout::PointPx middle(const layout::GlyphBitmap& bitmap) {
    double x = 0, y = 0;
    for (int row = 0; row < bitmap.height; ++row)
        for (int column = 0; column < bitmap.width; ++column) {
            const double value = bitmap.coverage[static_cast<std::size_t>(row * bitmap.width + column)] / 255.0;
            x += value * (column + 0.5 + bitmap.left);
            y += value * (row + 0.5 + bitmap.top);
        }
    return {static_cast<float>(x / ink(bitmap)), static_cast<float>(y / ink(bitmap))};
}

std::uint32_t glyph_of(const TextShaper& shaper, const char* letter, Face face = Face::regular) {
    return shaper.shape(letter, face, 10).glyphs.at(0).glyph;
}

}  // namespace

// hb-shape --font-funcs=ot --no-clusters NotoSans-Regular.ttf "Tombouctou"   (HarfBuzz 6.0.0, fonts-noto-core
// 20201225, /usr/share/fonts/truetype/noto), and so on: advances in thousandths of an em, kerning included.
TEST_CASE("advances are HarfBuzz's own") {
    struct Known {
        Face face;
        const char* text;
        std::vector<float> advances;
    };
    const std::vector<Known> known{
        {Face::regular, "Tombouctou", {486, 605, 935, 615, 605, 618, 480, 361, 605, 618}},
        {Face::bold, "AVATAR Ty 1917", {650, 610, 620, 509, 690, 660, 260, 559, 569, 260, 572, 572, 572, 572}},
        {Face::italic, "Événements, fi", {514, 467, 499, 579, 499, 875, 499, 579, 332, 432, 256, 260, 576}}};
    const TextShaper shaper;
    for (const auto& [face, text, advances] : known) {
        const auto shaped = shaper.shape(text, face, 1000);
        REQUIRE(shaped.glyphs.size() == advances.size());
        float pen = 0;
        for (std::size_t i = 0; i < advances.size(); ++i) {
            CHECK(shaped.glyphs[i].advance_px == advances[i]);
            CHECK(shaped.glyphs[i].x_px == pen);
            pen += advances[i];
        }
        CHECK(shaped.width_px == pen);
        // Any other size is the same in small.
        CHECK(shaper.shape(text, face, 12).width_px == test::Approx(pen * 0.012f));
    }
}

TEST_CASE("letters set apart have their space between them only, and no ligature") {
    const TextShaper shaper;
    const auto tight = shaper.shape("MALI", Face::regular, 20),
               spaced = shaper.shape("MALI", Face::regular, 20, 0.32f);
    CHECK(spaced.width_px == test::Approx(tight.width_px + 3 * 0.32f * 20));
    CHECK(shaper.shape("fi", Face::italic, 20).glyphs.size() == 1);
    CHECK(shaper.shape("fi", Face::italic, 20, 0.1f).glyphs.size() == 2);
}

TEST_CASE("figures have one width") {
    const TextShaper shaper;
    for (const Face face : {Face::regular, Face::bold, Face::italic})
        for (const char* figure : {"0", "2", "3", "4", "5", "6", "7", "8", "9"})
            CHECK(shaper.shape(figure, face, 100).width_px == shaper.shape("1", face, 100).width_px);
}

TEST_CASE("a character that no font has is a box, and told") {
    const TextShaper shaper;
    CHECK(shaper.missing_characters().empty());
    const auto shaped = shaper.shape("a\u4e2db", Face::regular, 100);  // a Han character
    REQUIRE(shaped.glyphs.size() == 3);
    CHECK(shaped.glyphs[1].glyph == 0);
    CHECK(ink(shaper.rasterise(shaped.glyphs[1].font, 0, 100, 0, 0, 0, 0)) > 500);
    CHECK(shaper.missing_characters() == std::vector<char32_t>{0x4e2d});
    // Control characters and what only steers the forms of letters are neither.
    CHECK(shaper.shape("a\x01\u200e\u200d", Face::regular, 100).width_px ==
          test::Approx(shaper.shape("a", Face::regular, 100).width_px));
    CHECK(shaper.missing_characters().size() == 1);
}

TEST_CASE("a glyph moved by part of a pixel moves its ink by as much") {
    const TextShaper shaper;
    const auto o = glyph_of(shaper, "o");
    const auto still = middle(shaper.rasterise(FontId::sans_regular, o, 30, 0, 0, 0, 0));
    const auto moved = middle(shaper.rasterise(FontId::sans_regular, o, 30, 0.25f, 0.5f, 0, 0));
    CHECK(moved.x - still.x == test::Approx(0.25).margin(0.02));
    CHECK(moved.y - still.y == test::Approx(0.5).margin(0.02));
}

TEST_CASE("an angle turns a glyph clockwise about its origin") {
    const TextShaper shaper;
    const auto l = glyph_of(shaper, "L");
    const auto level = middle(shaper.rasterise(FontId::sans_bold, l, 40, 0, 0, 0, 0));
    const auto turned = middle(shaper.rasterise(FontId::sans_bold, l, 40, 0, 0, 1.5707963f, 0));
    // (x, y) becomes (-y, x) where y points down.
    CHECK(turned.x == test::Approx(-level.y).margin(0.05));
    CHECK(turned.y == test::Approx(level.x).margin(0.05));
}

TEST_CASE("a halo holds what lies within its radius, and nothing beyond") {
    const TextShaper shaper;
    const float radius = 3.2f;
    for (const char* letter : {"o", "e", "W", "é", "8"}) {
        const auto glyph = glyph_of(shaper, letter);
        const auto inner = shaper.rasterise(FontId::sans_regular, glyph, 15, 0.3f, 0.6f, 0, 0);
        const auto halo = shaper.rasterise(FontId::sans_regular, glyph, 15, 0.3f, 0.6f, 0, radius);
        REQUIRE(halo.coverage.size() == static_cast<std::size_t>(halo.width * halo.height));
        for (int y = 0; y < halo.height; ++y)
            for (int x = 0; x < halo.width; ++x) {
                // By brute force: the nearest pixel of which the glyph covers at least half.
                double nearest = 1e9;
                for (int v = 0; v < inner.height; ++v)
                    for (int u = 0; u < inner.width; ++u)
                        if (inner.coverage[static_cast<std::size_t>(v * inner.width + u)] >= 128)
                            nearest = std::min(
                                nearest, std::hypot(x + halo.left - u - inner.left, y + halo.top - v - inner.top));
                const int value = halo.coverage[static_cast<std::size_t>(y * halo.width + x)];
                if (nearest < static_cast<double>(radius) - 1) CHECK(value == 255);
                // Half a pixel of soft edge, and a corner that is covered by less than half, up to a diagonal
                // away.
                if (nearest > static_cast<double>(radius) + 0.5 + 1.42) CHECK(value == 0);
            }
    }
}

TEST_CASE("a halo has no hole where the counter is narrower than it") {
    const TextShaper shaper;
    const auto halo = shaper.rasterise(FontId::sans_regular, glyph_of(shaper, "o"), 12, 0, 0, 0, 3.5f);
    const auto at = static_cast<std::size_t>(halo.height / 2 * halo.width + halo.width / 2);
    CHECK(halo.coverage.at(at) == 255);
}

TEST_CASE("an empty glyph has an empty halo") {
    const TextShaper shaper;
    CHECK(shaper.rasterise(FontId::sans_regular, glyph_of(shaper, " "), 12, 0, 0, 0, 3).coverage.empty());
}

TEST_CASE("two shapers give the same bytes") {
    const TextShaper one, two;
    const auto a =
        one.rasterise(FontId::sans_italic, glyph_of(one, "g", Face::italic), 17.3f, 0.1f, 0.9f, 0.4f, 2.5f);
    two.shape("something else first", Face::bold, 9);
    const auto b =
        two.rasterise(FontId::sans_italic, glyph_of(two, "g", Face::italic), 17.3f, 0.1f, 0.9f, 0.4f, 2.5f);
    CHECK(a.coverage == b.coverage);
    CHECK(a.left == b.left);
    CHECK(a.top == b.top);
}
