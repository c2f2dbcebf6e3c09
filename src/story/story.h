// From a story file, data files and options to a scene.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "io/read_report.h"
#include "scene/scene.h"

namespace harmattan::story {

// What the command line may override. Texts are checked by parse functions before any data is opened.
struct SceneOptions {
    std::optional<base::Day> from, to;
    std::optional<base::WindowLength> window;
    std::optional<base::Instant> at;
    std::optional<geo::Extent> extent;
    std::optional<std::string> projection;  // "auto" or a definition
    std::optional<scene::ThemeName> theme;
    std::optional<base::Language> language;
    std::optional<std::string> title;
    // Layer ids to show: all others are hidden. Empty: as the story says.
    std::optional<std::vector<std::string>> layers;
};

struct OpenedStory {
    scene::ScenePtr scene;
    std::vector<io::ReadReport> reports;
    double film_seconds = 20;  // what `record` makes when nothing is said
    int film_fps = 30;
};

// Opens the embedded Sahel story when `files` is empty; else the story file, and events and features over the
// default base map. Events of the user's replace the embedded ones; the extent is then the events' own unless
// given. Throws what io and geo throw, and Error "story.*" with file, line and column for a bad story file.
OpenedStory open(const std::vector<std::filesystem::path>& files, const SceneOptions& options,
                 const base::Progress& progress = {});

}  // namespace harmattan::story
