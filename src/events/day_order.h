// The order of rows by day.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/day.h"

namespace harmattan::events {

// The rows of `days` in order of day, rows of one day in their old order: row i of the sorted table is row
// order[i] of the old one. Empty when they are in order already. A radix sort with 16 bits a pass: one pass for
// data of less than 179 years, two for any. At most 2^32 rows.
std::vector<std::uint32_t> order_by_day(std::span<const base::Day> days);

}  // namespace harmattan::events
