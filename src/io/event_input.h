// Opens what may hold events, whatever its format, as a table.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "io/event_layout.h"
#include "io/table_reader.h"

namespace harmattan::io {

struct EventReadOptions;

struct EventInput {
    std::string name;       // for messages
    std::string file_name;  // its last part
    OpenTable open;
    std::string format;                // for people: "CSV, semicolons", "GeoPackage, layer events"
    std::vector<ReadingNote> notes;    // what was done to read it
};

// Throws Error "file.*", "csv.*", "features.*".
EventInput open_event_input(const std::filesystem::path& file, const EventReadOptions& options);
EventInput open_event_input(std::string_view csv, std::string name);

// The header and the first rows.
TableSample sample_of(const EventInput& input);

}  // namespace harmattan::io
