// Opens what may hold events, whatever its format, as a table.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv_parts.h"
#include "io/event_layout.h"
#include "io/feature_reader.h"
#include "io/table_reader.h"

namespace harmattan::io {

struct EventReadOptions;

struct EventInput {
    std::string name;       // for messages
    std::string file_name;  // its last part
    OpenTable open;
    // The same, read ahead by a thread of its own. Empty for GDAL's tables: two that are open on one file at the
    // same time may share what only one thread may use.
    OpenTable open_ahead;
    // A text that can be begun anywhere: one that is neither packed nor UTF-16. Else without `open`.
    struct Cuttable {
        OpenSourceAt open;
        CsvShape shape;
    };
    Cuttable cuttable;
    std::string format;              // for people: "CSV, semicolons", "GeoPackage, layer events"
    std::vector<ReadingNote> notes;  // what was done to read it
    std::function<std::vector<ReadingNote>()> notes_at_end;  // once `open_ahead` is read through; may be empty
    bool is_packed = false;                                  // offsets are those of the unpacked text
    bool is_text = false;        // separated values, in which texts may be guarded (io/guarded_text.h)
    bool names_are_cut = false;  // of the columns, to ten letters: dBASE
    // Of a database, which is read in part: only the days and the extent that are asked for.
    bool is_database = false;
    std::optional<TableSample> sample;       // of the whole table
    std::optional<base::DayRange> all_days;  // that the whole table has, where only some are read
};

// By the file's content: text with separators, or the layer or sheet that holds events; or the table of a database
// (io/postgis_input.h). Throws Error "file.*", "csv.*", "features.*", "sheet.*", "postgis.*".
EventInput open_event_input(const std::filesystem::path& file, const EventReadOptions& options);
EventInput open_event_input(std::string_view csv, std::string name);

// Which layer or sheet of a file that GDAL reads holds events: the one that is asked for; else the first whose
// columns are those of a known source, or that has every column that the mapping names; of a workbook, database or
// table without places any (they can be nothing else). No value: it holds features, or nothing that is known.
std::optional<std::string> event_layer_of(const std::filesystem::path& file, FileKind kind,
                                          const EventReadOptions& options);

// Whether a file is to be read as events. `kind` is what identify() says.
bool holds_events(const std::filesystem::path& file, FileKind kind, const EventReadOptions& options);

// The header and the first rows.
TableSample sample_of(const EventInput& input);

}  // namespace harmattan::io
