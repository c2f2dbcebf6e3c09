#include "io/event_row_parser.h"

#include <fmt/core.h>

#include "io/date_interval.h"
#include "io/degrees_text.h"
#include "io/guarded_text.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

using events::Text;
using events::ViolenceType;

constexpr std::array<std::pair<EventField, Text>, 13> text_fields{{
    {EventField::place, Text::place},
    {EventField::district, Text::district},
    {EventField::region, Text::region},
    {EventField::country, Text::country},
    {EventField::side_a, Text::side_a},
    {EventField::side_b, Text::side_b},
    {EventField::conflict, Text::conflict},
    {EventField::dyad, Text::dyad},
    {EventField::category, Text::category},
    {EventField::subcategory, Text::subcategory},
    {EventField::source, Text::source},
    {EventField::second_source, Text::second_source},
    {EventField::note, Text::note},
}};

// A code as numbers write it: "1.0" is "1".
std::string_view plain_code(std::string_view written) {
    return written.ends_with(".0") ? written.substr(0, written.size() - 2) : written;
}

bool is_known(std::int32_t number) {
    return number != events::fatalities_unknown;
}

}  // namespace

EventRowParser::EventRowParser(const EventLayout& layout, ValueRules& rules, SourceFiles& files,
                               const RowChecks& checks, ReadReport& report)
    : layout_(layout), schema_(*layout.schema), rules_(rules), files_(files), checks_(checks), report_(report) {}

const events::EventRow* EventRowParser::parse(TableReader& reader) {
    reader_ = &reader;
    ++report_.records;
    row_ = {};
    written_precision_ = 0;
    warnings_.clear();
    if (!has_fields() || !fill_id() || !fill_place() || !fill_dates() || !fill_fatalities() || !fill_weight())
        return nullptr;
    const auto where_missing = report_.where_precision_missing, date_missing = report_.date_precision_missing;
    fill_precisions();
    if (!is_wanted()) {
        --report_.records;
        report_.where_precision_missing = where_missing;
        report_.date_precision_missing = date_missing;
        return nullptr;
    }
    ++report_.kept;
    fill_type();
    fill_texts();
    fill_origin();
    if (!is_known(row_.best)) ++report_.best_missing;
    doubt_estimates();
    doubt_dates();
    doubt_place();
    if (reader.has_stray_quote()) warn("row.stray_quote", {});
    for (auto& warning : warnings_) add_warning(report_, std::move(warning));
    return &row_;
}

bool EventRowParser::is_wanted() const {
    if (checks_.days && !checks_.days->contains(row_.first_day)) return false;
    return !checks_.extent || checks_.extent->contains({row_.lon_deg, row_.lat_deg});
}

bool EventRowParser::has_fields() {
    if (reader_->fault() == RecordFault::field_too_long) {
        const std::size_t field = reader_->fault_field();
        const std::string name =
            field < layout_.header.size() ? layout_.header[field] : fmt::format("{}", field + 1);
        return reject("row.field_too_long", {{"field", name}});
    }
    if (reader_->fault() == RecordFault::record_too_long) return reject("row.record_too_long");
    if (reader_->field_count() == layout_.header.size()) return true;
    return reject(reader_->has_stray_quote() ? "row.field_count_quote" : "row.field_count",
                  {{"found", fmt::format("{}", reader_->field_count())},
                   {"expected", fmt::format("{}", layout_.header.size())}});
}

bool EventRowParser::fill_id() {
    if (!layout_.has(EventField::id)) return true;
    const auto id = text(EventField::id);
    if (id.empty() && !schema_.id_may_be_missing) return reject("row.id_missing", {}, EventField::id);
    row_.texts[static_cast<std::size_t>(Text::id)] = id;
    return true;
}

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

bool EventRowParser::fill_dates() {
    if (!layout_.has(EventField::date_start)) return fill_date_parts();
    const auto first = date_in(EventField::date_start);
    if (!first) return false;
    days_ = *first;
    if (!value(EventField::date_end).empty()) {
        const auto last = date_in(EventField::date_end);
        if (!last) return false;
        if (last->last < days_.first)
            return reject("row.date_order", {{"first", base::iso(days_.first)}, {"last", base::iso(last->last)}},
                          EventField::date_end);
        days_.last = last->last;
    }
    return true;
}

// Year alone is a year, year and month a month; 0 stands for a part that is not known (as in the GTD).
bool EventRowParser::fill_date_parts() {
    const auto year = date_part(EventField::year, 0);
    const auto month = year ? date_part(EventField::month, 0) : std::nullopt;
    const auto day = month ? date_part(EventField::day, 0) : std::nullopt;
    if (!day) return false;
    if (*year == 0) return reject("row.date_missing", {}, EventField::year);
    if (*month == 0 && *day != 0) return reject("row.date_missing", {}, EventField::month);
    const DateReading read = date_of_parts(*year, month, day);
    if (!read)
        return reject("row.date_impossible", {{"value", fmt::format("{:04}-{:02}-{:02}", *year, *month, *day)}},
                      EventField::day);
    days_ = take_date(read.value, EventField::date_start);
    return true;
}

std::optional<int> EventRowParser::date_part(EventField field, int if_none) {
    const auto written = value(field);
    if (written.empty() || is_unknown(written)) return if_none;
    if (const auto number = parse_integer(written)) return *number;
    if (field == EventField::month)
        if (const auto month = read_month(written)) return *month;
    reject("row.not_an_integer", {{"value", shortened(written)}}, field);
    return std::nullopt;
}

std::optional<base::DayRange> EventRowParser::date_in(EventField field) {
    const auto written = value(field);
    if (written.empty()) {
        reject("row.date_missing", {}, field);
        return std::nullopt;
    }
    const ParsedDate parsed = parse_date(written);
    if (!parsed.has_form) return slow_date_in(field, written);
    if (base::is_valid(parsed.date)) return base::DayRange{base::day_of(parsed.date), base::day_of(parsed.date)};
    reject("row.date_impossible", {{"value", shortened(written)}}, field);
    return std::nullopt;
}

std::optional<base::DayRange> EventRowParser::slow_date_in(EventField field, std::string_view written) {
    const DateReading read = read_date(written, rules_.dates());
    if (!read) {
        reject(std::string(message_key(read.problem)), {{"value", shortened(written)}}, field);
        return std::nullopt;
    }
    return take_date(read.value, field);
}

// The days that a date may mean; a start known to its month or year only is that imprecise.
base::DayRange EventRowParser::take_date(const DateText& date, EventField field) {
    if (field == EventField::date_start && date.unit != DateUnit::day)
        written_precision_ = date.unit == DateUnit::month ? 4 : 5;
    return {date.first(), date.last()};
}

bool EventRowParser::fill_fatalities() {
    return fill_estimate(EventField::best, row_.best) && fill_estimate(EventField::low, row_.low) &&
           fill_estimate(EventField::high, row_.high);
}

bool EventRowParser::fill_estimate(EventField field, std::int32_t& estimate) {
    const auto written = value(field);
    if (written.empty() || is_unknown(written)) return true;
    const auto number = count(field, written);
    if (number) estimate = *number;
    return number.has_value();
}

// A count of 0 or more; rejects the row where it is none.
std::optional<std::int32_t> EventRowParser::count(EventField field, std::string_view written) {
    if (const auto number = parse_integer(written); number && *number >= 0) return number;
    const CountReading read = read_count(written, rules_.counts());
    if (read && read.value <= std::numeric_limits<std::int32_t>::max())
        return static_cast<std::int32_t>(read.value);
    const auto problem = read ? NumberProblem::too_large : read.problem;
    reject(std::string(message_key(problem)), {{"value", shortened(written)}}, field);
    return std::nullopt;
}

bool EventRowParser::fill_weight() {
    const auto written = value(EventField::weight);
    if (written.empty()) return true;
    const auto number = count(EventField::weight, written);
    if (!number) return false;
    if (*number == 0) return reject("row.weight_zero", {}, EventField::weight);
    row_.weight = static_cast<std::uint32_t>(*number);
    return true;
}

// Missing in the source's own words, or in one that everybody uses.
bool EventRowParser::is_unknown(std::string_view written) const {
    const char first = written.front();
    if (first >= '0' && first <= '9') return false;  // nearly every value
    for (const std::string& unknown : schema_.unknown_values)
        if (plain_code(written) == unknown) return true;
    return is_missing(written);
}

void EventRowParser::fill_precisions() {
    fill_where_precision();
    fill_date_precision();
    widen_to_precision();
    if (row_.where_precision == 0) ++report_.where_precision_missing;
    if (row_.date_precision == 0) ++report_.date_precision_missing;
}

void EventRowParser::fill_where_precision() {
    const auto written = value(EventField::where_precision);
    if (written.empty()) return;
    for (const WhereMeaning& meaning : schema_.where_codes)
        if (meaning.code == plain_code(written)) {
            row_.where_precision = meaning.precision;
            return;
        }
    warn("row.where_precision", {{"value", shortened(written)}}, EventField::where_precision);
}

void EventRowParser::fill_date_precision() {
    const auto written = value(EventField::date_precision);
    row_.date_precision = written_precision_;
    if (written.empty()) return;
    for (const DateMeaning& meaning : schema_.date_codes)
        if (meaning.code == plain_code(written)) {
            row_.date_precision = std::max(written_precision_, meaning.precision);
            return;
        }
    warn("row.date_precision", {{"value", shortened(written)}}, EventField::date_precision);
}

// One day for what is known to a week, a month or a year: the interval is made from the precision.
void EventRowParser::widen_to_precision() {
    row_.first_day = days_.first;
    row_.last_day = days_.last;
    if (days_.first != days_.last || row_.date_precision < 2) return;
    if (!value(EventField::date_end).empty()) return;  // the source says that it was one day
    const base::DayRange days = interval_of(days_.first, row_.date_precision, schema_.date_anchor);
    row_.first_day = days.first;
    row_.last_day = days.last;
}

void EventRowParser::fill_type() {
    const auto written = value(EventField::type);
    if (written.empty()) return;
    for (const auto& [word, type] : schema_.types)
        if (word == written) {
            row_.type = type;
            return;
        }
    warn("row.type_unknown", {{"value", shortened(written)}}, EventField::type);
}

void EventRowParser::fill_texts() {
    for (const auto& [field, column] : text_fields)
        if (layout_.has(field)) row_.texts[static_cast<std::size_t>(column)] = text(field);
}

void EventRowParser::fill_origin() {
    row_.origin = {files_.number(), reader_->position()};
    if (!layout_.has(EventField::dataset) && !layout_.has(EventField::source_file)) return;
    RowSource source;
    source.dataset = text(EventField::dataset);
    source.dataset_name = text(EventField::dataset_name);
    source.version = text(EventField::dataset_version);
    source.file = text(EventField::source_file);
    source.generalised = text(EventField::generalised);
    source.is_provisional = value(EventField::provisional) == "1" || value(EventField::provisional) == "true";
    source.where_precision = row_.where_precision;
    source.radius_km = radius();
    row_.origin.file = files_.number_of(source);
    constexpr double most_exact = 9007199254740992;  // 2^53
    const auto position = value(EventField::source_position);
    if (const auto number = parse_number(position); number && *number >= 0 && *number <= most_exact)
        row_.origin.position = static_cast<std::uint64_t>(*number);
}

// No value where the table does not say; below 0 for a place that is an area or not given.
std::optional<double> EventRowParser::radius() {
    if (!layout_.has(EventField::radius_km)) return std::nullopt;
    constexpr double half_round_the_earth_km = 20040;
    const auto radius = parse_number(value(EventField::radius_km));
    return radius && *radius >= 0 && *radius <= half_round_the_earth_km ? *radius : -1;
}

void EventRowParser::doubt_estimates() {
    const bool is_low_above = is_known(row_.low) && is_known(row_.best) && row_.low > row_.best;
    const bool is_high_below = is_known(row_.high) && is_known(row_.best) && row_.high < row_.best;
    const bool are_crossed = is_known(row_.low) && is_known(row_.high) && row_.low > row_.high;
    if (is_low_above || is_high_below || are_crossed)
        warn("row.estimates_order", {{"low", std::string(value(EventField::low))},
                                     {"best", std::string(value(EventField::best))},
                                     {"high", std::string(value(EventField::high))}});
}

void EventRowParser::doubt_dates() {
    static const base::Day earliest = base::day_of({1900, 1, 1});
    const EventField field = layout_.has(EventField::date_start) ? EventField::date_start : EventField::year;
    if (row_.first_day < earliest) warn("row.date_early", {{"value", base::iso(row_.first_day)}}, field);
    if (checks_.today && *checks_.today < row_.first_day)
        warn("row.date_future", {{"value", base::iso(row_.first_day)}, {"today", base::iso(*checks_.today)}},
             field);
}

void EventRowParser::doubt_place() {
    if (row_.lat_deg == 0 && row_.lon_deg == 0) return warn("row.zero_coordinates", {});
    if (checks_.places == nullptr) return;
    const auto country = row_.text(Text::country);
    const auto doubt = checks_.places->doubt({row_.lon_deg, row_.lat_deg}, country, row_.text(Text::place));
    if (!doubt) return;
    RowProblem described = checks_.places->describe(*doubt, country);
    warn(std::move(described.key), std::move(described.values),
         layout_.has(EventField::country) ? std::optional(EventField::country) : std::nullopt);
}

// The trimmed field; empty where the table has no such column.
std::string_view EventRowParser::value(EventField field) {
    const auto column = layout_.of(field);
    return column ? trimmed(reader_->field(*column)) : std::string_view{};
}

// The same as well-formed UTF-8, and as it was before it was guarded.
std::string_view EventRowParser::text(EventField field) {
    const std::string_view written = as_utf8(field);
    if (!checks_.texts_are_guarded || !may_be_guarded(written)) return written;
    std::string& plain = repaired_[static_cast<std::size_t>(field)];
    plain = unguarded_text(written);
    return plain;
}

std::string_view EventRowParser::as_utf8(EventField field) {
    const auto column = layout_.of(field);
    if (!column) return {};
    if (!reader_->may_have_high_bytes()) return trimmed(reader_->field(*column));
    const auto invalid = reader_->invalid_utf8_offset(*column);
    const auto written = trimmed(reader_->field(*column));
    if (!invalid) return written;
    warn("row.not_utf8", {{"offset", fmt::format("{}", *invalid)}}, field);
    std::string& repaired = repaired_[static_cast<std::size_t>(field)];
    repaired = repaired_utf8(written);
    return repaired;
}

bool EventRowParser::reject(std::string key, base::NamedValues values, std::optional<EventField> field) {
    add_rejection(report_, problem(std::move(key), std::move(values), field));
    return false;
}

void EventRowParser::warn(std::string key, base::NamedValues values, std::optional<EventField> field) {
    warnings_.push_back(problem(std::move(key), std::move(values), field));
}

void EventRowParser::warn_of_kept(std::string key, base::NamedValues values, std::optional<EventField> field) {
    add_warning(report_, problem(std::move(key), std::move(values), field));
}

RowProblem EventRowParser::problem(std::string key, base::NamedValues values,
                                   std::optional<EventField> field) const {
    const auto column = field ? layout_.of(*field) : std::nullopt;
    return {reader_->line(), column ? layout_.header[*column] : std::string(), std::move(key), std::move(values),
            reader_->position()};
}

}  // namespace harmattan::io
