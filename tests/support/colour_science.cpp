#include "support/colour_science.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace harmattan::test {
namespace {

constexpr double degree = std::numbers::pi / 180;

using Matrix = std::array<std::array<double, 3>, 3>;

LinearRgb product(const Matrix& matrix, LinearRgb v) {
    LinearRgb out{};
    for (std::size_t row = 0; row < 3; ++row)
        out[row] = matrix[row][0] * v[0] + matrix[row][1] * v[1] + matrix[row][2] * v[2];
    return out;
}

double linear_of(std::uint8_t level) {
    const double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(base::Colour colour) {
    const LinearRgb linear = harmattan::test::linear_of(colour);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

// The hue angle in degrees, 0 to 360; 0 without a hue.
double hue_deg(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double angle = std::atan2(b, a) / degree;
    return angle < 0 ? angle + 360 : angle;
}

double seventh_power_share(double chroma) {
    const double c7 = std::pow(chroma, 7);
    return std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
}

// Sharma et al. eq. 10: the shorter way round the circle of hues.
double hue_difference_deg(double h1, double h2, bool has_hues) {
    if (!has_hues) return 0;
    const double difference = h2 - h1;
    if (difference > 180) return difference - 360;
    return difference < -180 ? difference + 360 : difference;
}

// Eq. 14: the mean on that shorter way.
double mean_hue_deg(double h1, double h2, bool has_hues) {
    if (!has_hues) return h1 + h2;
    if (std::abs(h1 - h2) <= 180) return (h1 + h2) / 2;
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

}  // namespace

LinearRgb linear_of(base::Colour colour) {
    return {linear_of(colour.r), linear_of(colour.g), linear_of(colour.b)};
}

Lab lab_of(LinearRgb linear) {
    constexpr Matrix to_xyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    constexpr LinearRgb white{0.95047, 1, 1.08883};
    LinearRgb f = product(to_xyz, linear);
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = f[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double ciede2000(Lab first, Lab second) {
    const double mean_chroma_ab = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double g = 0.5 * (1 - seventh_power_share(mean_chroma_ab));
    const double a1 = (1 + g) * first.a, a2 = (1 + g) * second.a;
    const double c1 = std::hypot(a1, first.b), c2 = std::hypot(a2, second.b);
    const double h1 = hue_deg(a1, first.b), h2 = hue_deg(a2, second.b);
    const bool has_hues = c1 * c2 != 0;

    const double dl = second.l - first.l, dc = c2 - c1;
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(hue_difference_deg(h1, h2, has_hues) / 2 * degree);
    const double l = (first.l + second.l) / 2, c = (c1 + c2) / 2, h = mean_hue_deg(h1, h2, has_hues);

    const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                     0.32 * std::cos((3 * h + 6) * degree) - 0.20 * std::cos((4 * h - 63) * degree);
    const double rotation_deg = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double l50 = (l - 50) * (l - 50);
    const double sl = 1 + 0.015 * l50 / std::sqrt(20 + l50), sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    const double rt = -std::sin(2 * rotation_deg * degree) * 2 * seventh_power_share(c);
    const double x = dl / sl, y = dc / sc, z = dh / sh;
    return std::sqrt(std::max(0.0, x * x + y * y + z * z + rt * y * z));
}

double contrast(base::Colour first, base::Colour second) {
    const double a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

LinearRgb seen_with(Vision vision, LinearRgb linear) {
    constexpr Matrix protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    constexpr Matrix deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    constexpr Matrix tritan{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    LinearRgb seen = linear;
    if (vision == Vision::protan) seen = product(protan, linear);
    if (vision == Vision::deutan) seen = product(deutan, linear);
    if (vision == Vision::tritan) seen = product(tritan, linear);
    for (double& channel : seen) channel = std::clamp(channel, 0.0, 1.0);
    return seen;
}

}  // namespace harmattan::test
