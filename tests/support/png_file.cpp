#include "support/png_file.h"

#include <png.h>

#include <cstring>
#include <stdexcept>

namespace harmattan::test {
namespace {

// libpng's simplified interface, released however the function is left.
struct PngImage {
    png_image image{};

    PngImage() {
        image.version = PNG_IMAGE_VERSION;
        image.format = PNG_FORMAT_RGBA;
    }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
    ~PngImage() { png_image_free(&image); }

    [[noreturn]] void fail(const std::filesystem::path& file) const {
        throw std::runtime_error(file.string() + ": " + image.message);
    }
};

}  // namespace

base::Image read_png(const std::filesystem::path& file) {
    PngImage png;
    if (png_image_begin_read_from_file(&png.image, file.c_str()) == 0) png.fail(file);
    png.image.format = PNG_FORMAT_RGBA;
    base::Image image{{static_cast<int>(png.image.width), static_cast<int>(png.image.height)}, {}};
    image.rgba.resize(PNG_IMAGE_SIZE(png.image));
    if (png_image_finish_read(&png.image, nullptr, image.rgba.data(), 0, nullptr) == 0) png.fail(file);
    return image;
}

void write_png(const std::filesystem::path& file, const base::Image& image) {
    std::filesystem::create_directories(file.parent_path());
    PngImage png;
    png.image.width = static_cast<png_uint_32>(image.size.width);
    png.image.height = static_cast<png_uint_32>(image.size.height);
    if (png_image_write_to_file(&png.image, file.c_str(), 0, image.rgba.data(), 0, nullptr) == 0) png.fail(file);
}

}  // namespace harmattan::test
