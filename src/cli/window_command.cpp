#include "cli/window_command.h"

#include <CLI/CLI.hpp>

#include "app/window.h"
#include "cli/open_scene.h"

namespace harmattan::cli {

void WindowCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_files(parser, console);
    shared_.declare_at(parser, console);
    shared_.declare_scene(parser, console);
    shared_.declare_frame(parser, console);
    shared_.declare_general(parser, console);
    shared_.declare_strict(parser, console);
}

void WindowCommand::check() {
    scene_ = shared_.scene_options();
    if (shared_.size_text) size_ = shared_.size({});
    renderer_ = shared_.renderer();
    app::check_display();
}

story::SceneOptions WindowCommand::look() const {
    story::SceneOptions options;
    options.theme = scene_.theme;
    options.language = scene_.language;
    return options;
}

int WindowCommand::run(const Console& console) {
    io::EventReadOptions later;
    later.layout.schemas = scene_.events.layout.schemas;
    app::Opening opening(shared_.files, scene_);
    auto read = opening.question() == nullptr ? opening.open() : std::nullopt;
    // What has to be asked the window asks, over the embedded story.
    if (!read) return app::run_window(story::open({}, look()), {size_, renderer_, later, std::move(opening)});
    auto opened = told(std::move(*read), shared_, console);
    if (!opened) return rows_were_rejected;
    return app::run_window(std::move(*opened), {size_, renderer_, later, std::move(opening)});
}

}  // namespace harmattan::cli
