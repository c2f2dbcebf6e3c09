// Points, lines and polygons from GeoPackage, GeoJSON, FlatGeobuf (through GDAL) and CSV.
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

struct FeaturesRead {
    std::string layer;
    features::FeatureTable table;
    ReadReport report;  // features without or with unusable geometry are rejected with their number and reason
};

// What a file is, by its content and never by its name.
enum class FileKind { events_csv, geopackage, geojson, flatgeobuf, story_toml, unknown };

// Looks at the first 64 KiB; of a gzip or zip file at those of the text in it, and throws as kind_inside() does
// (io/packed_content.h) where it holds none. Throws Error "file.missing", "file.is_folder", "file.is_url" (a URL, /vsi path or
// connection string where a path is meant), "file.not_regular" (a pipe or device), "file.cannot_read",
// "file.empty".
FileKind identify(const std::filesystem::path& file);

// Layer names of a file, in its order.
std::vector<std::string> layer_names(const std::filesystem::path& file);

// One layer (by default the only one with geometry; "features.several_layers" with their names otherwise),
// transformed to WGS 84 when it has another CRS (a layer without one is taken to have it). Opened with exactly one
// GDAL driver, chosen by content. Curves become lines, heights are dropped, the parts of a collection are taken
// apart. The table has one kind of geometry: the layer's, or the one most features have; others are rejected with
// their reason. Throws Error "features.unknown_format", "features.cannot_open", "features.no_layer",
// "features.no_geometry", "features.cannot_transform", "features.read_failed", and those of identify().
FeaturesRead read_features(const std::filesystem::path& file, const std::optional<std::string>& layer = {});

// The same from memory: FlatGeobuf or GeoJSON.
FeaturesRead read_features(std::span<const std::byte> bytes, std::string name);

// Points from CSV with the columns longitude and latitude (embedded towns and names). Throws what reading events
// from CSV throws for the text's form.
FeaturesRead read_points_csv(std::string_view text, std::string name);

}  // namespace harmattan::io
