#include "cli/open_scene.h"

#include "cli/rejected_rows.h"

namespace harmattan::cli {

std::optional<story::OpenedStory> open_scene(const SharedOptions& shared, const story::SceneOptions& options,
                                             const Console& console) {
    return told(story::open(shared.files, options), shared, console);
}

std::optional<story::OpenedStory> told(story::OpenedStory opened, const SharedOptions& shared,
                                       const Console& console) {
    if (rejected_rows(opened.reports) == 0) return opened;
    if (!shared.quiet || shared.strict) tell_rejected(console, opened.reports);
    if (!shared.strict) return opened;
    console.tell(console.say("cli.strict"));
    return std::nullopt;
}

}  // namespace harmattan::cli
