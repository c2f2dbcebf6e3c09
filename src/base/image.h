// Pixels in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmattan::base {

struct PixelSize {
    int width = 0;
    int height = 0;

    friend bool operator==(PixelSize, PixelSize) = default;
};

// 8-bit sRGB with alpha, rows from the top, no padding: rgba.size() == width * height * 4.
struct Image {
    PixelSize size;
    std::vector<std::uint8_t> rgba;
};

}  // namespace harmattan::base
