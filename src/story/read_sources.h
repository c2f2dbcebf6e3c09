// The user's tables of events: read, releases of one source joined, filtered.
#pragma once

#include "story/event_layers.h"
#include "story/story.h"

namespace harmattan::story {

// Reads the files one after the other, each as SceneOptions::events says; those at the places for which `is_read`
// is false are left out. The files of one known source (schema) become one table, in which a newer release's row
// replaces its older copies (events::join_releases); the source stands where its first file stood, with the newest
// release's report, whose counts are then those of all files. Throws what io::read_events throws.
std::vector<SourceEvents> read_sources(const std::vector<std::filesystem::path>& files,
                                       const SceneOptions& options,
                                       const std::function<bool(std::size_t index)>& is_read);

// Leaves only the events for which the filter is true. Throws what events::Filter throws.
void apply_filter(SourceEvents& source, const SceneOptions& options);

}  // namespace harmattan::story
