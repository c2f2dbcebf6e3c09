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

int WindowCommand::run(const Console& console) {
    auto opened = open_scene(shared_, scene_, console);
    if (!opened) return rows_were_rejected;
    return app::run_window(std::move(*opened), {size_, renderer_});
}

}  // namespace harmattan::cli
