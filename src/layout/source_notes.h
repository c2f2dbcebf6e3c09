// What has to be said of a source besides its numbers.
#pragma once

#include <string>
#include <vector>

#include "scene/scene.h"

namespace harmattan::layout {

// The layer's name in the scene's language, its id where it has none; never long.
std::string source_name(const scene::Scene& scene, const scene::EventLayer& layer);

struct SourceNote {
    enum class Kind {
        selection,  // the events are chosen by hand
        warning,    // provisional, unsettled
        plain,      // the filter that holds
        account     // numbers of rows
    };
    Kind kind = Kind::plain;
    std::string text;
};

// In the order of printing; none for a settled source without filter and without doubtful rows.
std::vector<SourceNote> source_notes(const scene::Scene& scene, const scene::EventLayer& layer);

}  // namespace harmattan::layout
