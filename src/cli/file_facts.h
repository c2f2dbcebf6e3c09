// What `inspect` knows about a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/event_facts.h"
#include "events/filter.h"
#include "geo/extent.h"
#include "io/event_reader.h"
#include "io/raster_reader.h"
#include "io/read_report.h"

namespace harmattan::cli {

// Of a table of events, or of one layer of a feature file.
struct TableFacts {
    io::ReadReport report;
    std::string filter;                 // that chose the events; empty where all that were kept are counted
    std::uint64_t filtered_out = 0;     // rows kept of which it is not true
    std::optional<geo::Extent> extent;  // none where nothing was kept
    std::optional<EventFacts> events;   // of a table of events

    // Features.
    std::string layer, geometry;  // "point", "line", "polygon"; "" for a layer without geometry
    std::vector<std::string> columns;
};

struct FileFacts {
    std::string file;
    std::string kind;  // "events", "features", "raster", "story"
    std::vector<TableFacts> tables;
    std::optional<io::RasterFacts> raster;
    std::vector<std::string> story_files;  // named by a story: "events: events.csv", "towns: towns.csv"
};

// Reads the file, events as `options` say, and counts those of which `where` is true. Throws what io, story and
// events::Filter throw, and Error "story.unknown_file".
FileFacts facts_of(const std::filesystem::path& file, const io::EventReadOptions& options = {},
                   const std::optional<events::Filter>& where = {});

// The sources of the files' events, each with its release, such as "UCDP GED 25.1"; each once, in the files'
// order.
std::vector<std::string> sources_of(std::span<const FileFacts> files);

}  // namespace harmattan::cli
