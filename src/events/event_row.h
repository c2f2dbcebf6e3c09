// One event by itself, as readers hand it to the builder.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/day.h"
#include "events/count_column.h"
#include "events/kind_column.h"
#include "events/origin_column.h"

namespace harmattan::events {

// Text columns of an event. GED calls `place` where_coordinates, `region` adm_1 and `district` adm_2; `category`
// and `subcategory` are a source's own kinds of event (ACLED: event_type, sub_event_type).
enum class Text : std::uint8_t {
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
    note
};
inline constexpr std::size_t text_count = 14;

struct EventRow {
    base::Day first_day;  // date_start
    base::Day last_day;   // date_end; = first_day when not given
    double lon_deg = 0, lat_deg = 0;
    std::int32_t best = fatalities_unknown, low = fatalities_unknown, high = fatalities_unknown;
    ViolenceType type = ViolenceType::unknown;
    WherePrecision where_precision = 0;
    DatePrecision date_precision = 0;
    // How many events the row stands for: a row of an aggregated table is a count for a place and a month.
    std::uint32_t weight = 1;
    RowOrigin origin;
    std::array<std::string_view, text_count> texts;

    std::string_view text(Text column) const { return texts[static_cast<std::size_t>(column)]; }
    void set_text(Text column, std::string_view text) { texts[static_cast<std::size_t>(column)] = text; }
};

}  // namespace harmattan::events
