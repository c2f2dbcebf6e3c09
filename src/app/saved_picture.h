// F12: the frame as a file.
#pragma once

#include <ctime>
#include <filesystem>

#include "render/map_renderer.h"

namespace harmattan::app {

// "harmattan-YYYYMMDD-HHMMSS.png" in `folder`, with "-2", "-3" ... before the dot while such a file exists:
// nothing is ever written over. `local` is the local time.
std::filesystem::path free_picture_name(const std::filesystem::path& folder, const std::tm& local);

// Writes what `harmattan snap` writes of the same scene, instant and size, into the current folder under the name
// of the present time; gives the absolute path. Throws what rendering and writing throw.
std::filesystem::path save_picture(render::MapRenderer& renderer, const scene::ScenePtr& scene,
                                   base::Instant instant, base::PixelSize size);

}  // namespace harmattan::app
