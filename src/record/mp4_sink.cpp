#include <fmt/core.h>

#include "base/error.h"
#include "base/pending_file.h"
#include "record/film.h"
#include "record/frame_converter.h"
#include "record/frame_workers.h"
#include "record/h264_file.h"

namespace harmattan::record {
namespace {

constexpr std::size_t waiting_frames = 3;

class Mp4Sink final : public FrameSink {
  public:
    Mp4Sink(const std::filesystem::path& target, const FilmFormat& format, const PngTexts& texts)
        : target_(target),
          format_(format),
          pending_(target),
          converter_(format.size),
          film_(pending_.path(), target, format, texts),
          // One thread: the encoder wants its frames in order, and has threads of its own.
          workers_(1, waiting_frames,
                   [this](const base::Image& frame, std::int64_t) { film_.add(converter_.convert(frame)); }) {}

    void add(base::Image& frame, std::int64_t index) override {
        if (frame.size != format_.size)
            throw base::Error("film.failed",
                              {{"path", target_.string()}, {"reason", "the frame has another size"}});
        workers_.add(frame, index);
    }

    void finish() override {
        workers_.finish();
        film_.finish();
        verify_film(pending_.path(), target_, format_, film_.frame_count());
        pending_.commit();
    }

  private:
    const std::filesystem::path target_;
    const FilmFormat format_;
    base::PendingFile pending_;
    FrameConverter converter_;
    H264File film_;
    FrameWorkers workers_;  // last: its thread ends before what it uses goes
};

void check(const FilmFormat& format) {
    const auto& [width, height] = format.size;
    if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0)
        throw base::Error(
            "film.odd_size",
            {{"size", fmt::format("{}x{}", width, height)},
             {"even", fmt::format("{}x{}", std::max(2, width + width % 2), std::max(2, height + height % 2))}});
    if (format.fps < 1 || format.fps > greatest_fps)
        throw base::Error("film.fps_range",
                          {{"fps", std::to_string(format.fps)}, {"greatest", std::to_string(greatest_fps)}});
}

}  // namespace

std::unique_ptr<FrameSink> mp4_sink(const std::filesystem::path& file, const FilmFormat& format,
                                    const PngTexts& texts) {
    check(format);
    return std::make_unique<Mp4Sink>(file, format, texts);
}

}  // namespace harmattan::record
