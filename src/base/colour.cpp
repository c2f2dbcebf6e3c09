#include "base/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "base/error.h"

namespace harmattan::base {
namespace {

std::uint8_t mixed(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

}  // namespace

Colour colour_from_hex(std::string_view text) {
    std::uint32_t value = 0;
    const bool has_form = (text.size() == 7 || text.size() == 9) && text.front() == '#';
    const char* end = text.data() + text.size();
    if (has_form) {
        const auto [rest, error] = std::from_chars(text.data() + 1, end, value, 16);
        if (error == std::errc() && rest == end) {
            if (text.size() == 7) value = value << 8 | 0xff;
            return {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
                    static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
        }
    }
    throw Error("colour.unreadable", {{"text", std::string(text)}});
}

Colour mixed(Colour a, Colour b, double share) {
    return {mixed(a.r, b.r, share), mixed(a.g, b.g, share), mixed(a.b, b.b, share), mixed(a.a, b.a, share)};
}

Colour faded(Colour colour, double opacity) {
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * opacity));
    return colour;
}

double contrast_ratio(Colour a, Colour b) {
    const double of_a = luminance(a), of_b = luminance(b);
    return (std::max(of_a, of_b) + 0.05) / (std::min(of_a, of_b) + 0.05);
}

}  // namespace harmattan::base
