// Whether two tables say the same of the same events.
#pragma once

#include "events/event_table.h"

namespace harmattan::test {

// Every column of Harmattan's own table, row by row, the files' names and the exact places.
void check_equal(const events::EventTable& read, const events::EventTable& written);

}  // namespace harmattan::test
