// Pictures as PNG.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/image.h"

namespace harmattan::record {

// Keyword (Latin-1, 1 to 79 letters) and UTF-8 text, written as iTXt.
using PngTexts = std::vector<std::pair<std::string, std::string>>;

// RGB, 8 bits, sRGB chunk, no row filters (on flat maps they cost three times the time and save nothing). Alpha is
// dropped: a frame is opaque. The same image and texts give the same bytes. Throws Error "png.failed" (reason) for
// an image without pixels or whose buffer does not fit its size.
std::vector<std::byte> encode_png(const base::Image& image, const PngTexts& texts = {});

// Writes it whole or not at all; errors of base/pending_file.h.
void write_png(const std::filesystem::path& file, const base::Image& image, const PngTexts& texts = {});

}  // namespace harmattan::record
