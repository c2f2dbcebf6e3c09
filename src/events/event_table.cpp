#include "events/event_table.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>

namespace harmattan::events {
namespace {

template <typename Value>
std::size_t bytes_of(const std::vector<Value>& column) {
    return column.capacity() * sizeof(Value);
}

}  // namespace

std::optional<double> EventTable::radius_km(std::size_t row) const {
    const RowOrigin origin = origin_[row];
    if (origin.file >= files_.size()) return std::nullopt;
    const double radius = files_[origin.file].radius_km[unpacked(kinds_[row]).where_precision];
    return radius < 0 ? std::nullopt : std::optional(radius);
}

EventRow EventTable::row(std::size_t row) const {
    EventRow out;
    out.first_day = first_day_[row];
    out.last_day = last_day()[row];
    out.lon_deg = lon_deg_[row];
    out.lat_deg = lat_deg_[row];
    out.best = best_[row];
    out.low = low_[row];
    out.high = high_[row];
    const EventKind kind = unpacked(kinds_[row]);
    out.type = kind.type;
    out.where_precision = kind.where_precision;
    out.date_precision = kind.date_precision;
    out.weight = weight(row);
    out.origin = origin_[row];
    for (std::size_t column = 0; column < text_count; ++column) out.texts[column] = texts_[column].at(row);
    return out;
}

EventTable EventTable::select(RowNumbers rows) const {
    EventTable selected;
    selected.take_rows(*this, rows);
    selected.files_ = files_;
    return selected;
}

std::uint64_t EventTable::total_weight() const {
    return has_weights() ? std::accumulate(weight_.begin(), weight_.end(), std::uint64_t(0)) : size();
}

// Column by column, so that sorting a table in place never holds more than a column of either kind twice.
void EventTable::take_rows(const EventTable& from, RowNumbers rows) {
    constexpr std::size_t many_rows = 65536;  // worth a thread
    const auto policy = rows.size() < many_rows ? std::launch::deferred : std::launch::async;
    std::future<void> texts = std::async(policy, [&] { take_texts(from, rows); });
    take_numbers(from, rows);
    texts.get();
}

void EventTable::take_texts(const EventTable& from, RowNumbers rows) {
    for (std::size_t column = 0; column < text_count; ++column)
        texts_[column] = from.texts_[column].gathered(rows);
}

void EventTable::take_numbers(const EventTable& from, RowNumbers rows) {
    first_day_ = gathered(from.first_day_, rows);
    length_days_ = from.length_days_.gathered(rows);
    lon_deg_ = gathered(from.lon_deg_, rows);
    lat_deg_ = gathered(from.lat_deg_, rows);
    best_ = from.best_.gathered(rows);
    low_ = from.low_.gathered(rows);
    high_ = from.high_.gathered(rows);
    kinds_ = gathered(from.kinds_, rows);
    weight_ = gathered(from.weight_, rows);
    origin_ = from.origin_.gathered(rows);
}

void EventTable::shrink_to_fit() {
    first_day_.shrink_to_fit();
    length_days_.shrink_to_fit();
    lon_deg_.shrink_to_fit();
    lat_deg_.shrink_to_fit();
    best_.shrink_to_fit();
    low_.shrink_to_fit();
    high_.shrink_to_fit();
    kinds_.shrink_to_fit();
    weight_.shrink_to_fit();
    origin_.shrink_to_fit();
    for (TextColumn& texts : texts_) texts.shrink_to_fit();
}

EventTable::Memory EventTable::memory_bytes() const {
    Memory memory;
    memory.rows = bytes_of(first_day_) + length_days_.memory_bytes() + bytes_of(lon_deg_) + bytes_of(lat_deg_) +
                  best_.memory_bytes() + low_.memory_bytes() + high_.memory_bytes() + bytes_of(kinds_) +
                  bytes_of(weight_) + origin_.memory_bytes();
    for (const TextColumn& texts : texts_) {
        memory.rows += texts.row_bytes();
        memory.dictionaries += texts.dictionary_bytes();
    }
    return memory;
}

base::DayRange EventTable::days() const {
    if (first_day_.empty()) return {{0}, {-1}};
    return {first_day_.front(), first_day_.back()};
}

EventTable::Rows EventTable::rows_in(base::DayRange range) const {
    if (range.empty()) return {};
    const auto begin = std::lower_bound(first_day_.begin(), first_day_.end(), range.first);
    const auto end = std::upper_bound(begin, first_day_.end(), range.last);
    return {static_cast<std::size_t>(begin - first_day_.begin()),
            static_cast<std::size_t>(end - first_day_.begin())};
}

MonthCounts count_by_month(const EventTable& table, base::DayRange range) {
    if (range.empty()) return {range.first, {}};
    const auto first_of_month = [](base::Day day) {
        const base::CivilDate date = base::civil_of(day);
        return base::day_of({date.year, date.month, 1});
    };
    MonthCounts months{first_of_month(range.first), {}};
    for (base::Day month = months.first_month; month <= range.last;) {
        const base::CivilDate date = base::civil_of(month);
        const base::Day last = month + (base::days_in_month(date.year, date.month) - 1);
        const auto rows = table.rows_in({std::max(month, range.first), std::min(last, range.last)});
        auto& counts = months.counts.emplace_back();
        for (std::size_t row = rows.first; row < rows.last; ++row)
            ++counts[static_cast<std::size_t>(table.type()[row])];
        month = last + 1;
    }
    return months;
}

std::int32_t best_quantile(const EventTable& table, double share) {
    std::vector<std::int32_t> known;
    known.reserve(table.size());
    std::copy_if(table.best().begin(), table.best().end(), std::back_inserter(known),
                 [](std::int32_t best) { return best != fatalities_unknown; });
    if (known.empty()) return 0;
    const double rank = std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(known.size()));
    const auto index = static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
    std::nth_element(known.begin(), known.begin() + index, known.end());
    return known[static_cast<std::size_t>(index)];
}

}  // namespace harmattan::events
