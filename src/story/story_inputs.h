// The files of a command line, told apart by their content; a database (io/postgis_input.h) holds events.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/event_reader.h"

namespace harmattan::story {

struct StoryInputs {
    std::optional<std::filesystem::path> story;
    std::vector<std::filesystem::path> events, features, rasters;
    std::optional<std::filesystem::path> base_map;  // a GeoPackage with a layer named "countries"
    std::vector<std::string> base_map_layers;       // its layer names
};

// Throws what io::identify throws, and Error "story.several_stories", "story.unknown_file".
StoryInputs sorted_by_kind(const std::vector<std::filesystem::path>& files,
                           const io::EventReadOptions& events = {});

}  // namespace harmattan::story
