#include "io/layer_reader.h"

#include <array>
#include <cmath>

#include <ogrsf_frmts.h>

#include <fmt/core.h>

#include "base/error.h"
#include "io/gdal_crs.h"
#include "io/gdal_value.h"
#include "io/geometry_parts.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

using features::GeometryKind;

std::optional<GeometryKind> kind_of_type(OGRwkbGeometryType type) {
    if (OGR_GT_IsSubClassOf(type, wkbPoint) || wkbFlatten(type) == wkbMultiPoint) return GeometryKind::point;
    if (OGR_GT_IsSubClassOf(type, wkbCurve) || OGR_GT_IsSubClassOf(type, wkbMultiCurve)) return GeometryKind::line;
    if (OGR_GT_IsSubClassOf(type, wkbSurface) || OGR_GT_IsSubClassOf(type, wkbMultiSurface))
        return GeometryKind::polygon;
    return std::nullopt;
}

// The layer's own kind, or the one that most of its features have.
GeometryKind kind_of_layer(OGRLayer& layer, const GdalDataset& dataset) {
    if (const auto kind = kind_of_type(layer.GetGeomType())) return *kind;
    std::array<std::size_t, 3> counts{};
    dataset.begin_reading(layer);
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
        if (const OGRGeometry* const geometry = feature->GetGeometryRef())
            if (const auto kind = geometry_kind(*geometry)) ++counts[static_cast<std::size_t>(*kind)];
    if (counts == std::array<std::size_t, 3>{})
        throw base::Error("features.no_geometry", {{"file", dataset.name()}});
    return static_cast<GeometryKind>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::vector<std::string> column_names(OGRLayer& layer) {
    std::vector<std::string> names;
    const OGRFeatureDefn& fields = *layer.GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i) names.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    return names;
}

std::vector<std::string> values_of(const OGRFeature& feature) {
    std::vector<std::string> values;
    std::string text;
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        write_value(feature, i, text);
        values.push_back(repaired_utf8(text));
    }
    return values;
}

const char* kind_key(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::point:
            return "points";
        case GeometryKind::line:
            return "lines";
        default:
            return "polygons";
    }
}

class LayerReading {
  public:
    LayerReading(OGRLayer& layer, const GdalDataset& dataset)
        : layer_(layer),
          dataset_(dataset),
          kind_(kind_of_layer(layer, dataset)),
          crs_(layer, dataset),
          builder_(kind_, column_names(layer)) {
        read_.layer = layer.GetName();
        read_.crs = crs_.name();
        read_.crs_assumed = crs_.is_assumed();
        read_.notes = dataset.notes();
        read_.report.file = dataset.name();
        read_.report.columns_used = column_names(layer);
    }

    FeaturesRead run() {
        messages_.take_failure();
        dataset_.begin_reading(layer_);
        while (const OGRFeatureUniquePtr feature{layer_.GetNextFeature()}) take(*feature);
        if (const auto failure = messages_.take_failure()) dataset_.fail_reading(*failure);
        read_.table = std::move(builder_).build();
        return std::move(read_);
    }

  private:
    void take(OGRFeature& feature) {
        ReadReport& report = read_.report;
        number_ = ++report.records;
        const auto failure = messages_.take_failure();
        // A sequence goes on behind a text that cannot be read, as if it were not there.
        if (failure && dataset_.kind() == FileKind::geojson_sequence) dataset_.fail_reading(*failure);
        const std::unique_ptr<OGRGeometry> geometry(feature.StealGeometry());
        if (failure && !geometry)
            reject("feature.geometry_broken", {{"reason", *failure}});
        else if (!geometry || geometry->IsEmpty())
            reject("feature.geometry_missing");
        else if (!crs_.to_wgs84(*geometry))
            reject("feature.not_transformable", {{"reason", messages_.take_failure().value_or("PROJ")}});
        else
            add(feature, *geometry);
    }

    void add(OGRFeature& feature, const OGRGeometry& geometry) {
        GeometryPaths found = geometry_paths(geometry, kind_);
        if (found.paths.empty())
            return reject(found.other_kind > 0 ? "feature.other_kind" : "feature.too_few_vertices",
                          {{"kind", kind_key(kind_)}});
        for (auto& path : found.paths)
            for (auto& vertex : path.vertices)
                if (!settle(vertex)) return reject("feature.coordinates", {{"value", written(vertex)}});
        ++read_.report.kept;
        builder_.add_feature(values_of(feature));
        for (const auto& path : found.paths) builder_.add_part(path.vertices, path.is_hole);
        if (const std::size_t dropped = found.other_kind + found.degenerate; dropped > 0)
            add_warning(read_.report, problem("feature.parts_dropped", {{"count", fmt::format("{}", dropped)}}));
    }

    // False for what is no longitude and latitude; what rounding put just outside is put on the edge.
    static bool settle(geo::LonLat& vertex) {
        constexpr double rounding_deg = 1e-6;
        if (!(std::abs(vertex.lon_deg) <= 180 + rounding_deg) || !(std::abs(vertex.lat_deg) <= 90 + rounding_deg))
            return false;
        vertex = {std::clamp(vertex.lon_deg, -180.0, 180.0), std::clamp(vertex.lat_deg, -90.0, 90.0)};
        return true;
    }

    static std::string written(geo::LonLat vertex) {
        return fmt::format("{}, {}", vertex.lon_deg, vertex.lat_deg);
    }

    RowProblem problem(std::string key, base::NamedValues values) const {
        return {number_, {}, std::move(key), std::move(values)};
    }

    void reject(std::string key, base::NamedValues values = {}) {
        ++read_.report.rejected;
        read_.report.problems.push_back(problem(std::move(key), std::move(values)));
    }

    OGRLayer& layer_;
    const GdalDataset& dataset_;
    GdalMessages messages_;
    GeometryKind kind_;
    LayerCrs crs_;
    features::FeatureTableBuilder builder_;
    FeaturesRead read_;
    std::uint64_t number_ = 0;
};

}  // namespace

FeaturesRead read_layer(OGRLayer& layer, const GdalDataset& dataset) {
    return LayerReading(layer, dataset).run();
}

}  // namespace harmattan::io
