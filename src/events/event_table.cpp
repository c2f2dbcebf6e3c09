#include "events/event_table.h"

#include <algorithm>
#include <cmath>

namespace harmattan::events {

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
