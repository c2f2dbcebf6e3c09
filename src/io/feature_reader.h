// Points, lines and polygons from all formats that GDAL reads for us, and from CSV.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/feature_table.h"
#include "io/read_report.h"

namespace harmattan::io {

// Something about a whole file that people should know, such as what was assumed: a message's key and values.
struct FileNote {
    std::string key;
    base::NamedValues values;
};

// The sentence.
std::string words(base::Language language, const FileNote& note);

struct FeaturesRead {
    std::string layer;
    features::FeatureTable table;
    ReadReport report;  // features without or with unusable geometry are rejected with their number and reason
    std::string crs;    // the reference system's name; empty when the layer has none
    bool crs_assumed = false;     // it has none, and its coordinates were taken for WGS 84
    std::vector<FileNote> notes;  // of files beside it that are missing
};

// What a file is, by its content and never by its name.
enum class FileKind {
    events_csv,
    geopackage,
    geojson,
    geojson_sequence,  // one GeoJSON text a line, or each after a record separator (RFC 8142)
    topojson,
    flatgeobuf,
    shapefile,        // its .shp
    shapefile_index,  // its .shx, which says nothing without the .shp
    shapefile_zip,
    dbase,  // a .dbf, by itself or beside a .shp
    kml,
    kmz,
    sqlite,  // with or without SpatiaLite
    xlsx,
    xls,
    ods,
    parquet,
    arrow,
    raster,  // of any of the formats of io/raster_format.h
    story_toml,
    unknown
};

// Looks at the first 64 KiB, at a zip archive's table of contents, of a packed text at the text in it, and for one
// long GeoJSON Feature as far as its end. Throws Error "file.missing", "file.is_folder", "file.is_url" (a URL,
// /vsi path or connection string where a path is meant), "file.not_regular" (a pipe or device),
// "file.cannot_read", "file.empty", "file.web_page", and those of kind_inside() (io/packed_content.h).
FileKind identify(const std::filesystem::path& file);

// Layer names of a file (sheets of a workbook), in its order.
std::vector<std::string> layer_names(const std::filesystem::path& file);

// One layer (by default the only one with geometry; "features.several_layers" with their names otherwise),
// transformed to WGS 84 when it has another CRS (a layer without one is taken to have it). Opened with exactly one
// GDAL driver, chosen by content. Curves become lines, heights are dropped, the parts of a collection are taken
// apart. The table has one kind of geometry: the layer's, or the one most features have; others are rejected with
// their reason. Throws Error "features.unknown_format", "features.cannot_open", "features.no_layer",
// "features.no_geometry", "features.cannot_transform", "features.read_failed", those of GdalDataset's constructor
// and those of identify().
FeaturesRead read_features(const std::filesystem::path& file, const std::optional<std::string>& layer = {});

// The same from memory: FlatGeobuf, GeoJSON, TopoJSON or KML.
FeaturesRead read_features(std::span<const std::byte> bytes, std::string name);

// Points from CSV with the columns longitude and latitude (embedded towns and names). Throws what reading events
// from CSV throws for the text's form.
FeaturesRead read_points_csv(std::string_view text, std::string name);

}  // namespace harmattan::io
