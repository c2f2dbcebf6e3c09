#include "events/filter_fields.h"

#include <algorithm>
#include <array>
#include <vector>

#include "events/fold_text.h"

namespace harmattan::events {
namespace {

constexpr std::array<FieldTraits, filter_field_count> all_traits{{
    {"id", FieldKind::text, true},
    {"place", FieldKind::text},
    {"district", FieldKind::text},
    {"region", FieldKind::text},
    {"country", FieldKind::text},
    {"side_a", FieldKind::text},
    {"side_b", FieldKind::text},
    {"conflict", FieldKind::text},
    {"dyad", FieldKind::text},
    {"category", FieldKind::text},
    {"subcategory", FieldKind::text},
    {"source", FieldKind::text},
    {"second_source", FieldKind::text},
    {"note", FieldKind::text},
    {"actor", FieldKind::text},
    {"dataset", FieldKind::text},
    {"version", FieldKind::text, true},
    {"type", FieldKind::type},
    {"best", FieldKind::number},
    {"low", FieldKind::number},
    {"high", FieldKind::number},
    {"where_precision", FieldKind::number},
    {"date_precision", FieldKind::number},
    {"date", FieldKind::day},
    {"date_end", FieldKind::day},
    {"year", FieldKind::number},
    {"month", FieldKind::number},
    {"radius_km", FieldKind::number},
    {"latitude", FieldKind::number},
    {"longitude", FieldKind::number},
    {"weight", FieldKind::number},
}};

}  // namespace

const FieldTraits& traits_of(FilterField field) {
    return all_traits[static_cast<std::size_t>(field)];
}

std::optional<FilterField> filter_field(std::string_view name) {
    const std::string small = folded_text(name, Folding::without_case);
    const auto found = std::find_if(all_traits.begin(), all_traits.end(),
                                    [&](const FieldTraits& traits) { return traits.name == small; });
    if (found == all_traits.end()) return std::nullopt;
    return static_cast<FilterField>(found - all_traits.begin());
}

std::span<const std::string> filter_field_names() {
    static const auto names = [] {
        std::vector<std::string> made;
        for (const FieldTraits& traits : all_traits) made.emplace_back(traits.name);
        return made;
    }();
    return names;
}

}  // namespace harmattan::events
