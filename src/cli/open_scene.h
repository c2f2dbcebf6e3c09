// Opens the story of a command and tells what of it could not be used.
#pragma once

#include "cli/console.h"
#include "cli/shared_options.h"
#include "story/story.h"

namespace harmattan::cli {

// No value when --strict was given and rows were rejected: the command then writes nothing and ends with
// rows_were_rejected.
std::optional<story::OpenedStory> open_scene(const SharedOptions& shared, const story::SceneOptions& options,
                                             const Console& console);

}  // namespace harmattan::cli
