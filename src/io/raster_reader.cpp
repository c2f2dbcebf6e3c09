#include "io/raster_reader.h"

#include <cmath>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include "base/error.h"
#include "io/hill_shade.h"
#include "io/raster_warp.h"

namespace harmattan::io {
namespace {

constexpr double finer_surroundings = 2, coarser_surroundings = 8;

geo::PlanarBox widened(const geo::PlanarBox& box, double factor) {
    const double dx = box.width_m() * (factor - 1) / 2, dy = box.height_m() * (factor - 1) / 2;
    return {box.min_x_m - dx, box.min_y_m - dy, box.max_x_m + dx, box.max_y_m + dy};
}

// Where the raster lies in the plane, and how large one of its cells is there at the least.
struct InPlane {
    geo::PlanarBox box{1e300, 1e300, -1e300, -1e300};
    double cell_m = 1e300;
};

// A net of places over the raster, from edge to edge.
std::vector<CellPlace> net_over(const RasterSource& source, int steps) {
    std::vector<CellPlace> places;
    for (int j = 0; j <= steps; ++j)
        for (int i = 0; i <= steps; ++i)
            places.push_back({static_cast<double>(source.width()) * i / steps,
                              static_cast<double>(source.height()) * j / steps});
    return places;
}

// Only what lies in `around` counts, and one step of the net beyond.
InPlane in_plane(const RasterSource& source, const geo::Projection& projection, const geo::PlanarBox& around) {
    constexpr int steps = 64;
    const auto places = net_over(source, steps);
    std::vector<geo::LonLat> at(places.size());
    source.to_lon_lat(places, at);
    std::vector<geo::PlanarPoint> points;
    for (const geo::LonLat& place : at) points.push_back(projection.forward(place));
    InPlane found;
    const auto is_known = [](geo::PlanarPoint p) { return std::isfinite(p.x_m) && std::isfinite(p.y_m); };
    for (std::size_t j = 0; j <= steps; ++j)
        for (std::size_t i = 0; i <= steps; ++i) {
            const geo::PlanarPoint p = points[j * (steps + 1) + i];
            if (!is_known(p)) continue;
            found.box.min_x_m = std::min(found.box.min_x_m, p.x_m);
            found.box.max_x_m = std::max(found.box.max_x_m, p.x_m);
            found.box.min_y_m = std::min(found.box.min_y_m, p.y_m);
            found.box.max_y_m = std::max(found.box.max_y_m, p.y_m);
            const auto cell_to = [&](std::size_t other, int cells) {
                const geo::PlanarPoint q = points[other];
                if (!is_known(q) || !(around.contains(p) || around.contains(q))) return;
                const double length_m = std::hypot(q.x_m - p.x_m, q.y_m - p.y_m) * steps / cells;
                if (length_m > 0) found.cell_m = std::min(found.cell_m, length_m);
            };
            if (i < steps) cell_to(j * (steps + 1) + i + 1, source.width());
            if (j < steps) cell_to((j + 1) * (steps + 1) + i, source.height());
        }
    return found;
}

geo::PlanarBox common(const geo::PlanarBox& a, const geo::PlanarBox& b) {
    return {std::max(a.min_x_m, b.min_x_m), std::max(a.min_y_m, b.min_y_m), std::min(a.max_x_m, b.max_x_m),
            std::min(a.max_y_m, b.max_y_m)};
}

// Square cells of at least `cell_m`.
WantedGrid wanted_grid(const geo::PlanarBox& box, double cell_m, int greatest_side) {
    cell_m = std::max(cell_m, std::max(box.width_m(), box.height_m()) / greatest_side);
    const auto cells = [&](double side_m) {
        return std::clamp(static_cast<int>(std::ceil(side_m / cell_m - 1e-6)), 1, greatest_side);
    };
    return {box, cells(box.width_m()), cells(box.height_m()), false};
}

geo::Extent extent_of(const RasterSource& source) {
    const auto places = net_over(source, 32);
    std::vector<geo::LonLat> at(places.size());
    source.to_lon_lat(places, at);
    std::vector<double> lon_deg, lat_deg;
    for (const geo::LonLat& place : at) {
        if (!std::isfinite(place.lon_deg)) continue;
        lon_deg.push_back(place.lon_deg);
        lat_deg.push_back(place.lat_deg);
    }
    if (lon_deg.empty()) throw base::Error("raster.no_place", {{"file", source.name()}});
    return geo::extent_of(lon_deg, lat_deg, 0);
}

std::string text_of(const char* text) {
    return text != nullptr ? text : "";
}

}  // namespace

struct RasterReader::Impl {
    RasterSource source;
};

RasterReader::RasterReader(const std::filesystem::path& file, const RasterReadOptions& options)
    : impl_(new Impl{{file, options}}) {}
RasterReader::RasterReader(RasterReader&&) noexcept = default;
RasterReader& RasterReader::operator=(RasterReader&&) noexcept = default;
RasterReader::~RasterReader() = default;

geo::Extent RasterReader::extent() const {
    return extent_of(impl_->source);
}

RasterFacts RasterReader::facts() const {
    const RasterSource& source = impl_->source;
    GDALRasterBand& band = source.band();
    RasterFacts facts;
    facts.file = source.name();
    facts.format = source.format();
    facts.width = source.width();
    facts.height = source.height();
    facts.band_count = (*source).GetRasterCount();
    facts.cell_type = GDALGetDataTypeName(band.GetRasterDataType());
    facts.crs = text_of(source.crs().GetName());
    facts.crs_assumed = source.is_crs_assumed();
    const char* unit = nullptr;
    if (source.crs().IsGeographic())
        source.crs().GetAngularUnits(&unit);
    else
        source.crs().GetLinearUnits(&unit);
    facts.crs_unit = text_of(unit);
    facts.extent = extent_of(source);
    const auto& t = source.geotransform();
    facts.cell_width = std::hypot(t[1], t[4]);
    facts.cell_height = std::hypot(t[2], t[5]);
    facts.has_palette = band.GetColorTable() != nullptr;
    const int count = facts.band_count;
    const bool is_coloured = (count == 3 || count == 4) && band.GetRasterDataType() == GDT_Byte;
    facts.is_picture = !source.is_band_chosen() && (facts.has_palette || is_coloured);
    facts.unit = text_of(band.GetUnitType());
    facts.description = text_of(band.GetDescription());
    int has_no_data = FALSE;
    const double no_data = band.GetNoDataValue(&has_no_data);
    if (has_no_data) facts.no_data = no_data;
    constexpr int looked_at = 512;
    for (const float value : thinned_values(source, looked_at)) {
        if (std::isnan(value)) continue;
        const auto number = static_cast<double>(value);
        facts.least = std::min(facts.least.value_or(number), number);
        facts.greatest = std::max(facts.greatest.value_or(number), number);
    }
    return facts;
}

features::Raster RasterReader::read(const geo::Projection& projection, const geo::PlanarBox& view,
                                    RasterContent content, int greatest_side) const {
    const RasterSource& source = impl_->source;
    if (content != RasterContent::picture && (*source).GetRasterCount() > 1 && !source.is_band_chosen())
        throw base::Error("raster.several_bands",
                          {{"file", source.name()}, {"count", std::to_string((*source).GetRasterCount())}});
    const geo::PlanarBox near = widened(view, finer_surroundings), far = widened(view, coarser_surroundings);
    const InPlane place = in_plane(source, projection, near);
    const double cell_m = place.cell_m / (content == RasterContent::values ? 2 : 1);
    features::Raster raster;
    const auto add = [&](const geo::PlanarBox& box, double finest_m) {
        if (box.width_m() <= 0 || box.height_m() <= 0) return;
        WantedGrid wanted = wanted_grid(box, finest_m, greatest_side);
        wanted.may_overshoot = content != RasterContent::values;
        auto grid = content == RasterContent::picture ? warped_picture(source, projection, wanted)
                                                      : warped_values(source, projection, wanted);
        if (grid.values.empty() && grid.rgba.empty()) return;
        if (content == RasterContent::light) grid.values = hill_shaded(source, grid);
        raster.grids.push_back(std::move(grid));
    };
    const geo::PlanarBox whole = common(place.box, far), finer = common(place.box, near);
    const double coarse_m = std::max(whole.width_m(), whole.height_m()) / greatest_side;
    const bool is_all_near =
        finer.width_m() >= 0.99 * whole.width_m() && finer.height_m() >= 0.99 * whole.height_m();
    const bool is_none_near = finer.width_m() <= 0 || finer.height_m() <= 0;
    const bool one_is_enough = coarse_m <= cell_m || is_all_near || is_none_near;
    add(whole, one_is_enough ? cell_m : coarse_m);
    if (!one_is_enough) add(finer, cell_m);
    return raster;
}

}  // namespace harmattan::io
