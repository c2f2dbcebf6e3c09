// A table of events into a file, in the columns of Harmattan's own table (event_columns.h,
// data/schemas/harmattan.toml).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "events/event_table.h"
#include "io/event_sink.h"

namespace harmattan::io {

enum class EventFormat { csv, geopackage, geojson, flatgeobuf, parquet };

// By the name's end, in any case: .csv .gpkg .geojson .fgb .parquet; no value for any other.
std::optional<EventFormat> event_format_of(const std::filesystem::path& file);

// Its name for people: "GeoPackage".
std::string name_of(EventFormat format);

// Whether this machine can write it. Throws Error "write.no_driver" (path, format, gdal) where GDAL lacks the
// driver, as Debian's does for Parquet.
void require_writable(EventFormat format, const std::filesystem::path& file);

struct EventWriteOptions {
    TableMetadata metadata;
    // An absolute path of a file that rows were read from is written as the file's name alone, so that a table
    // that is handed on does not tell how a disk is laid out.
    bool short_file_names = true;
    base::Progress progress;
};

struct EventsWritten {
    std::vector<std::filesystem::path> files;  // the table, and what stands beside it
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;    // of the table
    std::uint64_t guarded = 0;  // texts in CSV with an apostrophe put before them (guarded_text.h)
};

// Writes all rows in the table's order: CSV (RFC 4180, UTF-8, line feeds), or points in WGS 84 with typed fields
// (dates, integers, reals, text; empty is null). Numbers are the shortest that read back equal. CSV, FlatGeobuf
// and Parquet have no place for what a table says about itself, so a file OUT-metadata.json is written beside them
// (a CSV's in the form of W3C's "Metadata Vocabulary for Tabular Data", 2015); a GeoPackage has it in the
// description of its layer, GeoJSON in members of its own. Everything is written beside its target, read again and
// compared value by value, flushed to disk and renamed; an error or a stop leaves nothing, and a file that stood
// there as it was. Throws Error "output.no_folder", "output.cannot_write", "write.no_driver", "write.no_rows",
// "write.no_place" (path, row), "write.unlike" (path, row, column, written, read), "write.unreadable" (path,
// reason), and "write.cancelled" when `progress` returns false.
EventsWritten write_events(const events::EventTable& table, const std::filesystem::path& file, EventFormat format,
                           const EventWriteOptions& options = {});

// The file beside a table that tells what the table cannot; empty for formats that can.
std::filesystem::path metadata_file_of(const std::filesystem::path& file, EventFormat format);

}  // namespace harmattan::io
