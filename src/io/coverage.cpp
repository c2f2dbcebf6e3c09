#include "io/coverage.h"

#include "events/whole_years.h"

namespace harmattan::io {

void fill_coverage(ReadReport& report, base::DayRange days, const EventSchema& schema) {
    report.coverage = days;
    if (days.empty()) return;
    if (schema.covers_whole_years) report.coverage = events::to_whole_years(days);
    if (schema.unsettled_days > 0)
        report.unsettled_from = std::max(days.first, report.coverage.last + (1 - schema.unsettled_days));
}

}  // namespace harmattan::io
