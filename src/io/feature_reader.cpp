#include "io/feature_reader.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/file_kind.h"
#include "io/gdal_dataset.h"
#include "io/layer_reader.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

const char* format_name(FileKind kind) {
    switch (kind) {
        case FileKind::geopackage:
            return "GeoPackage";
        case FileKind::geojson:
            return "GeoJSON";
        default:
            return "FlatGeobuf";
    }
}

void require_features(FileKind kind, const std::string& name) {
    if (kind != FileKind::geopackage && kind != FileKind::geojson && kind != FileKind::flatgeobuf)
        throw base::Error("features.unknown_format", {{"file", name}});
}

std::vector<std::string> names_of(GDALDataset& dataset) {
    std::vector<std::string> names;
    for (const OGRLayer* layer : dataset.GetLayers()) names.emplace_back(const_cast<OGRLayer*>(layer)->GetName());
    return names;
}

std::string joined(const std::vector<std::string>& names) {
    return shortened(fmt::format("{}", fmt::join(names, ", ")), 400);
}

// The layer of that name, or the only one with geometry.
OGRLayer& choose_layer(GDALDataset& dataset, const std::optional<std::string>& wanted, const std::string& file) {
    if (wanted) {
        if (OGRLayer* const layer = dataset.GetLayerByName(wanted->c_str())) return *layer;
        throw base::Error("features.no_layer",
                          {{"file", file}, {"layer", *wanted}, {"found", joined(names_of(dataset))}});
    }
    std::vector<std::string> names;
    OGRLayer* only = nullptr;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (layer->GetGeomType() == wkbNone) continue;
        names.emplace_back(layer->GetName());
        only = layer;
    }
    if (only == nullptr) throw base::Error("features.no_geometry", {{"file", file}});
    if (names.size() > 1)
        throw base::Error("features.several_layers", {{"file", file}, {"layers", joined(names)}});
    return *only;
}

FeaturesRead read_dataset(const std::string& path, FileKind kind, const std::string& name,
                          const std::optional<std::string>& wanted) {
    GdalMessages messages;
    const GdalDatasetPtr dataset = open_dataset(path, kind, name, messages);
    OGRLayer& layer = choose_layer(*dataset, wanted, name);
    FeaturesRead read = read_layer(layer, name, messages);
    read.report.layout = format_name(kind);
    return read;
}

// Absolute, so that no name can look like anything but a path to GDAL.
std::string path_for_gdal(const std::filesystem::path& file) {
    return std::filesystem::absolute(file).string();
}

}  // namespace

std::vector<std::string> layer_names(const std::filesystem::path& file) {
    const FileKind kind = identify(file);
    require_features(kind, file.string());
    GdalMessages messages;
    return names_of(*open_dataset(path_for_gdal(file), kind, file.string(), messages));
}

FeaturesRead read_features(const std::filesystem::path& file, const std::optional<std::string>& layer) {
    const FileKind kind = identify(file);
    require_features(kind, file.string());
    return read_dataset(path_for_gdal(file), kind, file.string(), layer);
}

FeaturesRead read_features(std::span<const std::byte> bytes, std::string name) {
    const FileKind kind = kind_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (kind == FileKind::geopackage) throw base::Error("features.unknown_format", {{"file", name}});
    require_features(kind, name);
    const GdalMemoryFile memory(bytes);
    return read_dataset(memory.path(), kind, name, std::nullopt);
}

}  // namespace harmattan::io
