#include "io/gdal_crs.h"

#include <string_view>

#include <ogr_geometry.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "base/error.h"
#include "io/gdal_dataset.h"

namespace harmattan::io {
namespace {

bool is_wgs84_itself(const OGRSpatialReference& crs) {
    // By code first: comparing two whole definitions opens PROJ's database.
    const char* const code = crs.GetAuthorityCode(nullptr);
    if (code != nullptr && (std::string_view(code) == "4326" || std::string_view(code) == "CRS84")) return true;
    return crs.IsSame(OGRSpatialReference::GetWGS84SRS()) != FALSE;
}

// GeoPackage's systems 0 and -1 (OGC 12-128r18, 1.1.2.1.2), which say that nothing is known.
bool is_undefined(const std::string& name) {
    return name.empty() || name == "unknown" || name.starts_with("Undefined") || name.starts_with("undefined");
}

}  // namespace

LayerCrs::LayerCrs(OGRLayer& layer, const GdalDataset& dataset)
    : transform_(nullptr, OGRCoordinateTransformation::DestroyCT) {
    GdalMessages messages;
    // TopoJSON is made of GeoJSON, whose coordinates are WGS 84 (RFC 7946, 4).
    const bool is_always_wgs84 = dataset.kind() == FileKind::topojson;
    const OGRSpatialReference* const crs = layer.GetSpatialRef();
    if (crs != nullptr && crs->GetName() != nullptr) name_ = crs->GetName();
    if (is_undefined(name_)) name_.clear();
    is_assumed_ = name_.empty() && layer.GetGeomType() != wkbNone && !is_always_wgs84;
    if (name_.empty() || is_wgs84_itself(*crs)) return;
    OGRSpatialReference from(*crs), to(*OGRSpatialReference::GetWGS84SRS());
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    transform_.reset(OGRCreateCoordinateTransformation(&from, &to));
    if (!transform_)
        throw base::Error(
            "features.cannot_transform",
            {{"file", dataset.name()}, {"crs", name_}, {"reason", messages.take_failure().value_or("PROJ")}});
}

LayerCrs::~LayerCrs() = default;

bool LayerCrs::to_wgs84(OGRGeometry& geometry) const {
    return !transform_ || geometry.transform(transform_.get()) == OGRERR_NONE;
}

}  // namespace harmattan::io
