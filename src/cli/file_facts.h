// What `inspect` knows about a file.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/event_table.h"
#include "geo/extent.h"
#include "io/read_report.h"

namespace harmattan::cli {

// Of a table of events, or of one layer of a feature file.
struct TableFacts {
    io::ReadReport report;
    std::optional<geo::Extent> extent;  // none where nothing was kept

    // Events.
    base::DayRange days;
    std::array<std::uint64_t, events::violence_type_count> by_type{};
    std::map<std::string, std::uint64_t> by_country;  // "" = not given

    // Features.
    std::string layer, geometry;  // "point", "line", "polygon"; "" for a layer without geometry
    std::vector<std::string> columns;
};

struct FileFacts {
    std::string file;
    std::string kind;  // "events", "features", "story"
    std::vector<TableFacts> tables;
    std::vector<std::string> story_files;  // named by a story: "events: events.csv", "towns: towns.csv"
};

// Reads the file. Throws what io and story throw, and Error "story.unknown_file".
FileFacts facts_of(const std::filesystem::path& file);

}  // namespace harmattan::cli
