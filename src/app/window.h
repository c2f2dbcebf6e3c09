// The window: map, timeline, panels.
#pragma once

#include <optional>

#include "app/session.h"
#include "base/image.h"
#include "render/context.h"
#include "story/story.h"

namespace harmattan::app {

struct WindowOptions {
    std::optional<base::PixelSize> size;  // of the window; without it 1440x860, at most 80 % of the screen
    render::RendererChoice renderer = render::RendererChoice::any;
    // How files that are opened in the window are read, and what within(extent) means.
    SessionOptions session;
    // Opened at once, as `asked_options` say: files of which something has to be asked first.
    std::vector<std::filesystem::path> asked_files;
    story::SceneOptions asked_options;
};

// Throws Error "window.no_display" or "window.no_display_answer" (reason) where no window can be shown: cheap, to
// be asked before any data is read.
void check_display();

// Shows the story until the window is closed; gives the exit status 0. Each picture saved is told on standard
// output as "saved PATH". Throws what check_display() throws, and Error "window.cannot_open",
// "window.context_lost", "gl.*".
int run_window(story::OpenedStory opened, const WindowOptions& options);

}  // namespace harmattan::app
