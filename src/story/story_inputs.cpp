#include "story/story_inputs.h"

#include "base/error.h"
#include "io/feature_reader.h"
#include "story/base_map.h"

namespace harmattan::story {
namespace {

void set_story(StoryInputs& inputs, const std::filesystem::path& file) {
    if (inputs.story)
        throw base::Error("story.several_stories", {{"first", inputs.story->string()}, {"second", file.string()}});
    inputs.story = file;
}

void add_geopackage(StoryInputs& inputs, const std::filesystem::path& file) {
    auto names = io::layer_names(file);
    if (inputs.base_map || !is_base_map(names)) {
        inputs.features.push_back(file);
        return;
    }
    inputs.base_map = file;
    inputs.base_map_layers = std::move(names);
}

}  // namespace

StoryInputs sorted_by_kind(const std::vector<std::filesystem::path>& files) {
    StoryInputs inputs;
    for (const auto& file : files) {
        // A story may hold nothing but comments, so its name counts where its content says nothing.
        const auto kind = io::identify(file);
        if (kind == io::FileKind::story_toml || file.extension() == ".toml")
            set_story(inputs, file);
        else if (kind == io::FileKind::events_csv)
            inputs.events.push_back(file);
        else if (kind == io::FileKind::geopackage)
            add_geopackage(inputs, file);
        else if (kind == io::FileKind::geojson || kind == io::FileKind::flatgeobuf)
            inputs.features.push_back(file);
        else
            throw base::Error("story.unknown_file", {{"path", file.string()}});
    }
    return inputs;
}

}  // namespace harmattan::story
