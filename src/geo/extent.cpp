#include "geo/extent.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::geo {
namespace {

using base::Error;

// The number at the beginning of `text`, which is cut off along with the comma that has to follow it (or, for the
// last one, with the end of the text). Throws Error "extent.unreadable".
double take_number(std::string_view& text, bool is_last, std::string_view whole) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    double value = 0;
    const char* end = text.data() + text.size();
    auto [rest, error] = std::from_chars(text.data(), end, value);
    while (rest != end && *rest == ' ') ++rest;
    const bool ends_well = is_last ? rest == end : rest != end && *rest == ',';
    if (error != std::errc() || !ends_well || !std::isfinite(value))
        throw Error("extent.unreadable", {{"text", std::string(whole)}});
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()) + (is_last ? 0 : 1));
    return value;
}

void check(const Extent& extent, std::string_view text) {
    const auto fail = [&](const char* key, double value) {
        throw Error(key, {{"text", std::string(text)}, {"value", fmt::format("{}", value)}});
    };
    for (const double lon_deg : {extent.west_deg, extent.east_deg})
        if (std::abs(lon_deg) > 180) fail("extent.bad_longitude", lon_deg);
    for (const double lat_deg : {extent.south_deg, extent.north_deg})
        if (std::abs(lat_deg) > 90) fail("extent.bad_latitude", lat_deg);
    if (extent.south_deg >= extent.north_deg) fail("extent.no_height", extent.south_deg);
    if (extent.width_deg() <= 0) fail("extent.no_width", extent.west_deg);
}

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value) {
        // Comparisons with NaN are false, so a NaN changes nothing.
        if (value < low) low = value;
        if (value > high) high = value;
    }
    // As wide as `least`, about the same middle unless that leaves -limit to limit.
    Range widened(double least, double limit) const {
        if (high - low >= least) return *this;
        const double middle = (low + high) / 2;
        const double start = std::clamp(middle - least / 2, -limit, std::max(-limit, limit - least));
        return {start, std::min(start + least, limit)};
    }
};

}  // namespace

double Extent::width_deg() const {
    return crosses_antimeridian() ? east_deg - west_deg + 360 : east_deg - west_deg;
}

LonLat Extent::centre() const {
    const double lon_deg = west_deg + width_deg() / 2;
    return {lon_deg > 180 ? lon_deg - 360 : lon_deg, (south_deg + north_deg) / 2};
}

bool Extent::contains(LonLat point) const {
    if (!(point.lat_deg >= south_deg && point.lat_deg <= north_deg)) return false;
    if (crosses_antimeridian()) return point.lon_deg >= west_deg || point.lon_deg <= east_deg;
    return point.lon_deg >= west_deg && point.lon_deg <= east_deg;
}

Extent parse_extent(std::string_view text) {
    std::array<double, 4> numbers{};
    std::string_view rest = text;
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = take_number(rest, i + 1 == numbers.size(), text);
    const Extent extent{numbers[0], numbers[1], numbers[2], numbers[3]};
    check(extent, text);
    return extent;
}

std::string to_string(const Extent& extent) {
    return fmt::format("{},{},{},{}", extent.west_deg, extent.south_deg, extent.east_deg, extent.north_deg);
}

std::optional<Extent> with_axes_swapped(const Extent& extent) {
    const Extent swapped{extent.south_deg, extent.west_deg, extent.north_deg, extent.east_deg};
    const bool are_latitudes = std::abs(swapped.south_deg) <= 90 && std::abs(swapped.north_deg) <= 90;
    if (!are_latitudes || swapped.south_deg >= swapped.north_deg) return std::nullopt;
    return swapped;
}

Extent extent_of(std::span<const double> lon_deg, std::span<const double> lat_deg, double least_deg) {
    Range lon, lat;
    for (const double value : lon_deg) lon.add(value);
    for (const double value : lat_deg) lat.add(value);
    if (lon.low > lon.high || lat.low > lat.high) throw Error("extent.no_points");
    lon = lon.widened(least_deg, 180);
    lat = lat.widened(least_deg, 90);
    return {lon.low, lat.low, lon.high, lat.high};
}

}  // namespace harmattan::geo
