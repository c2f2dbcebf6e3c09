#include "cli/open_scene.h"

#include "cli/rejected_rows.h"

namespace harmattan::cli {

std::optional<story::OpenedStory> open_scene(const SharedOptions& shared, const story::SceneOptions& options,
                                             const Console& console) {
    auto opened = story::open(shared.files, options);
    if (rejected_rows(opened.reports) == 0) return opened;
    if (!shared.quiet || shared.strict) tell_rejected(console, opened.reports);
    if (!shared.strict) return opened;
    console.tell(console.say("cli.strict"));
    return std::nullopt;
}

}  // namespace harmattan::cli
