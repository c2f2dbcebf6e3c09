// Where a table of events is written to, a format each.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/extent.h"
#include "io/event_columns.h"

namespace harmattan::io {

// Takes the table's rows in order. What is written stays beside its target until commit(); without that nothing
// remains of it, and what stood at the target is as it was.
class EventSink {
  public:
    virtual ~EventSink() = default;

    // `cells` in the order of event_columns(). Throws Error "output.cannot_write".
    virtual void write(std::span<const Cell> cells, geo::LonLat place) = 0;
    // After the last row: all is with the system, and the file can be read at path().
    virtual void finish() = 0;
    virtual std::filesystem::path path() const = 0;
    // Flushes to disk and renames onto the target.
    virtual void commit() = 0;
    // Texts that were written in another form, so that no spreadsheet runs them.
    virtual std::uint64_t guarded() const { return 0; }
};

// What a file says about itself, besides its rows.
struct TableMetadata {
    std::string title;
    std::vector<std::string> credits;  // of each source, a line each
    std::vector<std::string> notes;    // filters, generalisation, what was replaced
};

std::unique_ptr<EventSink> csv_sink(const std::filesystem::path& target);
std::unique_ptr<EventSink> geojson_sink(const std::filesystem::path& target, const TableMetadata& metadata);
// `driver`: "GPKG", "FlatGeobuf" or "Parquet". Throws Error "write.no_driver" (path, format, gdal) where this GDAL
// cannot write it.
void require_writing_driver(const std::filesystem::path& target, const std::string& driver);
std::unique_ptr<EventSink> gdal_sink(const std::filesystem::path& target, const std::string& driver,
                                     const TableMetadata& metadata);

}  // namespace harmattan::io
