#include "story/story_inputs.h"

#include "base/error.h"
#include "io/event_input.h"
#include "io/feature_reader.h"
#include "io/gdal_table.h"
#include "io/postgis_input.h"
#include "story/base_map.h"

namespace harmattan::story {
namespace {

void set_story(StoryInputs& inputs, const std::filesystem::path& file) {
    if (inputs.story)
        throw base::Error("story.several_stories", {{"first", inputs.story->string()}, {"second", file.string()}});
    inputs.story = file;
}

void add_geopackage(StoryInputs& inputs, const std::filesystem::path& file, const io::EventReadOptions& events) {
    auto names = io::layer_names(file);
    if (inputs.base_map || !is_base_map(names)) {
        (io::holds_events(file, io::FileKind::geopackage, events) ? inputs.events : inputs.features)
            .push_back(file);
        return;
    }
    inputs.base_map = file;
    inputs.base_map_layers = std::move(names);
}

}  // namespace

StoryInputs sorted_by_kind(const std::vector<std::filesystem::path>& files, const io::EventReadOptions& events) {
    StoryInputs inputs;
    for (const auto& file : files) {
        if (io::is_database(file, events)) {
            inputs.events.push_back(file);
            continue;
        }
        // A story may hold nothing but comments, so its name counts where its content says nothing.
        const auto kind = io::identify(file);
        if (kind == io::FileKind::story_toml || file.extension() == ".toml")
            set_story(inputs, file);
        else if (kind == io::FileKind::events_csv)
            inputs.events.push_back(file);
        else if (kind == io::FileKind::geopackage)
            add_geopackage(inputs, file, events);
        else if (kind == io::FileKind::raster)
            inputs.rasters.push_back(file);
        else if (!io::is_table_kind(kind))
            throw base::Error("story.unknown_file", {{"path", file.string()}});
        else if (io::holds_events(file, kind, events))
            inputs.events.push_back(file);
        else
            inputs.features.push_back(file);
    }
    return inputs;
}

}  // namespace harmattan::story
