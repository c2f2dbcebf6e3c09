// For which days a source has data.
#pragma once

#include "events/event_table.h"
#include "io/read_report.h"

namespace harmattan::io {

// Writes coverage and unsettled_from into the report. A release that covers whole years is taken to reach to the
// ends of its first and last year where its first and last events lie within two weeks of them; any other table
// ends with its last event, so that no peace is claimed after it. Where a source is known to correct its last days
// for a while (EventSchema::unsettled_days), they are unsettled.
void fill_coverage(ReadReport& report, base::DayRange days, const EventSchema& schema);

}  // namespace harmattan::io
