// Rasters of every format that GDAL reads for us, brought into a projection's plane.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "features/raster.h"
#include "geo/projection.h"

namespace harmattan::io {

struct RasterReadOptions {
    std::optional<std::string> crs;  // instead of the file's own: an authority's code or a PROJ string
    std::optional<int> band;         // of values, from 1
    bool keeps_cells = false;        // takes the nearest cell instead of interpolating
};

// What a file says of itself, and what a look at some 250,000 of its cells shows.
struct RasterFacts {
    std::string file, format;
    int width = 0, height = 0, band_count = 0;  // cells
    std::string cell_type;                      // GDAL's name: "Float32"
    std::string crs;                            // name of the reference system
    bool crs_assumed = false;                   // it has none, and its numbers fit degrees
    geo::Extent extent;
    double cell_width = 0, cell_height = 0;  // in the reference system's unit
    std::string crs_unit;                    // "degree", "metre"
    bool has_palette = false;
    bool is_picture = false;  // red, green and blue, or a palette
    // Of the band of values; empty or none where the file does not say.
    std::string unit, description;
    std::optional<double> no_data;
    std::optional<double> least, greatest;  // none where no cell looked at has a value
};

enum class RasterContent {
    values,  // of one band, with the file's scale and offset
    light,   // hill-shading of elevations, 0 (dark) to 1
    picture  // colours
};

class RasterReader {
  public:
    // Opens with the one GDAL driver of the file's content, read-only; of files beside it only a world file and a
    // .prj of its name are looked at. Nothing but its description is read. Throws what identify() throws, and
    // Error "raster.unknown_format" (file), "raster.cannot_open" (file, format, reason), "gdal.no_driver",
    // "raster.several_variables" (file, list), "raster.too_large" (file, size, limit), "raster.block_too_large"
    // (file, size, limit), "raster.no_band" (file, band, count), "raster.no_place" (file), "raster.no_crs" (file),
    // "raster.bad_crs" (file, crs, reason).
    explicit RasterReader(const std::filesystem::path& file, const RasterReadOptions& options = {});
    RasterReader(RasterReader&&) noexcept;
    RasterReader& operator=(RasterReader&&) noexcept;
    ~RasterReader();

    geo::Extent extent() const;

    // Reads a thinned copy for the range of values. Throws Error "raster.read_failed".
    RasterFacts facts() const;

    // The raster in the plane, for a view of `view` that may be moved and enlarged later: one grid as fine as the
    // file, or as `greatest_side` allows, of twice the view's width and height, and where the raster reaches
    // farther a coarser one of eight times. No grid has more than `greatest_side` cells a side.
    //
    // Cells are averaged where the grid is coarser, and interpolated where it is finer (values
    // along straight lines, elevations and pictures by cubic convolution), by
    // GDAL's warper. At the edge of missing data values are carried on by one cell, so that no gap is left along a
    // coast. `light`: GDAL's hill-shading from several directions (Mark 1992, "Multidirectional, oblique-weighted,
    // shaded-relief image of the Island of Hawaii", USGS OFR 92-422), heights enlarged so that one slope in twenty
    // is steeper than 45 degrees. An empty raster (no grids) where it does not meet the view's surroundings.
    //
    // Throws Error "raster.read_failed" (file, reason), "raster.too_much" (file, cells, limit),
    // "raster.not_picture" (file), "raster.several_bands" (file, count) where values are asked of a file with
    // several bands and none is chosen.
    features::Raster read(const geo::Projection& projection, const geo::PlanarBox& view, RasterContent content,
                          int greatest_side) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace harmattan::io
