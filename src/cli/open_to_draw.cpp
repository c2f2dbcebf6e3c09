#include "cli/open_to_draw.h"

#include <future>

#include "cli/open_scene.h"

namespace harmattan::cli {

std::optional<ReadyToDraw> open_to_draw(const SharedOptions& shared, const story::SceneOptions& options,
                                        render::RendererChoice choice, const Console& console) {
    auto opening = std::async(std::launch::async, [&] { return open_scene(shared, options, console); });
    ReadyToDraw ready;
    std::exception_ptr no_context;
    try {
        ready.context = render::make_headless_context(choice);
        ready.renderer = std::make_unique<render::MapRenderer>();
    } catch (...) {
        no_context = std::current_exception();
    }
    auto opened = opening.get();  // what is wrong with the data is said first
    if (!opened) return std::nullopt;
    if (no_context) std::rethrow_exception(no_context);
    ready.opened = *std::move(opened);
    return ready;
}

}  // namespace harmattan::cli
