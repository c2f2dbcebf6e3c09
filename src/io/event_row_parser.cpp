#include "io/event_row_parser.h"

#include <fmt/core.h>

#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

using events::Text;
using events::ViolenceType;

constexpr std::array<std::pair<EventField, Text>, 10> text_fields{{
    {EventField::place, Text::place},
    {EventField::region, Text::region},
    {EventField::country, Text::country},
    {EventField::side_a, Text::side_a},
    {EventField::side_b, Text::side_b},
    {EventField::conflict, Text::conflict},
    {EventField::dyad, Text::dyad},
    {EventField::source, Text::source},
    {EventField::second_source, Text::second_source},
    {EventField::note, Text::note},
}};

// Numbers as in GED, or the words of UCDP's tables.
std::optional<ViolenceType> violence_type(std::string_view text) {
    if (text == "1" || text == "1.0" || text == "State-based violence") return ViolenceType::state_based;
    if (text == "2" || text == "2.0" || text == "Non-state violence") return ViolenceType::non_state;
    if (text == "3" || text == "3.0" || text == "One-sided violence") return ViolenceType::one_sided;
    return std::nullopt;
}

}  // namespace

const events::EventRow* EventRowParser::parse(CsvReader& reader, std::uint32_t file) {
    reader_ = &reader;
    ++report_.records;
    row_ = {};
    warnings_.clear();
    row_.origin = {file, reader.byte_offset()};
    if (!has_fields(reader) || !fill_id() || !fill_place() || !fill_dates() || !fill_fatalities()) {
        ++report_.rejected;
        return nullptr;
    }
    ++report_.kept;
    fill_precisions();
    fill_type();
    fill_texts();
    if (row_.best == events::fatalities_unknown) ++report_.best_missing;
    if (reader.has_stray_quote()) warn("row.stray_quote", {});
    for (auto& warning : warnings_) add_warning(report_, std::move(warning));
    return &row_;
}

bool EventRowParser::has_fields(const CsvReader& reader) {
    if (reader.fault() == RecordFault::field_too_long) {
        const std::size_t field = reader.fault_field();
        const std::string name =
            field < columns_.header.size() ? columns_.header[field] : fmt::format("{}", field + 1);
        return reject("row.field_too_long", {{"field", name}});
    }
    if (reader.fault() == RecordFault::record_too_long) return reject("row.record_too_long");
    if (reader.field_count() == columns_.header.size()) return true;
    return reject(reader.has_stray_quote() ? "row.field_count_quote" : "row.field_count",
                  {{"found", fmt::format("{}", reader.field_count())},
                   {"expected", fmt::format("{}", columns_.header.size())}});
}

bool EventRowParser::fill_id() {
    const auto id = text(EventField::id);
    if (id.empty()) return reject("row.id_missing", {}, EventField::id);
    row_.texts[static_cast<std::size_t>(Text::id)] = id;
    return true;
}

bool EventRowParser::fill_place() {
    const auto latitude = degrees(EventField::latitude, 90, "row.latitude_range");
    if (!latitude) return false;
    const auto longitude = degrees(EventField::longitude, 180, "row.longitude_range");
    if (!longitude) return false;
    row_.lat_deg = *latitude;
    row_.lon_deg = *longitude;
    if (row_.lat_deg == 0 && row_.lon_deg == 0) warn("row.zero_coordinates", {});
    return true;
}

std::optional<double> EventRowParser::degrees(EventField field, double limit, const char* range_key) {
    const auto written = value(field);
    if (written.empty()) {
        reject("row.coordinate_missing", {}, field);
        return std::nullopt;
    }
    const auto number = parse_number(written);
    if (number && *number >= -limit && *number <= limit) return number;
    reject(number ? range_key : "row.not_a_number", {{"value", shortened(written)}}, field);
    return std::nullopt;
}

bool EventRowParser::fill_dates() {
    const bool is_whole = columns_.has(EventField::date_start);
    const auto first = is_whole ? date_in(EventField::date_start) : date_from_parts();
    if (!first) return false;
    row_.first_day = row_.last_day = *first;
    if (value(EventField::date_end).empty()) return true;
    const auto last = date_in(EventField::date_end);
    if (!last) return false;
    row_.last_day = *last;
    if (*first <= *last) return true;
    return reject("row.date_order", {{"first", base::iso(*first)}, {"last", base::iso(*last)}},
                  EventField::date_end);
}

std::optional<base::Day> EventRowParser::date_in(EventField field) {
    const auto written = value(field);
    const ParsedDate parsed = parse_date(written);
    if (parsed.has_form) return day_of(parsed.date, field, written);
    if (written.empty())
        reject("row.date_missing", {}, field);
    else
        reject("row.date_unreadable", {{"value", shortened(written)}}, field);
    return std::nullopt;
}

std::optional<base::Day> EventRowParser::date_from_parts() {
    constexpr std::array parts{EventField::year, EventField::month, EventField::day};
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto written = value(parts[i]);
        const auto number = parse_integer(written);
        if (!number && written.empty()) reject("row.date_missing", {}, parts[i]);
        if (!number && !written.empty()) reject("row.not_an_integer", {{"value", shortened(written)}}, parts[i]);
        if (!number) return std::nullopt;
        numbers[i] = *number;
    }
    return day_of({numbers[0], numbers[1], numbers[2]}, EventField::day, {});
}

std::optional<base::Day> EventRowParser::day_of(base::CivilDate date, EventField field, std::string_view written) {
    if (base::is_valid(date)) return base::day_of(date);
    const std::string value =
        written.empty() ? fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day) : shortened(written);
    reject("row.date_impossible", {{"value", value}}, field);
    return std::nullopt;
}

bool EventRowParser::fill_fatalities() {
    if (!fill_estimate(EventField::best, row_.best) || !fill_estimate(EventField::low, row_.low) ||
        !fill_estimate(EventField::high, row_.high))
        return false;
    const auto known = [](std::int32_t number) { return number != events::fatalities_unknown; };
    const bool is_low_above = known(row_.low) && known(row_.best) && row_.low > row_.best;
    const bool is_high_below = known(row_.high) && known(row_.best) && row_.high < row_.best;
    const bool are_crossed = known(row_.low) && known(row_.high) && row_.low > row_.high;
    if (is_low_above || is_high_below || are_crossed)
        warn("row.estimates_order", {{"low", std::string(value(EventField::low))},
                                     {"best", std::string(value(EventField::best))},
                                     {"high", std::string(value(EventField::high))}});
    return true;
}

bool EventRowParser::fill_estimate(EventField field, std::int32_t& estimate) {
    const auto written = value(field);
    if (written.empty()) return true;
    const auto number = parse_integer(written);
    if (!number || *number < 0) return reject("row.fatalities", {{"value", shortened(written)}}, field);
    estimate = *number;
    return true;
}

void EventRowParser::fill_precisions() {
    row_.where_precision = precision(EventField::where_precision, 7);
    row_.date_precision = precision(EventField::date_precision, 5);
    if (row_.where_precision == 0) ++report_.where_precision_missing;
    if (row_.date_precision == 0) ++report_.date_precision_missing;
}

std::uint8_t EventRowParser::precision(EventField field, int most) {
    const auto written = value(field);
    if (written.empty()) return 0;
    const auto number = parse_integer(written);
    if (number && *number >= 1 && *number <= most) return static_cast<std::uint8_t>(*number);
    warn("row.precision", {{"value", shortened(written)}, {"most", fmt::format("{}", most)}}, field);
    return 0;
}

void EventRowParser::fill_type() {
    const auto written = value(EventField::type);
    if (written.empty()) return;
    if (const auto type = violence_type(written))
        row_.type = *type;
    else
        warn("row.type_unknown", {{"value", shortened(written)}}, EventField::type);
}

void EventRowParser::fill_texts() {
    for (const auto& [field, column] : text_fields) row_.texts[static_cast<std::size_t>(column)] = text(field);
}

// The trimmed field; empty where the file has no such column.
std::string_view EventRowParser::value(EventField field) {
    const auto column = columns_.of(field);
    return column ? trimmed(reader_->field(*column)) : std::string_view{};
}

// The same as well-formed UTF-8.
std::string_view EventRowParser::text(EventField field) {
    const auto column = columns_.of(field);
    if (!column) return {};
    if (!reader_->may_have_high_bytes()) return trimmed(reader_->field(*column));
    const auto invalid = first_invalid_utf8(reader_->raw_field(*column));
    const auto written = trimmed(reader_->field(*column));
    if (!invalid) return written;
    warn("row.not_utf8", {{"offset", fmt::format("{}", reader_->field_offset(*column) + *invalid)}}, field);
    std::string& repaired = repaired_[static_cast<std::size_t>(field)];
    repaired = repaired_utf8(written);
    return repaired;
}

bool EventRowParser::reject(std::string key, base::NamedValues values, std::optional<EventField> field) {
    report_.problems.push_back(problem(std::move(key), std::move(values), field));
    return false;
}

void EventRowParser::warn(std::string key, base::NamedValues values, std::optional<EventField> field) {
    warnings_.push_back(problem(std::move(key), std::move(values), field));
}

RowProblem EventRowParser::problem(std::string key, base::NamedValues values,
                                   std::optional<EventField> field) const {
    const auto column = field ? columns_.of(*field) : std::nullopt;
    return {reader_->line(), column ? columns_.header[*column] : std::string(), std::move(key), std::move(values)};
}

}  // namespace harmattan::io
