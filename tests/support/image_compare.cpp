#include "support/image_compare.h"

#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "support/catch.h"
#include "support/colour_science.h"
#include "support/png_file.h"
#include "support/source_tree.h"

namespace harmattan::test {
namespace {

using base::Image;

using LinearImage = std::vector<LinearRgb>;

LinearImage linear_of(const Image& image) {
    constexpr double mid_grey = 0.184;  // linear light of L* = 50
    std::array<double, 256> levels{};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto level = static_cast<std::uint8_t>(i);
        levels[i] = harmattan::test::linear_of(base::Colour{level, level, level})[0];
    }
    LinearImage out(image.rgba.size() / 4);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint8_t* pixel = image.rgba.data() + 4 * i;
        const double alpha = pixel[3] / 255.0;
        for (std::size_t c = 0; c < 3; ++c) out[i][c] = levels[pixel[c]] * alpha + mid_grey * (1 - alpha);
    }
    return out;
}

// One pass of the kernel 1 2 1 along rows (stride 1) or columns (stride = width); the ends count double.
LinearImage smoothed(const LinearImage& in, int count, int stride, int lines, int line_stride) {
    LinearImage out(in.size());
    for (int line = 0; line < lines; ++line)
        for (int i = 0; i < count; ++i) {
            const auto at = [&](int k) -> const LinearRgb& {
                const int inside = std::max(0, std::min(count - 1, k));
                return in[static_cast<std::size_t>(line * line_stride + inside * stride)];
            };
            LinearRgb& pixel = out[static_cast<std::size_t>(line * line_stride + i * stride)];
            for (std::size_t c = 0; c < 3; ++c) pixel[c] = (at(i - 1)[c] + 2 * at(i)[c] + at(i + 1)[c]) / 4;
        }
    return out;
}

LinearImage blurred(const Image& image) {
    const auto [width, height] = image.size;
    return smoothed(smoothed(linear_of(image), width, 1, height, width), height, width, width, 1);
}

// Grey, at half its contrast, where the pictures agree; red, the stronger the more they differ.
void mark(std::uint8_t* pixel, const std::uint8_t* expected, double delta_e, bool is_visible) {
    const int grey = (expected[0] + expected[1] + expected[2]) / 3;
    const auto pale = static_cast<std::uint8_t>(128 + grey / 2);
    const auto rest = static_cast<std::uint8_t>(std::max(0.0, 160 - 8 * delta_e));
    pixel[0] = is_visible ? 220 : pale;
    pixel[1] = pixel[2] = is_visible ? rest : pale;
    pixel[3] = 255;
}

struct Kept {
    std::filesystem::path actual, expected, difference;
};

Kept kept_at(const std::string& name) {
    const auto stem = build_folder() / "golden_failures" / std::filesystem::path(name).replace_extension();
    return {stem.string() + ".actual.png", stem.string() + ".expected.png", stem.string() + ".difference.png"};
}

bool updates_goldens() {
    const char* value = std::getenv("HARMATTAN_UPDATE_GOLDENS");
    return value != nullptr && std::string_view(value) == "1";
}

}  // namespace

ImageDifference difference_of(const Image& actual, const Image& expected, const Tolerance& tolerance) {
    if (actual.size != expected.size) throw std::invalid_argument("difference_of: pictures of different sizes");
    const LinearImage a = blurred(actual), b = blurred(expected);
    ImageDifference result;
    result.picture = {expected.size, std::vector<std::uint8_t>(expected.rgba.size())};
    std::size_t visible = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double delta_e = a[i] == b[i] ? 0 : ciede2000(lab_of(a[i]), lab_of(b[i]));
        const bool is_visible = delta_e > tolerance.visible_delta_e;
        if (is_visible) ++visible;
        if (delta_e > result.greatest_delta_e) {
            result.greatest_delta_e = delta_e;
            result.x = static_cast<int>(i) % expected.size.width;
            result.y = static_cast<int>(i) / expected.size.width;
        }
        mark(result.picture.rgba.data() + 4 * i, expected.rgba.data() + 4 * i, delta_e, is_visible);
    }
    if (!a.empty()) result.visible_share = static_cast<double>(visible) / static_cast<double>(a.size());
    return result;
}

void check_golden(const Image& actual, const std::string& name, const Tolerance& tolerance) {
    const auto golden = source_folder() / "tests" / name;
    if (updates_goldens()) {
        write_png(golden, actual);
        WARN("rewrote the golden picture " << golden.string());
        return;
    }
    const Kept kept = kept_at(name);
    if (!std::filesystem::exists(golden)) {
        write_png(kept.actual, actual);
        FAIL_CHECK("there is no golden picture " << golden.string() << "; the picture drawn is "
                                                 << kept.actual.string()
                                                 << "; HARMATTAN_UPDATE_GOLDENS=1 makes it the golden");
        return;
    }
    const Image expected = read_png(golden);
    if (actual.size != expected.size) {
        write_png(kept.actual, actual);
        FAIL_CHECK(fmt::format("{} is {}x{} px, but the golden picture {}x{}", kept.actual.string(),
                               actual.size.width, actual.size.height, expected.size.width, expected.size.height));
        return;
    }
    const ImageDifference difference = difference_of(actual, expected, tolerance);
    if (difference.is_within(tolerance)) {
        SUCCEED();
        return;
    }
    write_png(kept.actual, actual);
    write_png(kept.expected, expected);
    write_png(kept.difference, difference.picture);
    FAIL_CHECK(fmt::format(
        "{}: {:.3f} % of the pixels differ visibly ({:.3f} % allowed), the greatest difference is {:.1f} "
        "({:.1f} allowed) at {},{}\n  actual     {}\n  expected   {}\n  difference {}",
        name, 100 * difference.visible_share, 100 * tolerance.most_visible_share, difference.greatest_delta_e,
        tolerance.greatest_delta_e, difference.x, difference.y, kept.actual.string(), kept.expected.string(),
        kept.difference.string()));
}

}  // namespace harmattan::test
