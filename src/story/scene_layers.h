// The feature layers of a scene: the story's own, the user's base map in their place, the user's overlays on top.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "io/read_report.h"
#include "scene/scene.h"
#include "story/raster_layers.h"
#include "story/story_folder.h"
#include "story/story_inputs.h"

namespace harmattan::story {

// Which layers to read and show, by id.
class LayerChoice {
  public:
    LayerChoice(std::optional<std::vector<std::string>> shown, bool visible_only)
        : shown_(std::move(shown)), visible_only_(visible_only) {}

    bool is_visible(const std::string& id, bool by_default) const;
    bool is_read(const std::string& id, bool visible_by_default) const {
        return !visible_only_ || is_visible(id, visible_by_default);
    }
    // Throws Error "story.unknown_layer" (text, known) for a chosen id that is not among `known`.
    void check(const std::vector<std::string>& known) const;

  private:
    std::optional<std::vector<std::string>> shown_;
    bool visible_only_;
};

struct SceneLayers {
    std::vector<scene::FeatureLayer> layers;
    std::vector<std::string> known_ids;   // read or not, the events' last
    std::vector<std::string> event_ids;   // of the event layers
    std::vector<io::ReadReport> reports;  // of the user's overlays
    std::vector<PlannedRaster> rasters;   // to be read once the projection is known
};

SceneLayers read_layers(const StoryFile& story, const StoryFolder& folder, const StoryInputs& inputs,
                        const SceneOptions& options, const LayerChoice& choice);

}  // namespace harmattan::story
