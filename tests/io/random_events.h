// Tables of events made up at random, as hard to write as any can be.
#pragma once

#include <cstdint>

#include "events/event_table.h"

namespace harmattan::test {

// The same for a seed everywhere. Texts hold what breaks writers (quotation marks, line breaks, formulas,
// apostrophes, any Unicode), without blanks around them, as every reader gives them; numbers, days and places go
// to their limits; there are several files, of known and unknown datasets, with radii of their own.
events::EventTable random_events(std::uint64_t seed);

}  // namespace harmattan::test
