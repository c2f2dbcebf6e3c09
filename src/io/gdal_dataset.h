// GDAL held on a short lead: one driver a format, read-only, no network, its messages caught.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/feature_reader.h"

class GDALDataset;
class OGRLayer;

namespace harmattan::io {

class LinkFolder;
class SqliteSteps;

// While it lives, what GDAL says on this thread comes here instead of to the terminal.
class GdalMessages {
  public:
    GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    ~GdalMessages();

    // The first failure since the last call.
    std::optional<std::string> take_failure();

  private:
    std::optional<std::string> failure_;
};

// A dataset and what it needs for as long as it is open.
class GdalDataset {
  public:
    // Opens with the one driver of `kind`, read-only, without looking at other files than a Shapefile's own
    // siblings. The file must be what identify() says it is. Throws Error "features.cannot_open" (file, format,
    // reason), "features.unknown_format" for kinds that GDAL does not read for us, "gdal.no_driver",
    // "gdal.no_temporary_folder", and by the format "sqlite.virtual_table", "sqlite.cut", "sqlite.too_much_work",
    // "shapefile.no_such_part", "kml.document_type", "zip.damaged", "zip.too_large", "zip.bomb".
    GdalDataset(const std::filesystem::path& file, FileKind kind);
    // From memory, under the name `name` in messages: formats that are one file without a name of its own
    // (GeoJSON, a sequence of it, TopoJSON, FlatGeobuf, KML).
    GdalDataset(std::span<const std::byte> bytes, FileKind kind, std::string name);
    // A database server: `connection` is what GDAL gets, `name` what people see instead of it, and whatever of
    // `secrets` turns up in GDAL's messages is hidden. Throws Error "postgis.cannot_connect" (file, reason).
    struct Server {
        std::string connection, name;
        std::vector<std::string> secrets, options;  // options: KEY=VALUE, for GDAL's driver
    };
    explicit GdalDataset(const Server& server);
    GdalDataset(const GdalDataset&) = delete;
    GdalDataset& operator=(const GdalDataset&) = delete;
    ~GdalDataset();

    GDALDataset& operator*() const { return *dataset_; }
    GDALDataset* operator->() const { return dataset_; }
    const std::string& name() const { return name_; }
    FileKind kind() const { return kind_; }
    // What was assumed because a sibling is missing.
    const std::vector<FileNote>& notes() const { return notes_; }
    std::vector<std::string> layer_names() const;
    // False for a layer that only groups others, as KML's folders do.
    bool holds_features(OGRLayer& layer) const;

    // Before each reading of a layer from its first feature.
    void begin_reading(OGRLayer& layer) const;
    // Throws what stands behind GDAL's failure message: Error "sqlite.too_much_work" (file), "sqlite.refused_view"
    // (file), "features.object_too_large" (file, limit), else "features.read_failed" (file, reason).
    [[noreturn]] void fail_reading(const std::string& reason) const;
    // The same for a layer that has neither columns nor shapes: also "sqlite.view_failed" (file, table, reason).
    [[noreturn]] void fail_without_columns(const std::string& layer) const;

  private:
    std::string path_for_gdal(const std::filesystem::path& file);
    std::string shapefile_path(const std::filesystem::path& file);
    std::string path_in_zip(const std::filesystem::path& file);
    void check_kmz(const std::filesystem::path& file);
    void open(const std::string& path);
    std::string for_people(std::string reason) const;

    std::string name_, path_;  // for people, for GDAL
    std::vector<std::string> secrets_;
    FileKind kind_;
    std::vector<FileNote> notes_;
    std::unique_ptr<LinkFolder> links_;
    std::unique_ptr<SqliteSteps> steps_;
    std::string memory_path_;  // to be unlinked
    GDALDataset* dataset_ = nullptr;
};

}  // namespace harmattan::io
