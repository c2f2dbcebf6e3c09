#include "cli/window_command.h"

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/open_scene.h"

namespace harmattan::cli {
namespace {

constexpr base::PixelSize default_size{1280, 800};

}  // namespace

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
    size_ = shared_.size(default_size);
    renderer_ = shared_.renderer();
}

int WindowCommand::run(const Console& console) {
    const auto opened = open_scene(shared_, scene_, console);
    if (!opened) return rows_were_rejected;
    throw base::Error("window.not_built");
}

}  // namespace harmattan::cli
