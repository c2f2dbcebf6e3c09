#include "events/filter_fields.h"

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
    for (std::size_t i = 0; i < all_traits.size(); ++i)
        if (all_traits[i].name == small) return static_cast<FilterField>(i);
    return std::nullopt;
}

std::span<const std::string> filter_field_names() {
    static const auto names = [] {
        std::vector<std::string> made;
        made.reserve(all_traits.size());
        for (const FieldTraits& traits : all_traits) made.emplace_back(traits.name);
        return made;
    }();
    return names;
}

}  // namespace harmattan::events
