// Two releases of one source, as `inspect --diff` compares them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/facts_writers.h"
#include "events/table_diff.h"
#include "io/event_reader.h"

namespace harmattan::cli {

struct Release {
    std::string file;
    io::EventsRead read;

    // The source's own version, or else the file: "25.1", "ged.csv".
    std::string name() const;
};

struct ReleaseDiff {
    Release before, after;
    events::TableDiff diff;
    std::vector<std::string> not_compared;  // fields for which only one of the two has a column
    bool is_backwards = false;              // the versions say that `before` is the newer
};

// Reads both and compares them. Throws what io::read_events throws, "inspect.diff_no_events" (file) for a file of
// something else, and "inspect.diff_sources" (before, after) when they are not of one source.
ReleaseDiff diff_of(const std::filesystem::path& before, const std::filesystem::path& after,
                    const io::EventReadOptions& options);

// What `inspect --diff` prints, as as_text() and as_json() do for one file. `rows`: the first 20 of each list, or
// all of each.
std::string as_text(const ReleaseDiff& releases, const Console& console, Rows rows);
std::string as_json(const ReleaseDiff& releases);

}  // namespace harmattan::cli
