#include "io/date_interval.h"

namespace harmattan::io {
namespace {

base::DayRange around(base::Day written, int days, DateAnchor anchor) {
    const base::Day first = anchor == DateAnchor::middle ? written + (-days / 2) : written;
    static const base::Day earliest = base::day_of({1, 1, 1}), latest = base::day_of({9999, 12, 31});
    return {std::max(first, earliest), std::min(first + (days - 1), latest)};
}

}  // namespace

base::DayRange interval_of(base::Day written, events::DatePrecision precision, DateAnchor anchor) {
    const base::CivilDate date = base::civil_of(written);
    switch (precision) {
        case 2:
            return around(written, 6, anchor);
        case 3:
            return around(written, 7, anchor);
        case 4:
            return {base::day_of({date.year, date.month, 1}),
                    base::day_of({date.year, date.month, base::days_in_month(date.year, date.month)})};
        case 5:
            return {base::day_of({date.year, 1, 1}), base::day_of({date.year, 12, 31})};
        default:
            return {written, written};
    }
}

}  // namespace harmattan::io
