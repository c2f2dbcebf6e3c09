// Regions in geographic and in projected coordinates.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace harmattan::geo {

// Geographic coordinates, always longitude first: the axis order is settled at the program's border.
struct LonLat {
    double lon_deg = 0;  // -180 to 180
    double lat_deg = 0;  // -90 to 90
};

// Projected coordinates in metres of the projection's plane, y upwards.
struct PlanarPoint {
    double x_m = 0;
    double y_m = 0;

    friend bool operator==(PlanarPoint, PlanarPoint) = default;
};

// Degrees. `west_deg` may be greater than `east_deg`: the extent then crosses the antimeridian.
struct Extent {
    double west_deg = 0, south_deg = 0, east_deg = 0, north_deg = 0;

    bool crosses_antimeridian() const { return west_deg > east_deg; }
    // East-west size, 0 to 360.
    double width_deg() const;
    double height_deg() const { return north_deg - south_deg; }
    LonLat centre() const;
    bool contains(LonLat point) const;
    friend bool operator==(const Extent&, const Extent&) = default;
};

// "W,S,E,N" in degrees, such as -18,3,16,26; west may be greater than east. Throws Error "extent.unreadable"
// (text), "extent.bad_longitude", "extent.bad_latitude", "extent.no_height" or "extent.no_width" (text, value).
Extent parse_extent(std::string_view text);
std::string to_string(const Extent& extent);
// What the same four numbers are in the order south, west, north, east, in which some write them; no value where
// they are no extent then.
std::optional<Extent> with_axes_swapped(const Extent& extent);

// The smallest extent that holds all points (never across the antimeridian); widened to `least_deg` degrees each
// way when smaller. NaN coordinates are passed over. Throws Error "extent.no_points" when there are none.
Extent extent_of(std::span<const double> lon_deg, std::span<const double> lat_deg, double least_deg = 0.5);

// Metres of the projected plane.
struct PlanarBox {
    double min_x_m = 0, min_y_m = 0, max_x_m = 0, max_y_m = 0;

    double width_m() const { return max_x_m - min_x_m; }
    double height_m() const { return max_y_m - min_y_m; }
    PlanarPoint centre() const { return {(min_x_m + max_x_m) / 2, (min_y_m + max_y_m) / 2}; }
    bool contains(PlanarPoint p) const {
        return p.x_m >= min_x_m && p.x_m <= max_x_m && p.y_m >= min_y_m && p.y_m <= max_y_m;
    }
};

}  // namespace harmattan::geo
