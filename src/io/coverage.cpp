#include "io/coverage.h"

namespace harmattan::io {

void fill_coverage(ReadReport& report, const events::EventTable& table, const EventSchema& schema) {
    constexpr int weeks_end_days = 14;
    const base::DayRange days = table.days();
    report.coverage = days;
    if (days.empty()) return;
    if (schema.covers_whole_years) {
        const base::Day new_year = base::day_of({base::civil_of(days.first).year, 1, 1});
        const base::Day years_end = base::day_of({base::civil_of(days.last).year, 12, 31});
        if (days.first - new_year <= weeks_end_days) report.coverage.first = new_year;
        if (years_end - days.last <= weeks_end_days) report.coverage.last = years_end;
    }
    if (schema.unsettled_days > 0)
        report.unsettled_from = std::max(days.first, report.coverage.last + (1 - schema.unsettled_days));
}

}  // namespace harmattan::io
