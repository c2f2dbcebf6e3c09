// Rasters in memory: grids of values, or pictures, in the plane of a projection.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/extent.h"

namespace harmattan::features {

// Cells of equal size, rows from north to south, columns from west to east.
struct RasterGrid {
    int width = 0, height = 0;       // cells
    geo::PlanarBox box;              // the outer edges of the outermost cells
    std::vector<float> values;       // width * height; NaN where there is no data. Empty for a picture
    std::vector<std::uint8_t> rgba;  // of a picture: four bytes a cell, straight alpha

    // Of the cell that holds the point; NaN outside the grid, where there is no data, and for pictures.
    float value_at(geo::PlanarPoint point) const;
};

// One raster at up to two levels of detail, the coarser first. The finer grid's box lies inside the coarser's, and
// stands for it there.
struct Raster {
    std::vector<RasterGrid> grids;

    // Of the finest grid that holds the point; NaN where none does or there is no data.
    float value_at(geo::PlanarPoint point) const;
};

}  // namespace harmattan::features
