// An extent in which nothing lies, since its numbers were given in another order than west, south, east, north.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/console.h"
#include "events/event_table.h"
#include "geo/extent.h"

namespace harmattan::cli {

// The sentence that says so, where no event of the tables lies in the extent but some do in the one that the same
// numbers are as south, west, north, east. Nothing is changed.
std::optional<std::string> swapped_extent_words(const geo::Extent& extent,
                                                std::span<const events::EventTable* const> tables,
                                                const Console& console);

}  // namespace harmattan::cli
