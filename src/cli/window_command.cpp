#include "cli/window_command.h"

#include <CLI/CLI.hpp>

#include "app/opening.h"
#include "base/error.h"
#include "cli/open_scene.h"
#include "cli/read_options.h"

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
    scene_.keeps_whole = true;
    app::WindowOptions options{size_, renderer_, {scene_.events, scene_.extent, today()}, {}, {}};
    // What was said of these files does not hold for others.
    auto& reading = options.session.reading;
    reading.layout.mapping.clear();
    reading.layout.schema.reset();
    reading.date_order.reset();
    reading.crs.reset();
    reading.table.reset();
    if (!shared_.strict && app::has_questions(shared_.files, scene_)) return ask(std::move(options));
    try {
        auto opened = open_scene(shared_, scene_, console);
        if (!opened) return rows_were_rejected;
        return app::run_window(std::move(*opened), options);
    } catch (const base::Error& error) {
        if (shared_.strict || error.key() != "dates.undecidable") throw;
    }
    return ask(std::move(options));
}

// The window asks over the embedded story.
int WindowCommand::ask(app::WindowOptions options) const {
    story::SceneOptions behind;
    behind.theme = scene_.theme;
    behind.language = scene_.language;
    behind.keeps_whole = true;
    options.asked_files = shared_.files;
    options.asked_options = scene_;
    return app::run_window(story::open({}, behind), options);
}

}  // namespace harmattan::cli
