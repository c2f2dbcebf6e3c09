// From tables of events as they were read to the event layers of a scene, one a source.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/event_reader.h"
#include "scene/scene.h"
#include "story/story_file.h"

namespace harmattan::story {

// The events of one source of the user's, as read.
struct SourceEvents {
    std::size_t index = 0;       // of the source, 0 the first, counting those that are not read too: id and symbol
    std::filesystem::path file;  // of a database, the table's name
    io::EventsRead read;         // of several files of one source, their joined table and account
    std::vector<io::ReadReport> reports = {};  // of each file, in their order
    std::string versions = {};                 // "24.1 + 25.1"
    bool has_provisional = false;
    std::uint64_t replaced = 0;  // rows of older releases that newer ones have replaced
    std::uint64_t copies = 0;    // rows that stand in another file of the same release too
    // Rows of older releases that are kept (events::ReleaseCount).
    std::uint64_t missing_from_newer = 0, beyond_newer = 0;
    std::string filter = {};  // as written; empty where none holds
    std::uint64_t filtered_out = 0;
    std::shared_ptr<const events::EventTable> whole = {};  // before the filter, where it is to be kept
};

// "events", "events-2", "events-3": of the first, second, third source.
std::string event_layer_id(std::size_t index);

// The layers of the user's sources, in their order. The tables move into the layers, the reports stay. A source
// that is alone (`source_count` 1) is called "Events"; of several each is called what its file was taken for, with
// the file's name where two would be called the same. Throws Error "story.too_many_sources" (greatest) where
// symbols no longer tell them apart.
std::vector<scene::EventLayer> event_layers(std::vector<SourceEvents>& sources, std::size_t source_count);

// The layer of a story's own events.
scene::EventLayer event_layer(SourceEvents& source, const EventsEntry& entry);

}  // namespace harmattan::story
