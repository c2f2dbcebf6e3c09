#include "cli/open_scene.h"

#include "cli/rejected_rows.h"
#include "cli/swapped_extent.h"
#include "cli/told_notes.h"

namespace harmattan::cli {
namespace {

void warn_of_swapped_extent(const scene::Scene& scene, const story::SceneOptions& options,
                            const Console& console) {
    if (!options.extent) return;
    std::vector<const events::EventTable*> tables;
    for (const scene::EventLayer& layer : scene.event_layers)
        if (layer.table) tables.push_back(layer.table.get());
    if (const auto words = swapped_extent_words(*options.extent, tables, console)) console.tell(*words);
}

}  // namespace

std::optional<story::OpenedStory> open_scene(const SharedOptions& shared, const story::SceneOptions& options,
                                             const Console& console) {
    auto opened = story::open(shared.files, options);
    if (!shared.quiet) tell_notes(console, opened.reports);
    if (!shared.quiet) warn_of_swapped_extent(*opened.scene, options, console);
    if (rejected_rows(opened.reports) == 0) return opened;
    if (!shared.quiet || shared.strict) tell_rejected(console, opened.reports);
    if (!shared.strict) return opened;
    console.tell(console.say("cli.strict"));
    return std::nullopt;
}

}  // namespace harmattan::cli
