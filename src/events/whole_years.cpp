#include "events/whole_years.h"

namespace harmattan::events {

base::DayRange to_whole_years(base::DayRange days) {
    constexpr int weeks_end_days = 14;
    if (days.empty()) return days;
    const base::Day new_year = base::day_of({base::civil_of(days.first).year, 1, 1});
    const base::Day years_end = base::day_of({base::civil_of(days.last).year, 12, 31});
    if (days.first - new_year <= weeks_end_days) days.first = new_year;
    if (years_end - days.last <= weeks_end_days) days.last = years_end;
    return days;
}

}  // namespace harmattan::events
