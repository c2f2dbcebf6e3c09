#include "geo/near_points.h"

#include <cmath>
#include <numbers>

namespace harmattan::geo {
namespace {

constexpr double mean_radius_m = 6'371'008.8;  // IUGG's R1

}  // namespace

NearPoints::NearPoints(std::span<const LonLat> points, double reach_m) : reach_m_(reach_m) {
    positions_.reserve(points.size());
    for (const LonLat& point : points) {
        const double lon = point.lon_deg * std::numbers::pi / 180, lat = point.lat_deg * std::numbers::pi / 180;
        positions_.push_back({mean_radius_m * std::cos(lat) * std::cos(lon),
                              mean_radius_m * std::cos(lat) * std::sin(lon), mean_radius_m * std::sin(lat)});
        cells_[cell_of(positions_.back())].push_back(static_cast<std::uint32_t>(positions_.size() - 1));
    }
}

std::size_t NearPoints::CellHash::operator()(const Cell& cell) const {
    const auto mixed = static_cast<std::uint64_t>(cell.x) * 0x9E3779B97F4A7C15ULL ^
                       static_cast<std::uint64_t>(cell.y) * 0xC2B2AE3D27D4EB4FULL ^
                       static_cast<std::uint64_t>(cell.z) * 0x165667B19E3779F9ULL;
    return static_cast<std::size_t>(mixed ^ mixed >> 31U);
}

NearPoints::Cell NearPoints::cell_of(const Position& at) const {
    const auto index = [&](double metres) { return static_cast<std::int32_t>(std::floor(metres / reach_m_)); };
    return {index(at.x_m), index(at.y_m), index(at.z_m)};
}

double NearPoints::nearest_m(std::size_t index) const {
    const Position& from = positions_[index];
    const Cell middle = cell_of(from);
    double nearest_squared = reach_m_ * reach_m_;
    for (std::int32_t x = middle.x - 1; x <= middle.x + 1; ++x)
        for (std::int32_t y = middle.y - 1; y <= middle.y + 1; ++y)
            for (std::int32_t z = middle.z - 1; z <= middle.z + 1; ++z) {
                const auto cell = cells_.find({x, y, z});
                if (cell == cells_.end()) continue;
                for (const std::uint32_t other : cell->second) {
                    if (other == index) continue;
                    const Position& to = positions_[other];
                    const double dx = to.x_m - from.x_m, dy = to.y_m - from.y_m, dz = to.z_m - from.z_m;
                    nearest_squared = std::min(nearest_squared, dx * dx + dy * dy + dz * dz);
                }
            }
    return std::sqrt(nearest_squared);
}

}  // namespace harmattan::geo
