#include "io/feature_reader.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/file_kind.h"
#include "io/gdal_dataset.h"
#include "io/gdal_format.h"
#include "io/gdal_table.h"
#include "io/layer_reader.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

std::string joined(const std::vector<std::string>& names) {
    return shortened(fmt::format("{}", fmt::join(names, ", ")), 400);
}

// The layer of that name, or the only one with geometry.
OGRLayer& choose_layer(const GdalDataset& dataset, const std::optional<std::string>& wanted) {
    if (wanted) {
        if (OGRLayer* const layer = dataset->GetLayerByName(wanted->c_str())) return *layer;
        throw base::Error(
            "features.no_layer",
            {{"file", dataset.name()}, {"layer", *wanted}, {"found", joined(dataset.layer_names())}});
    }
    std::vector<std::string> names;
    OGRLayer* only = nullptr;
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        OGRLayer* const layer = dataset->GetLayer(i);
        if (layer->GetGeomType() == wkbNone || !dataset.holds_features(*layer)) continue;
        names.emplace_back(layer->GetName());
        only = layer;
    }
    if (only == nullptr) throw base::Error("features.no_geometry", {{"file", dataset.name()}});
    if (names.size() > 1)
        throw base::Error("features.several_layers", {{"file", dataset.name()}, {"layers", joined(names)}});
    return *only;
}

FeaturesRead read_dataset(const GdalDataset& dataset, const std::optional<std::string>& wanted) {
    GdalMessages messages;
    FeaturesRead read = read_layer(choose_layer(dataset, wanted), dataset);
    read.report.layout = gdal_format(dataset.kind())->name;
    return read;
}

}  // namespace

std::vector<std::string> layer_names(const std::filesystem::path& file) {
    return table_names(file);
}

FeaturesRead read_features(const std::filesystem::path& file, const std::optional<std::string>& layer) {
    const FileKind kind = identify(file);
    if (is_sheet_kind(kind)) throw base::Error("features.no_geometry", {{"file", file.string()}});
    return read_dataset(GdalDataset(file, kind), layer);
}

FeaturesRead read_features(std::span<const std::byte> bytes, std::string name) {
    const FileKind kind = kind_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return read_dataset(GdalDataset(bytes, kind, std::move(name)), std::nullopt);
}

}  // namespace harmattan::io
