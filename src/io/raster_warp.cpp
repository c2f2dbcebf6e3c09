#include "io/raster_warp.h"

#include <cmath>
#include <limits>

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdalwarper.h>

#include <fmt/core.h>

#include "base/error.h"
#include "io/gdal_dataset.h"

namespace harmattan::io {
namespace {

constexpr float no_value = std::numeric_limits<float>::quiet_NaN();
constexpr double greatest_cells_read = 6e9;  // without overviews some minutes
constexpr double margin_cells = 3;           // what cubic convolution looks at beyond a place

struct Window {
    int column = 0, row = 0, width = 0, height = 0;  // of the file's grid
    bool is_empty() const { return width <= 0 || height <= 0; }
};

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

// A dataset in memory: bands of floats for values, of bytes for a picture.
DatasetPtr make_memory_dataset(const RasterSource& source, int width, int height, int bands, GDALDataType type) {
    constexpr GdalFormat memory{FileKind::raster, "MEM", "GDAL MEM", nullptr, GDALRegister_MEM};
    require_driver(memory, source.name());
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
    DatasetPtr made(driver->Create("", width, height, bands, type, nullptr));
    if (!made) source.fail(fmt::format("{} x {} x {}", width, height, bands));
    return made;
}

// From cells of the wanted grid to cells of the thinned part of the file.
struct PlaneToThinned {
    const RasterSource& source;
    const geo::Projection& projection;
    const WantedGrid& wanted;
    Window window;
    double columns_a_cell = 1, rows_a_cell = 1;  // of the file, for one of the thinned part

    std::vector<CellPlace> file_places(std::span<const double> x, std::span<const double> y) const {
        std::vector<geo::LonLat> at;
        for (std::size_t i = 0; i < x.size(); ++i)
            at.push_back(projection.inverse({wanted.box.min_x_m + x[i] / wanted.width * wanted.box.width_m(),
                                             wanted.box.max_y_m - y[i] / wanted.height * wanted.box.height_m()}));
        std::vector<CellPlace> places(at.size());
        source.to_cells(at, places);
        return places;
    }
};

// GDAL's form of it; only the way back from the target is ever asked for.
int transform_places(void* argument, int to_source, int count, double* x, double* y, double*, int* is_placed) {
    const auto& way = *static_cast<const PlaneToThinned*>(argument);
    const auto n = static_cast<std::size_t>(count);
    if (!to_source) {
        std::fill_n(is_placed, n, FALSE);
        return FALSE;
    }
    const auto places = way.file_places({x, n}, {y, n});
    for (std::size_t i = 0; i < n; ++i) {
        is_placed[i] = std::isfinite(places[i].column) && std::isfinite(places[i].row);
        x[i] = (places[i].column - way.window.column) / way.columns_a_cell;
        y[i] = (places[i].row - way.window.row) / way.rows_a_cell;
    }
    return TRUE;
}

// The part of the file that the wanted grid covers, found by a net of places.
Window window_of(const PlaneToThinned& way) {
    constexpr int steps = 48;
    std::vector<double> x, y;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            x.push_back(static_cast<double>(way.wanted.width) * i / steps);
            y.push_back(static_cast<double>(way.wanted.height) * j / steps);
        }
    double left = 1e18, right = -1e18, top = 1e18, bottom = -1e18;
    for (const CellPlace& place : way.file_places(x, y)) {
        if (!std::isfinite(place.column) || !std::isfinite(place.row)) continue;
        left = std::min(left, place.column);
        right = std::max(right, place.column);
        top = std::min(top, place.row);
        bottom = std::max(bottom, place.row);
    }
    // Between two places of the net the outline may bulge.
    const double x_margin = margin_cells + (right - left) / steps,
                 y_margin = margin_cells + (bottom - top) / steps;
    const auto clamped = [](double at, int limit) {
        return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(limit)));
    };
    Window window;
    window.column = clamped(std::floor(left - x_margin), way.source.width());
    window.row = clamped(std::floor(top - y_margin), way.source.height());
    window.width = clamped(std::ceil(right + x_margin), way.source.width()) - window.column;
    window.height = clamped(std::ceil(bottom + y_margin), way.source.height()) - window.row;
    return window;
}

// How many cells a side are read of a window: as many as the wanted grid has there, up to twice as fine.
int thinned(int cells, double wanted) {
    const int factor = static_cast<int>(std::max(1.0, std::floor(cells / std::max(wanted, 1.0))));
    return std::max(1, (cells + factor - 1) / factor);
}

// What would have to be read of the file or of its fittest overview.
void check_effort(const RasterSource& source, const Window& window, int width, int height) {
    const double all = static_cast<double>(source.width()) * source.height();
    double read = static_cast<double>(window.width) * window.height;
    const double needed = static_cast<double>(width) * height;
    GDALRasterBand& band = source.band();
    const double window_share = read / all;
    for (int i = 0; i < band.GetOverviewCount(); ++i) {
        GDALRasterBand* const overview = band.GetOverview(i);
        if (overview == nullptr) continue;
        const double cells = window_share * overview->GetXSize() * overview->GetYSize();
        if (cells >= needed) read = std::min(read, cells);
    }
    if (read > greatest_cells_read)
        throw base::Error("raster.too_much", {{"file", source.name()},
                                              {"cells", fmt::format("{:.0f}", read / 1e6)},
                                              {"limit", fmt::format("{:.0f}", greatest_cells_read / 1e6)}});
}

void read_band(const RasterSource& source, GDALRasterBand& band, const Window& window, int width, int height,
               GDALDataType type, void* to, bool averages) {
    GdalMessages messages;
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = averages ? GRIORA_Average : GRIORA_NearestNeighbour;
    if (band.RasterIO(GF_Read, window.column, window.row, window.width, window.height, to, width, height, type, 0,
                      0, &how) != CE_None)
        source.fail(messages.take_failure().value_or("GDAL"));
}

std::vector<float> read_values(const RasterSource& source, const Window& window, int width, int height) {
    check_effort(source, window, width, height);
    GDALRasterBand& band = source.band();
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    read_band(source, band, window, width, height, GDT_Float32, values.data(), !source.options().keeps_cells);
    int has_no_data = FALSE, has_scale = FALSE, has_offset = FALSE;
    const auto no_data = static_cast<float>(band.GetNoDataValue(&has_no_data));
    const double scale = band.GetScale(&has_scale), offset = band.GetOffset(&has_offset);
    for (float& value : values) {
        if (!std::isfinite(value) || (has_no_data && value == no_data))
            value = no_value;
        else if (has_scale || has_offset)
            value = static_cast<float>(static_cast<double>(value) * (has_scale ? scale : 1) +
                                       (has_offset ? offset : 0));
    }
    return values;
}

bool has_palette(const RasterSource& source) {
    return source.band().GetColorTable() != nullptr;
}

// Red, green, blue and opacity, one after the other.
std::vector<std::uint8_t> read_picture(const RasterSource& source, const Window& window, int width, int height) {
    check_effort(source, window, width, height);
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::vector<std::uint8_t> planes(4 * count);
    GDALDataset& dataset = *source;
    if (has_palette(source)) {
        const GDALColorTable& table = *source.band().GetColorTable();
        std::vector<std::int32_t> index(count);
        read_band(source, source.band(), window, width, height, GDT_Int32, index.data(), false);
        for (std::size_t i = 0; i < count; ++i) {
            const GDALColorEntry* const entry = table.GetColorEntry(index[i]);
            const std::array<short, 4> parts = entry == nullptr
                                                   ? std::array<short, 4>{0, 0, 0, 0}
                                                   : std::array{entry->c1, entry->c2, entry->c3, entry->c4};
            for (std::size_t c = 0; c < 4; ++c) planes[c * count + i] = static_cast<std::uint8_t>(parts[c]);
        }
        return planes;
    }
    const bool is_bytes = source.band().GetRasterDataType() == GDT_Byte;
    if (dataset.GetRasterCount() < 3 || !is_bytes)
        throw base::Error("raster.not_picture", {{"file", source.name()}});
    for (int c = 0; c < 3; ++c)
        read_band(source, *dataset.GetRasterBand(c + 1), window, width, height, GDT_Byte,
                  planes.data() + static_cast<std::size_t>(c) * count, !source.options().keeps_cells);
    read_band(source, *dataset.GetRasterBand(1)->GetMaskBand(), window, width, height, GDT_Byte,
              planes.data() + 3 * count, !source.options().keeps_cells);
    return planes;
}

// Writes a whole band of a dataset in memory, or takes it out.
void copy_band(const RasterSource& source, GDALRWFlag way, GDALDataset& dataset, std::size_t band,
               GDALDataType type, void* cells) {
    const int width = dataset.GetRasterXSize(), height = dataset.GetRasterYSize();
    if (dataset.GetRasterBand(static_cast<int>(band))
            ->RasterIO(way, 0, 0, width, height, cells, width, height, type, 0, 0, nullptr) != CE_None)
        source.fail("GDAL MEM");
}

// Carries values on by one cell into what is missing.
void fill_edge(const RasterSource& source, GDALDataset& dataset, const std::vector<float>& values) {
    std::vector<std::uint8_t> is_known;
    for (const float value : values) is_known.push_back(std::isnan(value) ? 0 : 255);
    const auto mask = make_memory_dataset(source, dataset.GetRasterXSize(), dataset.GetRasterYSize(), 1, GDT_Byte);
    copy_band(source, GF_Write, *mask, 1, GDT_Byte, is_known.data());
    constexpr double reach_cells = 1.5;  // also over the corner
    GdalMessages messages;
    CPLStringList options;
    options.SetNameValue("TEMP_FILE_DRIVER", "MEM");  // nothing is written beside anybody's files
    if (GDALFillNodata(dataset.GetRasterBand(1), mask->GetRasterBand(1), reach_cells, 0, 0, options.List(),
                       nullptr, nullptr) != CE_None)
        source.fail(messages.take_failure().value_or("GDAL"));
}

// The warper's own transformer asks for the exact place of only so many cells that the others are within an eighth
// of a cell of theirs.
void warp(const RasterSource& source, GDALDataset& from, GDALDataset& to, PlaneToThinned& way, bool has_opacity) {
    GdalMessages messages;
    std::unique_ptr<GDALWarpOptions, void (*)(GDALWarpOptions*)> options(GDALCreateWarpOptions(),
                                                                         GDALDestroyWarpOptions);
    options->hSrcDS = GDALDataset::ToHandle(&from);
    options->hDstDS = GDALDataset::ToHandle(&to);
    const bool is_cubic = way.wanted.may_overshoot && from.GetRasterXSize() < way.wanted.width;
    options->eResampleAlg = source.options().keeps_cells ? GRA_NearestNeighbour
                            : is_cubic                   ? GRA_Cubic
                                                         : GRA_Bilinear;
    const int colours = has_opacity ? 3 : 1;
    options->nBandCount = colours;
    options->panSrcBands = static_cast<int*>(CPLMalloc(sizeof(int) * 3));
    options->panDstBands = static_cast<int*>(CPLMalloc(sizeof(int) * 3));
    for (int c = 0; c < colours; ++c) options->panSrcBands[c] = options->panDstBands[c] = c + 1;
    if (has_opacity) {
        options->nSrcAlphaBand = options->nDstAlphaBand = 4;
    } else {
        GDALWarpInitSrcNoDataReal(options.get(), std::numeric_limits<double>::quiet_NaN());
        GDALWarpInitDstNoDataReal(options.get(), std::numeric_limits<double>::quiet_NaN());
        options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "INIT_DEST", "NO_DATA");
    }
    const std::unique_ptr<void, void (*)(void*)> approximate(
        GDALCreateApproxTransformer(transform_places, &way, 0.125), GDALDestroyApproxTransformer);
    options->pfnTransformer = GDALApproxTransform;
    options->pTransformerArg = approximate.get();
    GDALWarpOperation operation;
    if (operation.Initialize(options.get()) != CE_None ||
        operation.ChunkAndWarpImage(0, 0, way.wanted.width, way.wanted.height) != CE_None)
        source.fail(messages.take_failure().value_or("GDAL"));
}

// Which part of the file is read, and how thin.
struct Part {
    PlaneToThinned way;
    int width = 0, height = 0;
};

Part part_for(const RasterSource& source, const geo::Projection& projection, const WantedGrid& wanted) {
    Part part{{source, projection, wanted, {}}, 0, 0};
    part.way.window = window_of(part.way);
    const Window& window = part.way.window;
    if (window.is_empty()) return part;
    part.width = thinned(window.width, wanted.width);
    part.height = thinned(window.height, wanted.height);
    part.way.columns_a_cell = static_cast<double>(window.width) / part.width;
    part.way.rows_a_cell = static_cast<double>(window.height) / part.height;
    return part;
}

}  // namespace

features::RasterGrid warped_values(const RasterSource& source, const geo::Projection& projection,
                                   const WantedGrid& wanted) {
    features::RasterGrid grid{wanted.width, wanted.height, wanted.box, {}, {}};
    Part part = part_for(source, projection, wanted);
    if (part.way.window.is_empty()) return grid;
    std::vector<float> values = read_values(source, part.way.window, part.width, part.height);
    const auto from = make_memory_dataset(source, part.width, part.height, 1, GDT_Float32);
    from->GetRasterBand(1)->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    copy_band(source, GF_Write, *from, 1, GDT_Float32, values.data());
    fill_edge(source, *from, values);
    const auto to = make_memory_dataset(source, wanted.width, wanted.height, 1, GDT_Float32);
    to->GetRasterBand(1)->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    warp(source, *from, *to, part.way, false);
    grid.values.resize(static_cast<std::size_t>(wanted.width) * static_cast<std::size_t>(wanted.height));
    copy_band(source, GF_Read, *to, 1, GDT_Float32, grid.values.data());
    return grid;
}

features::RasterGrid warped_picture(const RasterSource& source, const geo::Projection& projection,
                                    const WantedGrid& wanted) {
    features::RasterGrid grid{wanted.width, wanted.height, wanted.box, {}, {}};
    Part part = part_for(source, projection, wanted);
    if (part.way.window.is_empty()) return grid;
    std::vector<std::uint8_t> planes = read_picture(source, part.way.window, part.width, part.height);
    const auto from = make_memory_dataset(source, part.width, part.height, 4, GDT_Byte);
    const auto to = make_memory_dataset(source, wanted.width, wanted.height, 4, GDT_Byte);
    const std::size_t plane = planes.size() / 4;
    for (std::size_t c = 0; c < 4; ++c)
        copy_band(source, GF_Write, *from, c + 1, GDT_Byte, planes.data() + c * plane);
    warp(source, *from, *to, part.way, true);
    const std::size_t count = static_cast<std::size_t>(wanted.width) * static_cast<std::size_t>(wanted.height);
    std::vector<std::uint8_t> one(count);
    grid.rgba.resize(4 * count);
    for (std::size_t c = 0; c < 4; ++c) {
        copy_band(source, GF_Read, *to, c + 1, GDT_Byte, one.data());
        for (std::size_t i = 0; i < count; ++i) grid.rgba[4 * i + c] = one[i];
    }
    return grid;
}

std::vector<float> thinned_values(const RasterSource& source, int greatest_side) {
    const auto fitted = [&](int side) { return std::min(side, greatest_side); };
    return read_values(source, {0, 0, source.width(), source.height()}, fitted(source.width()),
                       fitted(source.height()));
}

}  // namespace harmattan::io
