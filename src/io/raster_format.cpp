#include "io/raster_format.h"

#include <gdal_frmts.h>

#include "io/ascii_case.h"

namespace harmattan::io {
namespace {

using namespace std::string_view_literals;

struct Known {
    std::string_view beginning;
    GdalFormat format;
};

constexpr GdalFormat tiff{FileKind::raster, "GTiff", "GeoTIFF", nullptr, GDALRegister_GTiff};
constexpr GdalFormat jpeg2000{FileKind::raster, "JP2OpenJPEG", "JPEG 2000", nullptr, GDALRegister_JP2OpenJPEG};
constexpr GdalFormat netcdf{FileKind::raster, "netCDF", "netCDF", nullptr, GDALRegister_netCDF};
constexpr GdalFormat ascii_grid{FileKind::raster, "AAIGrid", "Arc/Info ASCII grid", nullptr, GDALRegister_AAIGrid};

constexpr std::array<Known, 13> known{{
    {"II*\0"sv, tiff},
    {"MM\0*"sv, tiff},
    {"II+\0"sv, tiff},  // BigTIFF
    {"MM\0+"sv, tiff},
    {"\x89PNG\r\n\x1a\n"sv, {FileKind::raster, "PNG", "PNG", nullptr, GDALRegister_PNG}},
    {"\xff\xd8\xff"sv, {FileKind::raster, "JPEG", "JPEG", nullptr, GDALRegister_JPEG}},
    {"\0\0\0\x0cjP  \r\n\x87\n"sv, jpeg2000},
    {"\xff\x4f\xff\x51"sv, jpeg2000},
    {"EHFA_HEADER_TAG"sv, {FileKind::raster, "HFA", "Erdas Imagine", nullptr, GDALRegister_HFA}},
    {"CDF\x01"sv, netcdf},
    {"CDF\x02"sv, netcdf},
    {"CDF\x05"sv, netcdf},
    {"\x89HDF\r\n\x1a\n"sv, netcdf},
}};

// "ncols 250", then "nrows ...".
bool is_ascii_grid(std::string_view bytes) {
    const std::string first = ascii_lower(bytes.substr(0, 256));
    return first.starts_with("ncols") && first.size() > 5 && (first[5] == ' ' || first[5] == '\t') &&
           first.find("nrows") != std::string::npos;
}

}  // namespace

const GdalFormat* raster_format(std::string_view bytes) {
    for (const Known& one : known)
        if (bytes.starts_with(one.beginning)) return &one.format;
    return is_ascii_grid(bytes) ? &ascii_grid : nullptr;
}

}  // namespace harmattan::io
