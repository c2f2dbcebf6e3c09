// From the words of a filter to what it means.
#pragma once

#include <string_view>

#include "events/filter_tree.h"

namespace harmattan::events {

// Throws the errors of Filter::parse().
FilterNode parsed_filter(std::string_view expression);

}  // namespace harmattan::events
