// From one layer of a GDAL dataset to a feature table.
#pragma once

#include <string>

#include "io/feature_reader.h"
#include "io/gdal_dataset.h"

class OGRLayer;

namespace harmattan::io {

// Reads all features in the layer's order. The table's kind is the one that most features have (the layer's own
// when it has one); features of another kind are rejected. Throws Error "features.no_geometry",
// "features.cannot_transform" (file, crs, reason), "features.read_failed" (file, reason) when GDAL stops before
// the layer's end.
FeaturesRead read_layer(OGRLayer& layer, const GdalDataset& dataset);

}  // namespace harmattan::io
