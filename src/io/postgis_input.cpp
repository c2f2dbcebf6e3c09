#include "io/postgis_input.h"

#include <algorithm>
#include <system_error>

#include <fmt/core.h>

#include "io/postgis.h"

namespace harmattan::io {
namespace {

constexpr std::int32_t longest_precision_days = 366;

std::string column_of(const EventLayout& layout, EventField field) {
    const auto at = layout.of(field);
    return at ? layout.header[*at] : std::string();
}

// Such days as a server takes; nothing is reported of others.
base::Day within_calendar(base::Day day) {
    return std::clamp(day, base::day_of({1, 1, 1}), base::day_of({9990, 1, 1}));
}

// The day that is written lies on the first day or, where only a week, a month or a year is known, after it.
base::DayRange written_days(base::DayRange first_days, bool has_precision) {
    if (has_precision && first_days.last < base::day_of({9990, 1, 1}))
        first_days.last = first_days.last + longest_precision_days;
    return {within_calendar(first_days.first), within_calendar(first_days.last)};
}

geo::Extent widened(geo::Extent extent) {
    constexpr double share = 0.05;
    const double x_deg = share * extent.width_deg(), y_deg = share * extent.height_deg();
    if (extent.crosses_antimeridian() || extent.width_deg() + 2 * x_deg >= 360) {
        extent.west_deg = -180;
        extent.east_deg = 180;
    } else {
        extent.west_deg = std::max(-180.0, extent.west_deg - x_deg);
        extent.east_deg = std::min(180.0, extent.east_deg + x_deg);
    }
    extent.south_deg = std::max(-90.0, extent.south_deg - y_deg);
    extent.north_deg = std::min(90.0, extent.north_deg + y_deg);
    return extent;
}

bool has_place_columns(const EventLayout& layout) {
    return layout.has(EventField::latitude) || layout.has(EventField::x);
}

// What is asked of the server; without the days of the whole table nobody could say what it covers, so they are
// not asked for then.
PostgisFilter filter_for(const PostgisTable& table, const EventLayout& layout, const EventReadOptions& options,
                         EventInput& input) {
    PostgisFilter filter;
    filter.first_day_column = column_of(layout, EventField::date_start);
    if (options.days) input.all_days = table.days_of(filter.first_day_column);
    if (input.all_days) filter.days = written_days(*options.days, layout.has(EventField::date_precision));
    if (options.extent && !has_place_columns(layout)) filter.extent = widened(*options.extent);
    return filter;
}

}  // namespace

bool is_database(const std::filesystem::path& file, const EventReadOptions& options) {
    std::error_code ignored;
    return options.may_connect && is_postgis(file.string()) && !std::filesystem::exists(file, ignored);
}

EventInput postgis_input(const std::string& connection, const EventReadOptions& options) {
    const PostgisTable table(connection, options.table);
    EventInput input;
    input.is_database = true;
    input.name = without_password(connection);
    input.file_name = table.facts().layer;
    input.format = fmt::format("{}, {}", table.facts().format, table.facts().layer);
    if (table.facts().crs_assumed) input.notes.push_back({"note.crs_assumed", {}});
    input.open = table.open();
    // Of the whole table, so that its columns mean the same whatever part of it is wanted.
    input.sample = sample_of(input);
    input.open = table.open(filter_for(table, find_layout(*input.sample, options.layout), options, input));
    return input;
}

}  // namespace harmattan::io
