#include "features/feature_table.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace harmattan::features {
namespace {

std::size_t fewest_vertices(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::point:
            return 1;
        case GeometryKind::line:
            return 2;
        case GeometryKind::polygon:
            break;
    }
    return 3;
}

bool is_same(geo::LonLat a, geo::LonLat b) {
    return a.lon_deg == b.lon_deg && a.lat_deg == b.lat_deg;
}

}  // namespace

std::vector<Part> FeatureTable::parts_of(std::size_t feature) const {
    const auto before = [](const Part& part, std::size_t f) { return part.feature < f; };
    const auto first = std::lower_bound(parts_.begin(), parts_.end(), feature, before);
    const auto last = std::lower_bound(first, parts_.end(), feature + 1, before);
    return {first, last};
}

bool FeatureTable::has_column(std::string_view column) const {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::string_view FeatureTable::text(std::size_t feature, std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end() || feature >= feature_count_) return {};
    return values_[static_cast<std::size_t>(found - columns_.begin())][feature];
}

std::optional<double> FeatureTable::number(std::size_t feature, std::string_view column) const {
    const std::string_view digits = text(feature, column);
    double value = 0;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || rest != digits.data() + digits.size()) return std::nullopt;
    return value;
}

FeatureTableBuilder::FeatureTableBuilder(GeometryKind kind, std::vector<std::string> columns) {
    table_.kind_ = kind;
    table_.values_.resize(columns.size());
    table_.columns_ = std::move(columns);
}

std::size_t FeatureTableBuilder::add_feature(std::vector<std::string> values) {
    if (values.size() != table_.columns_.size())
        throw std::invalid_argument("FeatureTableBuilder::add_feature: one value a column");
    for (std::size_t i = 0; i < values.size(); ++i) table_.values_[i].push_back(std::move(values[i]));
    return table_.feature_count_++;
}

bool FeatureTableBuilder::add_part(const std::vector<geo::LonLat>& path, bool is_hole) {
    if (table_.feature_count_ == 0)
        throw std::invalid_argument("FeatureTableBuilder::add_part: there is no feature to add it to");
    const auto feature = static_cast<std::uint32_t>(table_.feature_count_ - 1);
    std::size_t count = path.size();
    if (table_.kind_ == GeometryKind::polygon)
        while (count > 1 && is_same(path[count - 1], path[0])) --count;
    if (count < fewest_vertices(table_.kind_)) return false;
    const bool has_shell = !table_.parts_.empty() && table_.parts_.back().feature == feature;
    if (is_hole && !has_shell) return false;
    const auto first = static_cast<std::uint32_t>(table_.vertices_.size());
    table_.vertices_.insert(table_.vertices_.end(), path.begin(),
                            path.begin() + static_cast<std::ptrdiff_t>(count));
    table_.parts_.push_back({feature, first, static_cast<std::uint32_t>(count), is_hole});
    return true;
}

FeatureTable FeatureTableBuilder::build() && {
    return std::move(table_);
}

}  // namespace harmattan::features
