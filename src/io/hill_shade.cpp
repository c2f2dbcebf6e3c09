#include "io/hill_shade.h"

#include <cmath>
#include <limits>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <fmt/core.h>

#include "io/gdal_dataset.h"

namespace harmattan::io {
namespace {

constexpr double no_elevation = -32768;

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

DatasetPtr as_dataset(const features::RasterGrid& grid) {
    DatasetPtr made(GetGDALDriverManager()->GetDriverByName("MEM")->Create("", grid.width, grid.height, 1,
                                                                           GDT_Float32, nullptr));
    if (!made) return made;
    std::array<double, 6> place{grid.box.min_x_m,
                                grid.box.width_m() / grid.width,
                                0,
                                grid.box.max_y_m,
                                0,
                                -grid.box.height_m() / grid.height};
    made->SetGeoTransform(place.data());
    std::vector<float> values = grid.values;
    for (float& value : values)
        if (std::isnan(value)) value = static_cast<float>(no_elevation);
    GDALRasterBand& band = *made->GetRasterBand(1);
    band.SetNoDataValue(no_elevation);
    const auto written = band.RasterIO(GF_Write, 0, 0, grid.width, grid.height, values.data(), grid.width,
                                       grid.height, GDT_Float32, 0, 0, nullptr);
    return written == CE_None ? std::move(made) : DatasetPtr();
}

// One of gdaldem's works (https://gdal.org/programs/gdaldem.html).
std::vector<float> processed(const RasterSource& source, GDALDataset& elevations, const char* work,
                             std::initializer_list<const char*> arguments) {
    GdalMessages messages;
    CPLStringList list;
    for (const char* argument : {"-of", "MEM", "-compute_edges"}) list.AddString(argument);
    for (const char* argument : arguments) list.AddString(argument);
    const std::unique_ptr<GDALDEMProcessingOptions, void (*)(GDALDEMProcessingOptions*)> options(
        GDALDEMProcessingOptionsNew(list.List(), nullptr), GDALDEMProcessingOptionsFree);
    const DatasetPtr made(GDALDataset::FromHandle(
        GDALDEMProcessing("", GDALDataset::ToHandle(&elevations), work, nullptr, options.get(), nullptr)));
    const int width = elevations.GetRasterXSize(), height = elevations.GetRasterYSize();
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (!made || made->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, width, height, values.data(), width, height,
                                                  GDT_Float32, 0, 0, nullptr) != CE_None)
        source.fail(messages.take_failure().value_or("GDAL"));
    return values;
}

// What makes the slope (in percent) of the twentieth part of the cells that is steepest at least 100.
double exaggeration(std::vector<float> slopes) {
    std::erase_if(slopes, [](float slope) { return !(slope >= 0); });
    if (slopes.empty()) return 1;
    const auto place = slopes.begin() + static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(slopes.size() - 1));
    std::nth_element(slopes.begin(), place, slopes.end());
    return std::clamp(100.0 / std::max(static_cast<double>(*place), 1e-6), 1.0, greatest_exaggeration);
}

}  // namespace

std::vector<float> hill_shaded(const RasterSource& source, const features::RasterGrid& elevations) {
    const DatasetPtr dataset = as_dataset(elevations);
    if (!dataset) source.fail(fmt::format("{} x {}", elevations.width, elevations.height));
    const std::string z = fmt::format("{:.6g}", exaggeration(processed(source, *dataset, "slope", {"-p"})));
    std::vector<float> light = processed(source, *dataset, "hillshade", {"-multidirectional", "-z", z.c_str()});
    for (std::size_t i = 0; i < light.size(); ++i)
        light[i] = std::isnan(elevations.values[i]) ? std::numeric_limits<float>::quiet_NaN()
                                                    : (light[i] - 1) / 254;  // GDAL's range is 1 to 255
    return light;
}

}  // namespace harmattan::io
