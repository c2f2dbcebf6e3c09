// An MP4 file of H.264 frames, written with libavformat and libx264.
#pragma once

#include <cstdint>
#include <filesystem>

#include "record/av_handles.h"
#include "record/film.h"

namespace harmattan::record {

class H264File {
  public:
    // Writes to `path` from the start. `shown_path` stands for it in messages.
    H264File(const std::filesystem::path& path, std::filesystem::path shown_path, const FilmFormat& format,
             const PngTexts& texts);

    // Frames stand one after another, whatever their number. Throws Error "film.failed" or "output.cannot_write".
    void add(AVFrame* frame);
    // Ends the stream, moves the index to the front and closes the file.
    void finish();

    std::int64_t frame_count() const { return frame_count_; }

  private:
    void open_encoder(const FilmFormat& format);
    void open_file(const std::filesystem::path& path, const FilmFormat& format, const PngTexts& texts);
    // A null frame drains the encoder.
    void encode(const AVFrame* frame);
    int check(int result) const;

    std::filesystem::path shown_path_;
    av::Codec codec_;
    av::Output file_;
    av::Packet packet_;
    AVStream* stream_ = nullptr;  // owned by file_
    std::int64_t frame_count_ = 0;
};

// Opens the file again and compares what it holds. Throws Error "film.not_verified" (path, found, expected).
void verify_film(const std::filesystem::path& path, const std::filesystem::path& shown_path,
                 const FilmFormat& format, std::int64_t frame_count);

}  // namespace harmattan::record
