// Hill-shading of elevations. Internal.
#pragma once

#include "io/raster_source.h"

namespace harmattan::io {

// The light on elevations of a plane in metres, 0 (dark) to 1; flat ground has 0.709. NaN where there is no
// elevation. GDAL's, from several directions; heights are enlarged so that one slope in twenty is steeper than 45
// degrees, between once and `greatest_exaggeration` times. Throws Error "raster.read_failed".
inline constexpr double greatest_exaggeration = 500;
std::vector<float> hill_shaded(const RasterSource& source, const features::RasterGrid& elevations);

}  // namespace harmattan::io
