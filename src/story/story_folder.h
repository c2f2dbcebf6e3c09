// Where a story's own files come from: the program (the embedded Sahel story) or the folder of a story file.
#pragma once

#include <filesystem>
#include <optional>

#include "base/progress.h"
#include "io/event_reader.h"
#include "story/story_file.h"

namespace harmattan::story {

class StoryFolder {
  public:
    // The resources under data/sahel/.
    static StoryFolder embedded();
    static StoryFolder on_disk(std::filesystem::path folder);

    // Throws what io throws, and Error "story.path_link".
    features::FeatureTable read_layer(const LayerEntry& entry) const;
    // A file of the story's. Throws Error "story.path_link", or "file.missing" in the embedded story.
    std::filesystem::path file(const std::string& relative) const;
    // As the entry says, and for what it leaves open as `options` do.
    io::EventsRead read_events(const EventsEntry& entry, io::EventReadOptions options) const;

  private:
    std::optional<std::filesystem::path> folder_;  // none: embedded
};

// The embedded story's text.
StoryFile embedded_story();

}  // namespace harmattan::story
