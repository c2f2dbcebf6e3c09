#include "io/raster_source.h"

#include <cmath>
#include <fstream>
#include <limits>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <fmt/core.h>

#include "base/error.h"
#include "io/ascii_case.h"
#include "io/gdal_dataset.h"
#include "io/raster_format.h"

namespace harmattan::io {
namespace {

// Beyond what any raster of the whole world has; a header that claims more is damaged or made to fill a computer
// up.
constexpr int greatest_side = 1'500'000;
constexpr std::int64_t greatest_block_bytes = std::int64_t(1) << 29;
constexpr int greatest_band_count = 4096;

std::string first_bytes(const std::filesystem::path& file) {
    std::string bytes(std::size_t(64) << 10, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

// The files beside it that tell where it lies: GDAL sees no others.
CPLStringList siblings_of(const std::filesystem::path& file) {
    CPLStringList names;
    names.AddString(file.filename().c_str());
    std::error_code ignored;
    for (const char* ending :
         {"tfw", "tifw", "tiffw", "pgw", "pngw", "jgw", "jpgw", "jpegw", "j2w", "jp2w", "wld", "prj"})
        for (const bool is_upper : {false, true}) {
            auto sibling = file;
            std::string written = ending;
            if (is_upper)
                for (char& c : written) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
            sibling.replace_extension("." + written);
            if (std::filesystem::is_regular_file(sibling, ignored)) names.AddString(sibling.filename().c_str());
        }
    return names;
}

std::unique_ptr<OGRCoordinateTransformation> transformation(const OGRSpatialReference& from,
                                                            const OGRSpatialReference& to) {
    return std::unique_ptr<OGRCoordinateTransformation>(OGRCreateCoordinateTransformation(&from, &to));
}

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void RasterSource::Close::operator()(GDALDataset* dataset) const {
    const GdalMessages messages;  // which nobody waits for
    GDALClose(dataset);
}

RasterSource::RasterSource(const std::filesystem::path& file, const RasterReadOptions& options)
    : name_(file.string()), options_(options) {
    open(file);
    check_sizes();
    find_place();
    find_crs();
}

RasterSource::~RasterSource() = default;

void RasterSource::open(const std::filesystem::path& file) {
    identify(file);  // which refuses what is no plain file
    format_ = raster_format(first_bytes(file));
    if (format_ == nullptr) throw base::Error("raster.unknown_format", {{"file", name_}});
    require_driver(*format_, name_);
    GdalMessages messages;
    const std::array<const char*, 2> drivers{format_->driver, nullptr};
    const auto path = std::filesystem::absolute(file);
    CPLStringList siblings = siblings_of(path);
    dataset_.reset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(), nullptr,
                                     siblings.List()));
    if (!dataset_)
        throw base::Error("raster.cannot_open",
                          {{"file", name_},
                           {"format", format_->name},
                           {"reason", messages.take_failure().value_or(fmt::format("GDAL {}", format_->driver))}});
    if (dataset_->GetRasterCount() > 0) return;
    std::string list;
    const CPLStringList parts(CSLDuplicate(dataset_->GetMetadata("SUBDATASETS")));
    for (int i = 0; i < parts.size(); ++i)
        if (const std::string text(parts[i]); text.find("_NAME=") != std::string::npos)
            list += (list.empty() ? "" : ", ") + text.substr(text.rfind(':') + 1);
    if (!list.empty()) throw base::Error("raster.several_variables", {{"file", name_}, {"list", list}});
    throw base::Error("raster.cannot_open", {{"file", name_}, {"format", format_->name}, {"reason", "0 bands"}});
}

void RasterSource::check_sizes() const {
    const auto size = [](int width, int height) { return fmt::format("{} x {}", width, height); };
    if (width() < 1 || height() < 1 || width() > greatest_side || height() > greatest_side)
        throw base::Error(
            "raster.too_large",
            {{"file", name_}, {"size", size(width(), height())}, {"limit", std::to_string(greatest_side)}});
    const int count = dataset_->GetRasterCount();
    if (count > greatest_band_count)
        throw base::Error(
            "raster.too_many_bands",
            {{"file", name_}, {"count", std::to_string(count)}, {"limit", std::to_string(greatest_band_count)}});
    if (const int band = options_.band.value_or(1); band < 1 || band > count)
        throw base::Error("raster.no_band",
                          {{"file", name_}, {"band", std::to_string(band)}, {"count", std::to_string(count)}});
    int block_width = 0, block_height = 0;
    band().GetBlockSize(&block_width, &block_height);
    const std::int64_t bytes =
        std::int64_t(block_width) * block_height * GDALGetDataTypeSizeBytes(band().GetRasterDataType());
    if (block_width < 1 || block_height < 1 || bytes > greatest_block_bytes)
        throw base::Error("raster.block_too_large", {{"file", name_},
                                                     {"size", size(block_width, block_height)},
                                                     {"limit", std::to_string(greatest_block_bytes >> 20)}});
}

void RasterSource::find_place() {
    std::array<double, 6> inverse{};
    if (dataset_->GetGeoTransform(geotransform_.data()) != CE_None ||
        !std::all_of(geotransform_.begin(), geotransform_.end(), [](double x) { return std::isfinite(x); }) ||
        !GDALInvGeoTransform(geotransform_.data(), inverse.data()))
        throw base::Error("raster.no_place", {{"file", name_}});
    to_cell_ = inverse;
}

void RasterSource::find_crs() {
    GdalMessages messages;
    crs_ = std::make_unique<OGRSpatialReference>();
    if (options_.crs) {
        if (crs_->SetFromUserInput(options_.crs->c_str(),
                                   OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE)
            throw base::Error(
                "raster.bad_crs",
                {{"file", name_}, {"crs", *options_.crs}, {"reason", messages.take_failure().value_or("PROJ")}});
    } else if (const OGRSpatialReference* own = dataset_->GetSpatialRef(); own != nullptr && !own->IsLocal()) {
        *crs_ = *own;
    } else {
        // Without a word about its system, degrees are what numbers within their range can only be.
        const auto& t = geotransform_;
        const double x[]{t[0], t[0] + t[1] * width() + t[2] * height()};
        const double y[]{t[3], t[3] + t[4] * width() + t[5] * height()};
        const auto is_within = [](const double(&ends)[2], double limit) {
            return std::abs(ends[0]) <= limit && std::abs(ends[1]) <= limit;
        };
        // A picture without a place has the transform of its own cells, rows downwards from 0.
        if (!is_within(x, 361) || !is_within(y, 90.5) || y[1] >= y[0])
            throw base::Error("raster.no_crs", {{"file", name_}});
        crs_->importFromEPSG(4326);
        is_crs_assumed_ = true;
    }
    crs_->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference wgs84(*OGRSpatialReference::GetWGS84SRS());
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to_crs_ = transformation(wgs84, *crs_);
    from_crs_ = transformation(*crs_, wgs84);
    if (!to_crs_ || !from_crs_)
        throw base::Error("raster.bad_crs", {{"file", name_},
                                             {"crs", crs_->GetName() != nullptr ? crs_->GetName() : ""},
                                             {"reason", messages.take_failure().value_or("PROJ")}});
}

int RasterSource::width() const {
    return dataset_->GetRasterXSize();
}
int RasterSource::height() const {
    return dataset_->GetRasterYSize();
}

GDALRasterBand& RasterSource::band() const {
    return *dataset_->GetRasterBand(options_.band.value_or(1));
}

void RasterSource::to_cells(std::span<const geo::LonLat> from, std::span<CellPlace> to) const {
    const GdalMessages messages;
    std::vector<double> x, y;
    for (const geo::LonLat& point : from) {
        x.push_back(point.lon_deg);
        y.push_back(point.lat_deg);
    }
    std::vector<int> is_placed(from.size(), FALSE);
    to_crs_->Transform(static_cast<int>(from.size()), x.data(), y.data(), nullptr, is_placed.data());
    const bool turns = crs_->IsGeographic() != FALSE;
    const auto& t = to_cell_;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto place = [&](double east) {
            return CellPlace{t[0] + t[1] * east + t[2] * y[i], t[3] + t[4] * east + t[5] * y[i]};
        };
        to[i] = is_placed[i] ? place(x[i]) : CellPlace{nowhere, nowhere};
        const auto is_inside = [&](const CellPlace& p) { return p.column >= 0 && p.column <= width(); };
        for (const double turn_deg : {360.0, -360.0})
            if (turns && is_placed[i] && !is_inside(to[i]) && is_inside(place(x[i] + turn_deg)))
                to[i] = place(x[i] + turn_deg);
    }
}

void RasterSource::to_lon_lat(std::span<const CellPlace> from, std::span<geo::LonLat> to) const {
    const GdalMessages messages;
    const auto& t = geotransform_;
    std::vector<double> x, y;
    for (const CellPlace& place : from) {
        x.push_back(t[0] + t[1] * place.column + t[2] * place.row);
        y.push_back(t[3] + t[4] * place.column + t[5] * place.row);
    }
    std::vector<int> is_placed(from.size(), FALSE);
    from_crs_->Transform(static_cast<int>(from.size()), x.data(), y.data(), nullptr, is_placed.data());
    for (std::size_t i = 0; i < from.size(); ++i)
        to[i] = is_placed[i] && std::abs(y[i]) <= 90.0001
                    ? geo::LonLat{std::remainder(x[i], 360.0), std::clamp(y[i], -90.0, 90.0)}
                    : geo::LonLat{nowhere, nowhere};
}

void RasterSource::fail(const std::string& reason) const {
    throw base::Error("raster.read_failed", {{"file", name_}, {"reason", reason}});
}

}  // namespace harmattan::io
