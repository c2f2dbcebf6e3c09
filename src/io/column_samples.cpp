#include "io/column_samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "io/date_text.h"
#include "io/degrees_text.h"
#include "io/number_evidence.h"

namespace harmattan::io {
namespace {

bool is_in(std::string_view field, std::initializer_list<std::string_view> fields) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

NumberStyle style_of(SampleRows rows, std::size_t column) {
    NumberEvidence evidence;
    for (const auto& row : rows)
        if (column < row.size()) evidence.add(row[column]);
    return evidence.style().value_or(NumberStyle{});
}

bool is_date(std::string_view text) {
    const DateReading reading = read_date(text);
    return reading || reading.problem == DateProblem::needs_order || reading.problem == DateProblem::lone_number;
}

void add_number(ColumnSamples& samples, std::string_view text) {
    const auto decimal = read_decimal(text, samples.style);
    if (!decimal) return;
    ++samples.numbers;
    if (std::abs(decimal.value) > 360) ++samples.metres;
    const auto count = read_count(text, samples.style);
    if (!count) return;
    const auto is_between = [&](int least, int most) {
        return count.value >= least && count.value <= most ? 1U : 0U;
    };
    ++samples.counts;
    samples.digits += is_between(0, 9);
    samples.days += is_between(1, 31);
    samples.years += is_between(1800, 2200);
}

void add_degrees(ColumnSamples& samples, std::string_view text) {
    const bool is_lat = static_cast<bool>(read_degrees(text, Axis::latitude, samples.style));
    const bool is_lon = static_cast<bool>(read_degrees(text, Axis::longitude, samples.style));
    if (is_lat || is_lon) ++samples.degrees;
    if (is_lat) ++samples.within_90;
    if (!is_lat && !is_lon && read_pair(text, PairOrder::longitude_first, samples.style)) ++samples.pairs;
}

}  // namespace

ColumnSamples sample_column(SampleRows rows, std::size_t column) {
    ColumnSamples samples;
    samples.style = style_of(rows, column);
    std::set<std::string_view> distinct;
    for (const auto& row : rows) {
        if (column >= row.size() || is_missing(row[column])) continue;
        const std::string_view text = row[column];
        ++samples.values;
        distinct.insert(text);
        if (is_date(text)) ++samples.dates;
        if (read_month(text)) ++samples.months;
        add_number(samples, text);
        add_degrees(samples, text);
    }
    samples.distinct = distinct.size();
    return samples;
}

ValueSupport support_of(const ColumnSamples& samples, std::string_view field) {
    const std::size_t all = samples.values;
    if (all == 0) return {1, 0};
    const auto share = [&](std::size_t part) { return static_cast<double>(part) / static_cast<double>(all); };
    const auto of = [&](std::size_t part) { return ValueSupport{share(part), part}; };
    if (field == "id") return {samples.distinct == all ? 1 : 0.6 * share(samples.distinct), samples.distinct};
    if (is_in(field, {"date_start", "date_end"})) return of(samples.dates);
    if (field == "year") return of(samples.years);
    if (field == "month") return of(samples.months);
    if (field == "day") return of(samples.days);
    // Swapped columns must still be found: a latitude beyond 90 costs only a part.
    if (field == "latitude")
        return {0.6 * share(samples.degrees) + 0.4 * share(samples.within_90), samples.within_90};
    if (field == "longitude") return of(samples.degrees);
    if (field == "coordinates") return of(samples.pairs);
    if (is_in(field, {"x", "y"})) return of(samples.metres);
    if (is_in(field, {"best", "low", "high"})) return of(samples.counts);
    if (field == "weight") return of(samples.numbers);
    if (is_in(field, {"where_precision", "date_precision"}))
        return {std::max(0.5, share(samples.digits)), samples.digits};
    if (is_in(field, {"type", "category", "subcategory"})) return of(all);
    // Names and texts: a column of numbers is an unlikely one.
    const std::size_t words = all - std::min(all, samples.numbers);
    return {std::max(0.3, share(words)), words};
}

}  // namespace harmattan::io
