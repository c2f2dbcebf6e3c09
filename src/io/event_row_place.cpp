// EventRowParser: where an event was.
#include <fmt/core.h>

#include "io/degrees_text.h"
#include "io/event_row_parser.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {

bool EventRowParser::fill_place() {
    if (layout_.has(EventField::latitude) && layout_.has(EventField::longitude)) {
        const auto latitude = degrees(EventField::latitude, 90, "row.latitude_range");
        if (!latitude) return false;
        const auto longitude = degrees(EventField::longitude, 180, "row.longitude_range");
        if (!longitude) return false;
        row_.lat_deg = *latitude;
        row_.lon_deg = *longitude;
        return true;
    }
    if (layout_.has(EventField::coordinates)) return fill_place_from_pair();
    return layout_.has(EventField::x) ? fill_place_from_plane() : fill_place_from_geometry();
}

bool EventRowParser::fill_place_from_geometry() {
    geo::LonLat point{};
    switch (reader_->place(point)) {
        case TableReader::Place::none:
            return reject("row.geometry_missing");
        case TableReader::Place::not_a_point:
            return reject("row.geometry_not_a_point");
        case TableReader::Place::point:
            break;
    }
    if (!(std::abs(point.lat_deg) <= 90) || !(std::abs(point.lon_deg) <= 180))
        return reject("row.geometry_range",
                      {{"value", fmt::format("{:.6g} {:.6g}", point.lon_deg, point.lat_deg)}});
    row_.lon_deg = point.lon_deg;
    row_.lat_deg = point.lat_deg;
    return true;
}

bool EventRowParser::fill_place_from_pair() {
    const auto written = value(EventField::coordinates);
    const PairReading read = read_pair(written, PairOrder::latitude_first, rules_.degrees());
    if (!read)
        return reject(std::string(message_key(read.problem)), {{"value", shortened(written)}},
                      EventField::coordinates);
    row_.lon_deg = read.place.lon_deg;
    row_.lat_deg = read.place.lat_deg;
    return true;
}

bool EventRowParser::fill_place_from_plane() {
    const auto x = metres(EventField::x);
    if (!x) return false;
    const auto y = metres(EventField::y);
    if (!y) return false;
    const geo::LonLat point = checks_.crs->inverse({*x, *y});
    if (!(std::abs(point.lat_deg) <= 90) || !(std::abs(point.lon_deg) <= 180))
        return reject("row.plane_range", {{"value", fmt::format("{} {}", *x, *y)}}, EventField::x);
    row_.lon_deg = point.lon_deg;
    row_.lat_deg = point.lat_deg;
    return true;
}

std::optional<double> EventRowParser::degrees(EventField field, double limit, const char* range_key) {
    const auto written = value(field);
    if (written.empty()) {
        reject("row.coordinate_missing", {}, field);
        return std::nullopt;
    }
    auto number = parse_number(written);
    if (!number) {
        const Axis axis = field == EventField::latitude ? Axis::latitude : Axis::longitude;
        const DegreesReading read = read_degrees(written, axis, rules_.degrees());
        if (read.problem == DegreesProblem::out_of_range) {
            reject(range_key, {{"value", shortened(written)}}, field);
            return std::nullopt;
        }
        if (!read) {
            reject(std::string(message_key(read.problem)), {{"value", shortened(written)}}, field);
            return std::nullopt;
        }
        number = read.deg;
    }
    if (*number >= -limit && *number <= limit) return number;
    reject(range_key, {{"value", shortened(written)}}, field);
    return std::nullopt;
}

std::optional<double> EventRowParser::metres(EventField field) {
    const auto written = value(field);
    if (written.empty()) {
        reject("row.coordinate_missing", {}, field);
        return std::nullopt;
    }
    // Never by itself: 245.300 is a quarter of a kilometre or of a thousand, and only the column tells.
    const DecimalReading read = read_decimal(written, rules_.plane());
    if (read) return read.value;
    reject(std::string(message_key(read.problem)), {{"value", shortened(written)}}, field);
    return std::nullopt;
}

}  // namespace harmattan::io
