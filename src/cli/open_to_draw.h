// What a picture or a film needs: the scene, and a context and renderer to draw it with.
#pragma once

#include <memory>

#include "cli/console.h"
#include "cli/shared_options.h"
#include "render/context.h"
#include "render/map_renderer.h"
#include "story/story.h"

namespace harmattan::cli {

// Destroyed from the bottom: the renderer needs the context to clean up.
struct ReadyToDraw {
    story::OpenedStory opened;
    std::unique_ptr<render::Context> context;
    std::unique_ptr<render::MapRenderer> renderer;
};

// Reads the data on another thread while this one makes the context, each about as long as the other. No value
// when
// --strict forbids to go on (open_scene.h).
std::optional<ReadyToDraw> open_to_draw(const SharedOptions& shared, const story::SceneOptions& options,
                                        render::RendererChoice choice, const Console& console);

}  // namespace harmattan::cli
