// A part of a raster file thinned, and laid into a projection's plane. Internal.
#pragma once

#include "io/raster_source.h"

namespace harmattan::io {

// What of the plane is wanted, and how fine.
struct WantedGrid {
    geo::PlanarBox box;
    int width = 0, height = 0;
    // Between cells by cubic convolution, which is smoother than along straight lines, but goes beyond the values
    // on either side of a steep step: a ring of nobody around a town.
    bool may_overshoot = false;
};

// Of a band of values: NaN where there is none; scale and offset are applied. Empty values where the box does not
// meet the raster. Throws as RasterReader::read.
features::RasterGrid warped_values(const RasterSource& source, const geo::Projection& projection,
                                   const WantedGrid& wanted);

// Of a picture: rgba, empty where the box does not meet it.
features::RasterGrid warped_picture(const RasterSource& source, const geo::Projection& projection,
                                    const WantedGrid& wanted);

// The values of the whole raster thinned to at most `greatest_side` cells a side, in the file's own grid.
std::vector<float> thinned_values(const RasterSource& source, int greatest_side);

}  // namespace harmattan::io
