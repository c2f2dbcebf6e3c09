#include "io/event_field.h"

#include <algorithm>
#include <array>

namespace harmattan::io {
namespace {

constexpr std::array<std::string_view, event_field_count> names{"id",
                                                                "date_start",
                                                                "date_end",
                                                                "year",
                                                                "month",
                                                                "day",
                                                                "latitude",
                                                                "longitude",
                                                                "x",
                                                                "y",
                                                                "coordinates",
                                                                "best",
                                                                "low",
                                                                "high",
                                                                "type",
                                                                "where_precision",
                                                                "date_precision",
                                                                "place",
                                                                "district",
                                                                "region",
                                                                "country",
                                                                "side_a",
                                                                "side_b",
                                                                "conflict",
                                                                "dyad",
                                                                "category",
                                                                "subcategory",
                                                                "source",
                                                                "second_source",
                                                                "note",
                                                                "weight",
                                                                "dataset",
                                                                "dataset_version",
                                                                "source_file",
                                                                "source_position",
                                                                "dataset_name",
                                                                "provisional",
                                                                "radius_km",
                                                                "generalised",
                                                                "updated"};

}  // namespace

std::string_view name_of(EventField field) {
    return names[static_cast<std::size_t>(field)];
}

std::optional<EventField> event_field_of(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<EventField>(found - names.begin());
}

const std::vector<std::string>& all_event_field_names() {
    static const std::vector<std::string> all(names.begin(), names.end());
    return all;
}

}  // namespace harmattan::io
