// PNG files for tests, by libpng and not by the program's own writer.
#pragma once

#include <filesystem>

#include "base/image.h"

namespace harmattan::test {

// 8-bit sRGB with alpha, whatever the file holds. Throws std::runtime_error.
base::Image read_png(const std::filesystem::path& file);

// Makes the folder when it is missing. Throws std::runtime_error.
void write_png(const std::filesystem::path& file, const base::Image& image);

}  // namespace harmattan::test
