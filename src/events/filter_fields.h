// The fields of an event that a filter may name, and what can be asked of each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "events/event_row.h"

namespace harmattan::events {

// First the text columns of the table, in the order of Text.
enum class FilterField : std::uint8_t {
    id,
    place,
    district,
    region,
    country,
    side_a,
    side_b,
    conflict,
    dyad,
    category,
    subcategory,
    source,
    second_source,
    note,
    actor,
    dataset,
    version,
    type,
    best,
    low,
    high,
    where_precision,
    date_precision,
    date,
    date_end,
    year,
    month,
    radius_km,
    latitude,
    longitude,
    weight
};
inline constexpr std::size_t filter_field_count = 31;

enum class FieldKind : std::uint8_t { text, number, day, type };

struct FieldTraits {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    // Texts that look like numbers (id, version) may be written without quotes.
    bool takes_bare_numbers = false;
};

const FieldTraits& traits_of(FilterField field);
// By name, whatever its case.
std::optional<FilterField> filter_field(std::string_view name);
// In the order of FilterField.
std::span<const std::string> filter_field_names();

}  // namespace harmattan::events
