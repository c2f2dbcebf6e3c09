// A raster file that is open: checked, and with a place for each of its cells. Internal.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "io/gdal_format.h"
#include "io/raster_reader.h"

class GDALDataset;
class GDALRasterBand;
class OGRCoordinateTransformation;
class OGRSpatialReference;

namespace harmattan::io {

// A place in the file's grid: columns to the right of its left edge, rows below its upper edge.
struct CellPlace {
    double column = 0, row = 0;
};

class RasterSource {
  public:
    // Throws what RasterReader's constructor throws.
    RasterSource(const std::filesystem::path& file, const RasterReadOptions& options);
    RasterSource(const RasterSource&) = delete;
    RasterSource& operator=(const RasterSource&) = delete;
    ~RasterSource();

    GDALDataset& operator*() const { return *dataset_; }
    const std::string& name() const { return name_; }
    const char* format() const { return format_->name; }
    int width() const;
    int height() const;
    // The band of values: the chosen one, else the first.
    GDALRasterBand& band() const;
    bool is_band_chosen() const { return options_.band.has_value(); }
    const RasterReadOptions& options() const { return options_; }
    const OGRSpatialReference& crs() const { return *crs_; }
    bool is_crs_assumed() const { return is_crs_assumed_; }
    const std::array<double, 6>& geotransform() const { return geotransform_; }

    // Not finite where there is none. Longitudes are tried a turn farther where that lies in the grid.
    void to_cells(std::span<const geo::LonLat> from, std::span<CellPlace> to) const;
    // Not finite where it has no longitude and latitude.
    void to_lon_lat(std::span<const CellPlace> from, std::span<geo::LonLat> to) const;

    // Error "raster.read_failed".
    [[noreturn]] void fail(const std::string& reason) const;

  private:
    struct Close {
        void operator()(GDALDataset* dataset) const;
    };
    void open(const std::filesystem::path& file);
    void check_sizes() const;
    void find_place();
    void find_crs();

    std::string name_;
    RasterReadOptions options_;
    const GdalFormat* format_ = nullptr;
    std::unique_ptr<GDALDataset, Close> dataset_;
    std::array<double, 6> geotransform_{}, to_cell_{};
    std::unique_ptr<OGRSpatialReference> crs_;
    bool is_crs_assumed_ = false;
    std::unique_ptr<OGRCoordinateTransformation> to_crs_, from_crs_;  // from and to WGS 84
};

}  // namespace harmattan::io
