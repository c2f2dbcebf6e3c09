#include "record/map_like_frame.h"

#include <algorithm>
#include <cmath>

#include "base/colour.h"

namespace harmattan::test {
namespace {

void mix_in(base::Image& image, int x, int y, base::Colour colour, double share) {
    if (x < 0 || y < 0 || x >= image.size.width || y >= image.size.height) return;
    std::uint8_t* pixel = image.rgba.data() + 4 * (static_cast<std::size_t>(y) * image.size.width + x);
    const auto mixed = [&](std::uint8_t& channel, std::uint8_t to) {
        channel = static_cast<std::uint8_t>(std::lround(channel + (to - channel) * share));
    };
    mixed(pixel[0], colour.r);
    mixed(pixel[1], colour.g);
    mixed(pixel[2], colour.b);
}

void disc(base::Image& image, double cx, double cy, double radius, base::Colour colour, double opacity) {
    const int reach = static_cast<int>(radius) + 2;
    for (int y = static_cast<int>(cy) - reach; y <= cy + reach; ++y)
        for (int x = static_cast<int>(cx) - reach; x <= cx + reach; ++x) {
            const double inside = radius + 0.5 - std::hypot(x + 0.5 - cx, y + 0.5 - cy);
            mix_in(image, x, y, colour, opacity * std::clamp(inside, 0.0, 1.0));
        }
}

}  // namespace

base::Image map_like_frame(base::PixelSize size, std::int64_t index) {
    base::Image image{size,
                      std::vector<std::uint8_t>(static_cast<std::size_t>(size.width) * size.height * 4, 255)};
    const base::Colour sea{220, 229, 232}, land{246, 242, 232}, line{107, 98, 87};
    const base::Colour inks[] = {{62, 74, 134}, {168, 116, 26}, {150, 64, 47}};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double coast = size.width * 0.3 + 20 * std::sin(y * 0.05);
            mix_in(image, x, y, x < coast ? sea : land, 1);
            if (std::abs(x - coast) < 1.2) mix_in(image, x, y, line, 1);
            if (x % 97 == 0 && x > coast && y % 7 < 4) mix_in(image, x, y, line, 0.6);
        }
    for (int i = 0; i < 30; ++i) {
        const double age = static_cast<double>((index + i * 7) % 60) / 60;
        disc(image, size.width * (0.3 + 0.65 * std::fmod(i * 0.618, 1)), size.height * std::fmod(i * 0.381, 1),
             2.5 + i % 9, inks[i % 3], 0.92 * (1 - 0.58 * age));
    }
    return image;
}

}  // namespace harmattan::test
