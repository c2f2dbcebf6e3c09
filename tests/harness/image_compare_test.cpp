#include "support/image_compare.h"

#include <cmath>
#include <random>

#include "base/colour.h"
#include "support/catch.h"

using namespace harmattan::test;
using harmattan::base::Colour;
using harmattan::base::Image;
using harmattan::base::PixelSize;

namespace {

constexpr Colour land{0xf6, 0xf2, 0xe8}, sea{0xdc, 0xe5, 0xe8}, blue{0x3e, 0x4a, 0x86}, ink{0x26, 0x23, 0x1f};

Image filled(PixelSize size, Colour colour) {
    Image image{size, {}};
    for (int i = 0; i < size.width * size.height; ++i)
        for (const std::uint8_t level : {colour.r, colour.g, colour.b, colour.a}) image.rgba.push_back(level);
    return image;
}

void set_pixel(Image& image, int x, int y, Colour colour, double coverage) {
    std::uint8_t* pixel = image.rgba.data() + 4 * (y * image.size.width + x);
    const std::uint8_t levels[] = {colour.r, colour.g, colour.b};
    for (int c = 0; c < 3; ++c)
        pixel[c] = static_cast<std::uint8_t>(std::lround(pixel[c] + (levels[c] - pixel[c]) * coverage));
}

// A disc with an edge one pixel soft.
void draw_disc(Image& image, double x, double y, double radius, Colour colour) {
    for (int j = 0; j < image.size.height; ++j)
        for (int i = 0; i < image.size.width; ++i) {
            const double distance = std::hypot(i + 0.5 - x, j + 0.5 - y);
            set_pixel(image, i, j, colour, std::clamp(radius - distance + 0.5, 0.0, 1.0));
        }
}

// Strokes as a label has them: 8 letters of two upright lines.
void draw_label(Image& image, int x, int y) {
    for (int stroke = 0; stroke < 16; ++stroke)
        for (int j = 0; j < 10; ++j) set_pixel(image, x + 4 * stroke, y + j, ink, 1);
}

struct Drawing {
    Colour ground = land, event = blue;
    double moved_px = 0;
    bool has_label = true;
};

// Four discs and a label on a ground, as large as a picture of the program.
Image drawn(const Drawing& drawing) {
    Image image = filled({1280, 720}, drawing.ground);
    for (int i = 0; i < 4; ++i) draw_disc(image, 200.3 + 200 * i + drawing.moved_px, 300.6, 6, drawing.event);
    if (drawing.has_label) draw_label(image, 100, 500);
    return image;
}

}  // namespace

TEST_CASE("a picture equals itself") {
    const Image image = drawn({});
    const auto difference = difference_of(image, image);
    CHECK(difference.greatest_delta_e == 0);
    CHECK(difference.visible_share == 0);
}

TEST_CASE("noise of one level passes") {
    Image noisy = drawn({});
    std::mt19937 random(7);
    for (std::uint8_t& level : noisy.rgba) {
        const int step = static_cast<int>(random() % 3) - 1;
        level = static_cast<std::uint8_t>(std::clamp(level + step, 0, 255));
    }
    const auto difference = difference_of(noisy, drawn({}));
    CHECK(difference.is_within({}));
    CHECK(difference.greatest_delta_e > 0);
}

TEST_CASE("edges smoothed a little otherwise pass") {
    const auto difference = difference_of(drawn({.moved_px = 0.08}), drawn({}));
    INFO("greatest " << difference.greatest_delta_e << ", share " << difference.visible_share);
    CHECK(difference.is_within({}));
}

TEST_CASE("discs moved by two pixels fail") {
    const auto difference = difference_of(drawn({.moved_px = 2}), drawn({}));
    INFO("greatest " << difference.greatest_delta_e);
    CHECK_FALSE(difference.is_within({}));
    CHECK(difference.greatest_delta_e > 25);
}

TEST_CASE("discs of another colour fail") {
    CHECK_FALSE(difference_of(drawn({.event = {0xa8, 0x74, 0x1a}}), drawn({})).is_within({}));
}

TEST_CASE("a missing label fails") {
    const auto difference = difference_of(drawn({.has_label = false}), drawn({}));
    INFO("greatest " << difference.greatest_delta_e);
    CHECK_FALSE(difference.is_within({}));
    CHECK(difference.y >= 499);
    CHECK(difference.y <= 510);
}

TEST_CASE("a ground that is only a little different fails by its size") {
    const auto difference = difference_of(drawn({.ground = {0xeb, 0xe6, 0xda}}), drawn({}));
    CHECK(difference.visible_share > 0.9);
    CHECK_FALSE(difference.is_within({}));
}

TEST_CASE("pictures of different sizes are not compared") {
    CHECK_THROWS_AS(difference_of(filled({2, 2}, land), filled({2, 3}, land)), std::invalid_argument);
}
