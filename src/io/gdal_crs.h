// From a layer's reference system to WGS 84 in longitude and latitude.
#pragma once

#include <memory>
#include <string>

class OGRCoordinateTransformation;
class OGRGeometry;
class OGRLayer;

namespace harmattan::io {

class GdalDataset;

class LayerCrs {
  public:
    // Throws Error "features.cannot_transform" (file, crs, reason).
    LayerCrs(OGRLayer& layer, const GdalDataset& dataset);
    LayerCrs(const LayerCrs&) = delete;
    LayerCrs& operator=(const LayerCrs&) = delete;
    ~LayerCrs();

    // Empty when the layer has none: its coordinates are then taken to be WGS 84.
    const std::string& name() const { return name_; }
    // The layer has geometry, but does not say in which system.
    bool is_assumed() const { return is_assumed_; }
    // False when a coordinate has no longitude and latitude.
    bool to_wgs84(OGRGeometry& geometry) const;
    bool is_wgs84() const { return transform_ == nullptr; }

  private:
    std::string name_;
    bool is_assumed_ = false;
    std::unique_ptr<OGRCoordinateTransformation, void (*)(OGRCoordinateTransformation*)> transform_;
};

}  // namespace harmattan::io
