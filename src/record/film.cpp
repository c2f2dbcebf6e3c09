#include "record/film.h"

#include "base/error.h"

namespace harmattan::record {

void record_film(render::MapRenderer& renderer, const scene::ScenePtr& scene, const FilmFormat& format,
                 const FilmTime& time, FrameRange range, FrameSink& sink, const base::Progress& progress) {
    base::Image frame;
    const auto total = static_cast<double>(range.end - range.first);
    for (std::int64_t index = range.first; index < range.end; ++index) {
        renderer.render_into(frame, scene, time.instant_of(index), format.size);
        sink.add(frame, index);
        if (progress && !progress(static_cast<double>(index - range.first + 1) / total))
            throw base::Error("record.cancelled", {{"frame", std::to_string(index)}});
    }
}

}  // namespace harmattan::record
