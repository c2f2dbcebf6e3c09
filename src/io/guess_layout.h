// The columns of a table that no schema knows.
#pragma once

#include "io/event_layout.h"

namespace harmattan::io {

// Fills the fields that are still open with the columns that their names and the sample's values speak for, and
// notes why.
void guess_columns_of(EventLayout& layout, const TableSample& sample);

// Notes it where latitude and longitude seem to have changed places. Nothing is changed.
void propose_swap(EventLayout& layout, const TableSample& sample);

}  // namespace harmattan::io
