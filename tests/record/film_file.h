// A film looked into with ffprobe and ffmpeg, which know nothing of this program.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/image.h"

namespace harmattan::test {

// ffprobe's facts about the first stream and the file's tags: "nb_frames", "pix_fmt", "TAG:title", ... Frames are
// counted by decoding them ("nb_read_frames"). Skips the test where ffprobe is missing.
std::map<std::string, std::string> facts_of_film(const std::filesystem::path& film);

// The decoded frame as RGB, of a film of that size. As raw bytes, since a PNG by ffmpeg carries BT.709's gamma,
// which a reader would rightly convert. Skips the test where ffmpeg is missing.
base::Image frame_of_film(const std::filesystem::path& film, base::PixelSize size, int index);

// Peak signal-to-noise ratio over R, G and B in dB (ITU-T P.910's definition with a peak of 255).
double psnr_db(const base::Image& a, const base::Image& b);

}  // namespace harmattan::test
