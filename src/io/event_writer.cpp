#include "io/event_writer.h"

#include <array>
#include <cmath>

#include <fmt/core.h>

#include "base/error.h"
#include "base/pending_file.h"
#include "io/ascii_case.h"
#include "io/table_metadata.h"
#include "io/verify_written.h"

namespace harmattan::io {
namespace {

struct FormatWords {
    EventFormat format;
    const char* ending;
    const char* name;
    const char* driver;  // null: written here
};
constexpr std::array<FormatWords, 5> formats{{
    {EventFormat::csv, ".csv", "CSV", nullptr},
    {EventFormat::geopackage, ".gpkg", "GeoPackage", "GPKG"},
    {EventFormat::geojson, ".geojson", "GeoJSON", nullptr},
    {EventFormat::flatgeobuf, ".fgb", "FlatGeobuf", "FlatGeobuf"},
    {EventFormat::parquet, ".parquet", "Parquet", "Parquet"},
}};

const FormatWords& words_of(EventFormat format) {
    return formats[static_cast<std::size_t>(format)];
}

std::unique_ptr<EventSink> sink_for(EventFormat format, const std::filesystem::path& file,
                                    const TableMetadata& metadata) {
    if (format == EventFormat::csv) return csv_sink(file);
    if (format == EventFormat::geojson) return geojson_sink(file, metadata);
    return gdal_sink(file, words_of(format).driver, metadata);
}

// The rows of a table as cells, and how far the work is.
class Rows {
  public:
    Rows(const events::EventTable& table, const std::filesystem::path& file, const EventWriteOptions& options)
        : table_(table), file_(file), options_(options), cells_(event_columns().size()) {
        for (const events::EventFile& from : table.files()) {
            const std::filesystem::path path(from.name);
            const bool is_shortened = options.short_file_names && path.is_absolute() && path.has_filename();
            file_names_.push_back(is_shortened ? path.filename().string() : from.name);
        }
    }

    std::span<const Cell> cells(std::size_t row) {
        record_ = record_of(table_, row);
        const std::uint32_t file = record_.row.origin.file;
        if (file < file_names_.size()) record_.source_file = file_names_[file];
        for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] = event_columns()[i].value(record_);
        return cells_;
    }

    void write_to(EventSink& sink) {
        constexpr std::size_t rows_per_report = 4096;
        for (std::size_t row = 0; row < table_.size(); ++row) {
            const geo::LonLat place{table_.lon_deg()[row], table_.lat_deg()[row]};
            if (!std::isfinite(place.lon_deg) || !std::isfinite(place.lat_deg))
                throw base::Error("write.no_place",
                                  {{"path", file_.string()}, {"row", fmt::format("{}", row + 1)}});
            sink.write(cells(row), place);
            if (row % rows_per_report == 0)
                report(0.5 * static_cast<double>(row) / static_cast<double>(table_.size()));
        }
        sink.finish();
    }

    void verify(const EventSink& sink, EventFormat format) {
        const auto progress = [&](double share) {
            report(0.5 + 0.5 * share);
            return true;
        };
        verify_written(
            sink.path(), format, file_.string(), table_.size(), [&](std::size_t row) { return cells(row); },
            progress);
    }

  private:
    void report(double share) const {
        if (options_.progress && !options_.progress(share))
            throw base::Error("write.cancelled", {{"path", file_.string()}});
    }

    const events::EventTable& table_;
    const std::filesystem::path& file_;
    const EventWriteOptions& options_;
    std::vector<std::string> file_names_;
    EventRecord record_;
    std::vector<Cell> cells_;
};

}  // namespace

std::optional<EventFormat> event_format_of(const std::filesystem::path& file) {
    const std::string ending = ascii_lower(file.extension().string());
    for (const FormatWords& words : formats)
        if (words.ending == ending) return words.format;
    return std::nullopt;
}

std::string name_of(EventFormat format) {
    return words_of(format).name;
}

void require_writable(EventFormat format, const std::filesystem::path& file) {
    if (words_of(format).driver != nullptr) require_writing_driver(file, words_of(format).driver);
}

std::filesystem::path metadata_file_of(const std::filesystem::path& file, EventFormat format) {
    if (format == EventFormat::geopackage || format == EventFormat::geojson) return {};
    std::filesystem::path beside = file;
    // The place where "Metadata Vocabulary for Tabular Data" looks for it by default.
    beside += "-metadata.json";
    return beside;
}

EventsWritten write_events(const events::EventTable& table, const std::filesystem::path& file, EventFormat format,
                           const EventWriteOptions& options) {
    if (table.size() == 0) throw base::Error("write.no_rows", {{"path", file.string()}});
    const auto sink = sink_for(format, file, options.metadata);
    Rows rows(table, file, options);
    rows.write_to(*sink);
    rows.verify(*sink, format);

    EventsWritten written;
    written.rows = table.size();
    written.bytes = std::filesystem::file_size(sink->path());
    written.guarded = sink->guarded();
    const auto beside = metadata_file_of(file, format);
    std::optional<base::PendingFile> metadata;
    if (!beside.empty()) {
        const std::string json =
            metadata_json(options.metadata, file.filename().string(), format == EventFormat::csv);
        metadata.emplace(beside);
        metadata->write(std::as_bytes(std::span(json)));
    }
    sink->commit();
    written.files.push_back(file);
    if (metadata) {
        metadata->commit();
        written.files.push_back(beside);
    }
    return written;
}

}  // namespace harmattan::io
