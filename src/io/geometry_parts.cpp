#include "io/geometry_parts.h"

#include <algorithm>
#include <memory>

#include <ogr_geometry.h>

namespace harmattan::io {
namespace {

using features::GeometryKind;

std::vector<geo::LonLat> vertices_of(const OGRSimpleCurve& curve) {
    std::vector<geo::LonLat> vertices;
    vertices.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) vertices.push_back({curve.getX(i), curve.getY(i)});
    return vertices;
}

class PathCollector {
  public:
    explicit PathCollector(GeometryKind kind) : kind_(kind) {}

    void add(const OGRGeometry& geometry) {
        switch (wkbFlatten(geometry.getGeometryType())) {
            case wkbPoint:
                if (is_wanted(GeometryKind::point)) add_point(*geometry.toPoint());
                break;
            case wkbLineString:
                if (is_wanted(GeometryKind::line)) add_line(*geometry.toLineString());
                break;
            case wkbPolygon:
            case wkbTriangle:
                if (is_wanted(GeometryKind::polygon)) add_polygon(*geometry.toPolygon());
                break;
            default:
                add_members(geometry);
        }
    }

    GeometryPaths take() { return std::move(found_); }

  private:
    bool is_wanted(GeometryKind kind) {
        if (kind != kind_) ++found_.other_kind;
        return kind == kind_;
    }

    void add_members(const OGRGeometry& geometry) {
        if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection)) {
            for (const OGRGeometry* member : *geometry.toGeometryCollection())
                if (!member->IsEmpty()) add(*member);
        } else if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbPolyhedralSurface)) {
            for (const OGRPolygon* face : *geometry.toPolyhedralSurface())
                if (!face->IsEmpty()) add(*face);
        } else {
            ++found_.other_kind;
        }
    }

    void add_point(const OGRPoint& point) { found_.paths.push_back({{{point.getX(), point.getY()}}, false}); }

    void add_line(const OGRLineString& line) {
        auto vertices = vertices_of(line);
        if (vertices.size() < 2)
            ++found_.degenerate;
        else
            found_.paths.push_back({std::move(vertices), false});
    }

    void add_polygon(const OGRPolygon& polygon) {
        // Without its shell a hole would be taken for one of the polygon before.
        if (!add_ring(*polygon.getExteriorRing(), false)) {
            found_.degenerate += static_cast<std::size_t>(polygon.getNumInteriorRings());
            return;
        }
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i) add_ring(*polygon.getInteriorRing(i), true);
    }

    bool add_ring(const OGRLinearRing& ring, bool is_hole) {
        auto vertices = vertices_of(ring);
        const auto is_first = [&](geo::LonLat v) {
            return v.lon_deg == vertices.front().lon_deg && v.lat_deg == vertices.front().lat_deg;
        };
        std::size_t count = vertices.size();
        while (count > 1 && is_first(vertices[count - 1])) --count;
        if (count < 3) {
            ++found_.degenerate;
            return false;
        }
        found_.paths.push_back({std::move(vertices), is_hole});
        return true;
    }

    GeometryKind kind_;
    GeometryPaths found_;
};

}  // namespace

std::optional<GeometryKind> geometry_kind(const OGRGeometry& geometry) {
    if (geometry.IsEmpty()) return std::nullopt;
    const auto type = geometry.getGeometryType();
    if (wkbFlatten(type) == wkbGeometryCollection) {
        std::optional<GeometryKind> highest;
        for (const OGRGeometry* member : *geometry.toGeometryCollection())
            if (const auto kind = geometry_kind(*member); kind && (!highest || *kind > *highest)) highest = kind;
        return highest;
    }
    switch (geometry.getDimension()) {
        case 0:
            return GeometryKind::point;
        case 1:
            return GeometryKind::line;
        default:
            return GeometryKind::polygon;
    }
}

GeometryPaths geometry_paths(const OGRGeometry& geometry, GeometryKind kind) {
    PathCollector collector(kind);
    if (geometry.hasCurveGeometry(TRUE)) {
        const std::unique_ptr<OGRGeometry> linear(geometry.getLinearGeometry());
        collector.add(*linear);
    } else if (OGR_GT_IsNonLinear(geometry.getGeometryType())) {
        // A curve's type that holds straight lines only (a MULTISURFACE of polygons) still has to change its type.
        const std::unique_ptr<OGRGeometry> linear(
            OGRGeometryFactory::forceTo(geometry.clone(), OGR_GT_GetLinear(geometry.getGeometryType())));
        collector.add(*linear);
    } else {
        collector.add(geometry);
    }
    return collector.take();
}

}  // namespace harmattan::io
