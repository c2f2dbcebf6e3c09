// What a column of an event table can be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harmattan::io {

enum class EventField : std::uint8_t {
    id,
    date_start,  // the day, or the first of several; a month or a year where no more is known
    date_end,
    year,
    month,
    day,
    latitude,     // degrees, WGS 84
    longitude,    // degrees, WGS 84
    x,            // metres to the east (or the unit of the CRS that is given)
    y,            // metres to the north
    coordinates,  // latitude and longitude in one text, or a point in WKT
    best,         // reported fatalities
    low,
    high,
    type,             // kind of violence, by the schema's words
    where_precision,  // by the schema's codes
    date_precision,   // by the schema's codes
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
    weight,   // events that the row stands for
    dataset,  // of Harmattan's own tables: where each row came from
    dataset_version,
    source_file,
    source_position,
    dataset_name,
    provisional,  // 1: the row is
    radius_km,    // of a place that is not exact
    generalised,  // how its point was coarsened
    updated       // when the source last changed the row: seconds since 1970
};
inline constexpr std::size_t event_field_count = 40;

// "latitude": the name in schema files, in --map and in messages.
std::string_view name_of(EventField field);
std::optional<EventField> event_field_of(std::string_view name);
// All of them, in order; for "did you mean".
const std::vector<std::string>& all_event_field_names();

}  // namespace harmattan::io
