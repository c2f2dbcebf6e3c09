#include "features/raster.h"

#include <cmath>
#include <limits>

namespace harmattan::features {

float RasterGrid::value_at(geo::PlanarPoint point) const {
    if (values.empty() || !box.contains(point)) return std::numeric_limits<float>::quiet_NaN();
    const auto place = [](double share, int count) {
        return static_cast<std::size_t>(std::clamp(static_cast<int>(share * count), 0, count - 1));
    };
    const auto column = place((point.x_m - box.min_x_m) / box.width_m(), width);
    const auto row = place((box.max_y_m - point.y_m) / box.height_m(), height);
    return values[row * static_cast<std::size_t>(width) + column];
}

float Raster::value_at(geo::PlanarPoint point) const {
    for (auto grid = grids.rbegin(); grid != grids.rend(); ++grid)
        if (grid->box.contains(point)) return grid->value_at(point);
    return std::numeric_limits<float>::quiet_NaN();
}

}  // namespace harmattan::features
