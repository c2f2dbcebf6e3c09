// Films: frames in, a file or a folder of pictures out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "base/image.h"
#include "base/progress.h"
#include "record/film_time.h"
#include "record/png.h"
#include "render/map_renderer.h"
#include "scene/scene.h"

namespace harmattan::record {

// Takes frames in order. Nothing stands at the target until finish(); destroyed before, it leaves no trace. Work
// is done on threads of its own: what fails there is thrown by the next add() or by finish().
class FrameSink {
  public:
    virtual ~FrameSink() = default;
    // Takes the frame's pixels and leaves a used buffer in their place, so that no frame is copied or allocated
    // twice.
    virtual void add(base::Image& frame, std::int64_t index) = 0;
    virtual void finish() = 0;
};

struct FilmFormat {
    base::PixelSize size;
    int fps = 30;  // frames a second, 1 to 120
};

inline constexpr int greatest_fps = 120;

// H.264 by libx264 (preset medium, crf 18, 8 threads on every machine), yuv420p, BT.709 and tagged so, the index
// at the file's front. The first frame added stands at time 0. finish() opens the file again, compares its size,
// frame count and duration with what was put in, flushes it to disk and renames it. Throws Error "film.odd_size"
// (width and height must be even), "film.fps_range", "film.no_encoder" where libx264 is missing, "film.failed"
// (path, reason), "film.not_verified", and those of base/pending_file.h.
std::unique_ptr<FrameSink> mp4_sink(const std::filesystem::path& file, const FilmFormat& format,
                                    const PngTexts& texts);

// Whether this machine's libav has the encoder that mp4_sink needs.
bool has_film_encoder();

// "libavcodec" and "libavformat" with their versions, as loaded; empty where libav cannot be loaded.
std::vector<std::pair<std::string, std::string>> film_library_versions();

// frame-000000.png, ... in a folder that is made when missing. The frames are written beside it; when all are
// there the folder is renamed, or, when it holds other files, the frames are moved in one by one. Throws Error
// "film.folder_not_empty" when the folder holds frames already and `force` is false; with it they are replaced.
// "output.no_folder" where the folder's own folder does not exist.
std::unique_ptr<FrameSink> png_folder_sink(const std::filesystem::path& folder, const PngTexts& texts, bool force);

// "frame-000137.png"
std::string frame_name(std::int64_t index);

// True when the folder holds files with the names of frames.
bool holds_frames(const std::filesystem::path& folder);

struct FrameRange {
    std::int64_t first = 0;  // included
    std::int64_t end = 0;    // not included
};

// Draws frames range.first to range.end - 1 of a film and gives them to the sink, which works on threads of its
// own while the next frame is drawn. The caller ends with sink.finish(). Throws Error "record.cancelled" when
// progress says stop.
void record_film(render::MapRenderer& renderer, const scene::ScenePtr& scene, const FilmFormat& format,
                 const FilmTime& time, FrameRange range, FrameSink& sink, const base::Progress& progress = {});

}  // namespace harmattan::record
