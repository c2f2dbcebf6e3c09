#include "io/gdal_dataset.h"

#include <array>
#include <atomic>
#include <mutex>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

void CPL_STDCALL keep_failure(CPLErr severity, CPLErrorNum, const char* message) {
    auto& failure = *static_cast<std::optional<std::string>*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && !failure) failure = message;
}

// Only these drivers: registering all of GDAL's costs more than reading the base map, and each is a door.
void register_drivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");    // no looking for files beside
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{noext}");  // no network
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRFlatGeobuf();
    });
}

const char* driver_of(FileKind kind) {
    switch (kind) {
        case FileKind::geopackage:
            return "GPKG";
        case FileKind::geojson:
            return "GeoJSON";
        default:
            return "FlatGeobuf";
    }
}

}  // namespace

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(keep_failure, &failure_);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

std::optional<std::string> GdalMessages::take_failure() {
    return std::exchange(failure_, std::nullopt);
}

void GdalDatasetCloser::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

GdalDatasetPtr open_dataset(const std::string& path, FileKind kind, const std::string& name,
                            GdalMessages& messages) {
    register_drivers();
    const std::array<const char*, 2> drivers{driver_of(kind), nullptr};
    GdalDatasetPtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    const auto failure = messages.take_failure();
    // A FlatGeobuf whose header is broken opens with no layer, and GDAL has said why.
    if (!dataset || (failure && dataset->GetLayerCount() == 0))
        throw base::Error("features.cannot_open",
                          {{"file", name}, {"reason", failure.value_or(fmt::format("GDAL {}", drivers[0]))}});
    return dataset;
}

GdalMemoryFile::GdalMemoryFile(std::span<const std::byte> bytes) {
    static std::atomic<unsigned> count{0};
    path_ = fmt::format("/vsimem/harmattan-io-{}", count++);
    // GDAL takes a pointer to what may change, but opens these bytes for reading only.
    auto* const begin = reinterpret_cast<GByte*>(const_cast<std::byte*>(bytes.data()));
    if (VSILFILE* const file = VSIFileFromMemBuffer(path_.c_str(), begin, bytes.size(), FALSE)) VSIFCloseL(file);
}

GdalMemoryFile::~GdalMemoryFile() {
    VSIUnlink(path_.c_str());
}

}  // namespace harmattan::io
