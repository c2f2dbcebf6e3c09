// Formats of rasters, each with the one GDAL driver that may open it.
#pragma once

#include <string_view>

#include "io/gdal_format.h"

namespace harmattan::io {

// By a file's first bytes (64 KiB are enough); null for what is no raster. GDAL's "virtual" rasters are texts that
// name other files, and are none.
const GdalFormat* raster_format(std::string_view bytes);

}  // namespace harmattan::io
