#include "io/gdal_layer_table.h"

#include <algorithm>
#include <limits>

#include <ogrsf_frmts.h>

#include <fmt/core.h>

#include "io/gdal_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

// The single point of the geometry, or none.
const OGRPoint* point_of(const OGRGeometry& geometry) {
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPoint) return geometry.toPoint();
    if (type == wkbMultiPoint && geometry.toMultiPoint()->getNumGeometries() == 1)
        return geometry.toMultiPoint()->getGeometryRef(0);
    return nullptr;
}

}  // namespace

GdalTable::GdalTable(std::shared_ptr<GdalShelf> shelf, const std::string& layer,
                     const GdalReading::Prepare& prepare)
    : reading_(std::move(shelf), layer, prepare), crs_(reading_.layer(), reading_.dataset()) {
    OGRLayer& from = reading_.layer();
    const OGRFeatureDefn& fields = *from.GetLayerDefn();
    const char* const id = from.GetFIDColumn();
    has_id_ = id != nullptr && *id != '\0' && fields.GetFieldIndex(id) < 0;
    if (has_id_) columns_.emplace_back(id);
    for (int i = 0; i < fields.GetFieldCount(); ++i)
        columns_.push_back(repaired_utf8(trimmed(fields.GetFieldDefn(i)->GetNameRef())));
    // Such as a view that cannot be looked at.
    if (columns_.empty() && from.GetGeomType() == wkbNone) reading_.dataset().fail_without_columns(layer);
    texts_.resize(columns_.size());
    is_written_.resize(columns_.size());
}

std::vector<std::string> GdalTable::day_columns() const {
    std::vector<std::string> names;
    const OGRFeatureDefn& fields = *reading_.layer().GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i) {
        const OGRFieldType type = fields.GetFieldDefn(i)->GetType();
        if (type == OFTDate || type == OFTDateTime) names.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    }
    return names;
}

bool GdalTable::next() {
    std::fill(is_written_.begin(), is_written_.end(), false);
    return reading_.next();
}

void GdalTable::write(std::size_t index) {
    is_written_[index] = true;
    if (has_id_ && index == 0)
        texts_[0] = fmt::format("{}", reading_.feature().GetFID());
    else
        write_value(reading_.feature(), static_cast<int>(index) - (has_id_ ? 1 : 0), texts_[index]);
}

TableReader::Place GdalTable::place(geo::LonLat& point) const {
    const OGRGeometry* const geometry = reading_.feature().GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty()) return Place::none;
    const OGRPoint* const found = point_of(*geometry);
    if (found == nullptr) return Place::not_a_point;
    point = {found->getX(), found->getY()};
    if (crs_.is_wgs84()) return Place::point;
    GdalMessages messages;
    OGRPoint moved(point.lon_deg, point.lat_deg);
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    point = crs_.to_wgs84(moved) ? geo::LonLat{moved.getX(), moved.getY()} : geo::LonLat{nowhere, nowhere};
    return Place::point;
}

}  // namespace harmattan::io
