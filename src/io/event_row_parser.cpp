#include "io/event_row_parser.h"

#include <fmt/core.h>

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

// More than a report lists: of the parts of a table each lists the first foreign text of a column (ForeignTexts),
// and all but one of them are dropped.
constexpr std::size_t most_listed = most_warnings + event_field_count;

bool is_known(std::int32_t number) {
    return number != events::fatalities_unknown;
}

// "1.2E+11": a spreadsheet has dropped the last digits of an id, and of its neighbours' to the same text.
bool is_rounded_number(std::string_view id) {
    const std::size_t size = id.size();
    if (size < 5 || id[size - 3] != '+' || (id[size - 4] != 'E' && id[size - 4] != 'e')) return false;
    return id.substr(0, size - 4).find_first_not_of("0123456789.,") == std::string_view::npos;
}

}  // namespace

EventRowParser::EventRowParser(const EventLayout& layout, ValueRules& rules, SourceFiles& files,
                               const RowChecks& checks, ReadReport& report)
    : layout_(layout), schema_(*layout.schema), rules_(rules), files_(files), checks_(checks), report_(report) {
    for (const auto& [field, column] : text_fields)
        if (layout.has(field)) used_texts_.emplace_back(field, column);
}

const events::EventRow* EventRowParser::parse(TableReader& reader) {
    reader_ = &reader;
    fields_ = reader.trimmed_fields();
    has_plain_texts_ = !checks_.texts_are_guarded && !reader.may_have_high_bytes();
    ++report_.records;
    row_ = {};
    written_precision_ = 0;
    warnings_.clear();
    foreign_in_record_ = 0;
    if (!has_fields() || !fill_id() || !fill_place() || !fill_dates() || !fill_fatalities() || !fill_weight())
        return nullptr;
    fill_precisions();
    if (!is_wanted()) {
        --report_.records;
        return nullptr;
    }
    ++report_.kept;
    if (row_.where_precision == 0) ++report_.where_precision_missing;
    if (row_.date_precision == 0) ++report_.date_precision_missing;
    fill_type();
    fill_texts();
    fill_origin();
    if (!is_known(row_.best)) ++report_.best_missing;
    if (layout_.has(EventField::updated)) note_update();
    doubt_estimates();
    doubt_dates();
    if (reader.has_stray_quote()) warn("row.stray_quote", {});
    for (auto& warning : warnings_) add_warning(report_, std::move(warning), most_listed);
    if (foreign_in_record_ > 0) count_warnings(report_, "row.not_utf8", foreign_in_record_);
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
    if (is_rounded_number(id)) warn("row.number_rounded", {{"value", shortened(id)}}, EventField::id);
    return true;
}

bool EventRowParser::fill_fatalities() {
    return fill_estimate(EventField::best, row_.best) && fill_estimate(EventField::low, row_.low) &&
           fill_estimate(EventField::high, row_.high);
}

bool EventRowParser::fill_estimate(EventField field, std::int32_t& estimate) {
    const auto written = value(field);
    if (written.empty() || is_unknown(written)) return true;
    if (const auto number = parse_integer(written); number && *number >= 0) {
        estimate = *number;
        return true;
    }
    // "unknown", "inconnu": that is what the row says.
    if (read_count(written, rules_.counts()).problem == NumberProblem::unknown) return true;
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
    for (const auto& [field, column] : used_texts_) row_.set_text(column, text(field));
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

void EventRowParser::note_update() {
    constexpr double most_s = 1e11;  // the year 5138
    const auto seconds = parse_number(value(EventField::updated));
    if (!seconds || !(*seconds >= 0 && *seconds <= most_s)) return;
    report_.latest_update_s = std::max(report_.latest_update_s.value_or(0), static_cast<std::int64_t>(*seconds));
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

// The same as well-formed UTF-8, and as it was before it was guarded.
std::string_view EventRowParser::text(EventField field) {
    if (has_plain_texts_) return value(field);
    const std::string_view written = as_utf8(field);
    if (!checks_.texts_are_guarded || !may_be_guarded(written)) return written;
    std::string& plain = repaired_[static_cast<std::size_t>(field)];
    plain = unguarded_text(written);
    return plain;
}

std::string_view EventRowParser::as_utf8(EventField field) {
    const auto column = layout_.of(field);
    if (!column) return {};
    if (!reader_->may_have_high_bytes()) return field_at(*column);
    const auto invalid = reader_->invalid_utf8_offset(*column);
    const auto written = field_at(*column);
    if (!invalid) return written;
    // Of a file in another encoding nearly every row has one: all are counted, and the first of a column listed,
    // so that other doubts are seen.
    if (foreign_texts_.add(field, *invalid, reader_->line()))
        warn("row.not_utf8", {{"offset", fmt::format("{}", *invalid)}}, field);
    else
        ++foreign_in_record_;
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

RowProblem EventRowParser::problem(std::string key, base::NamedValues values,
                                   std::optional<EventField> field) const {
    const auto column = field ? layout_.of(*field) : std::nullopt;
    return {reader_->line(), column ? layout_.header[*column] : std::string(), std::move(key), std::move(values),
            reader_->position()};
}

}  // namespace harmattan::io
