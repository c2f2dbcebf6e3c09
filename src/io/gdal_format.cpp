#include "io/gdal_format.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>

#include <dlfcn.h>

#include <cpl_conv.h>
#include <cpl_http.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

constexpr std::array<GdalFormat, 13> formats{{
    {FileKind::geopackage, "GPKG", "GeoPackage", "gpkg", RegisterOGRGeoPackage},
    {FileKind::geojson, "GeoJSON", "GeoJSON", nullptr, RegisterOGRGeoJSON},
    {FileKind::geojson_sequence, "GeoJSONSeq", "GeoJSON sequence", nullptr, RegisterOGRGeoJSONSeq},
    {FileKind::topojson, "TopoJSON", "TopoJSON", nullptr, RegisterOGRTopoJSON},
    {FileKind::flatgeobuf, "FlatGeobuf", "FlatGeobuf", nullptr, RegisterOGRFlatGeobuf},
    {FileKind::shapefile, "ESRI Shapefile", "Shapefile", "shp", RegisterOGRShape},
    {FileKind::shapefile_zip, "ESRI Shapefile", "Shapefile (zip)", "zip", RegisterOGRShape},
    {FileKind::dbase, "ESRI Shapefile", "dBASE", "dbf", RegisterOGRShape},
    {FileKind::kml, "LIBKML", "KML", nullptr, RegisterOGRLIBKML},
    {FileKind::kmz, "LIBKML", "KMZ", "kmz", RegisterOGRLIBKML},
    {FileKind::sqlite, "SQLite", "SQLite", "sqlite", RegisterOGRSQLite},
    {FileKind::parquet, "Parquet", "Parquet", "parquet", nullptr},
    {FileKind::arrow, "Arrow", "Arrow", "arrow", nullptr},
}};

// What a driver asks the network for (a reference system named by its address, say) it does not get.
CPLHTTPResult* refuse_to_fetch(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                               void*) {
    auto* const result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = -1;
    result->pszErrBuf = CPLStrdup("no address is fetched");
    return result;
}

// For the whole process, once: GDAL is used by nothing that would want them otherwise.
void configure() {
    CPLHTTPSetFetchCallback(refuse_to_fetch, nullptr);
    // No file begins with a blank, so no address passes.
    CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", " ");
    OSRSetPROJEnableNetwork(FALSE);
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");  // no looking for files beside
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");                     // nor writing such
    CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");                    // it would write over what the links lead to
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "2048");           // MiB in memory: some 6 million vertices
    CPLSetConfigOption("OGR_SQLITE_PRAGMA", "trusted_schema=0");
    CPLSetConfigOption("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO");  // tables that stand for other files
}

// Some builds of GDAL have the driver inside, some as a plugin, Debian's not at all.
bool register_optional(const GdalFormat& format) {
    const std::string function = std::string("RegisterOGR") + format.driver;
    if (void* const found = ::dlsym(RTLD_DEFAULT, function.c_str()))
        reinterpret_cast<void (*)()>(found)();
    else
        GetGDALDriverManager()->AutoLoadDrivers();
    return GetGDALDriverManager()->GetDriverByName(format.driver) != nullptr;
}

}  // namespace

const GdalFormat* gdal_format(FileKind kind) {
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const GdalFormat& format) { return format.kind == kind; });
    return found == formats.end() ? nullptr : &*found;
}

bool is_sheet_kind(FileKind kind) {
    return kind == FileKind::xlsx || kind == FileKind::xls || kind == FileKind::ods;
}

std::string format_name(FileKind kind) {
    if (kind == FileKind::xlsx) return "Excel (.xlsx)";
    if (kind == FileKind::xls) return "Excel (.xls)";
    if (kind == FileKind::ods) return "OpenDocument (.ods)";
    const GdalFormat* const format = gdal_format(kind);
    return format != nullptr ? format->name : std::string();
}

void require_driver(const GdalFormat& format, const std::string& file) {
    static std::once_flag once;
    static std::mutex registering;
    std::call_once(once, configure);
    const std::lock_guard lock(registering);
    // Only the drivers that are asked for: registering all of GDAL's costs more than reading the base map, and
    // each is a door.
    if (GetGDALDriverManager()->GetDriverByName(format.driver) != nullptr) return;
    if (format.register_driver != nullptr)
        format.register_driver();
    else if (!register_optional(format))
        throw base::Error("gdal.no_driver",
                          {{"file", file}, {"format", format.name}, {"gdal", GDALVersionInfo("RELEASE_NAME")}});
}

}  // namespace harmattan::io
