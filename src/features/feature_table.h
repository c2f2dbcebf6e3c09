// Points, lines and polygons in memory, in longitude and latitude, with attributes as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/extent.h"

namespace harmattan::features {

enum class GeometryKind { point, line, polygon };

// One point, one line string, or one ring of a polygon (first ring of a polygon = shell, those after it = holes).
// Rings are closed without repeating the first vertex.
struct Part {
    std::uint32_t feature = 0;
    std::uint32_t first_vertex = 0;
    std::uint32_t vertex_count = 0;
    bool is_hole = false;
};

// An immutable table of features of one kind of geometry. Made with FeatureTableBuilder.
class FeatureTable {
  public:
    GeometryKind kind() const { return kind_; }
    std::size_t feature_count() const { return feature_count_; }
    const std::vector<geo::LonLat>& vertices() const { return vertices_; }
    // In order of feature; a feature may have several parts (a multi-geometry) or none (an empty one).
    const std::vector<Part>& parts() const { return parts_; }
    std::vector<Part> parts_of(std::size_t feature) const;

    const std::vector<std::string>& columns() const { return columns_; }
    bool has_column(std::string_view column) const;
    // Empty when the feature has no value or the table no such column.
    std::string_view text(std::size_t feature, std::string_view column) const;
    // No value when the text is empty or no number.
    std::optional<double> number(std::size_t feature, std::string_view column) const;

  private:
    friend class FeatureTableBuilder;
    GeometryKind kind_ = GeometryKind::point;
    std::size_t feature_count_ = 0;
    std::vector<geo::LonLat> vertices_;
    std::vector<Part> parts_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> values_;  // by column, then feature
};

class FeatureTableBuilder {
  public:
    FeatureTableBuilder(GeometryKind kind, std::vector<std::string> columns);

    // Begins a feature; `values` has one text per column (std::invalid_argument otherwise). Returns its index.
    std::size_t add_feature(std::vector<std::string> values);
    // Adds a part to the newest feature. A polygon's shell comes before its holes; a ring that repeats its first
    // vertex at the end loses the repetition. Not added, returning false: a part with too few vertices (line 2,
    // ring 3), and a hole in a feature without a shell.
    bool add_part(const std::vector<geo::LonLat>& path, bool is_hole = false);

    FeatureTable build() &&;

  private:
    FeatureTable table_;
};

}  // namespace harmattan::features
