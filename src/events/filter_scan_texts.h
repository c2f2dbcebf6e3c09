// Going over a field of texts.
#pragma once

#include <functional>
#include <string_view>

#include "events/filter_scan.h"

namespace harmattan::events {

// For every row yes where `finds` is true of its text, no where it is false, unknown where it has none. `finds` is
// called once for each text of a dictionary and with each id. Of fields that have two texts (the sides of an
// actor, the two names of a dataset) one that is found is enough, and one that is given makes the row known.
Answers scan_texts(const EventTable& table, FilterField field, const std::function<bool(std::string_view)>& finds);

// Yes becomes no, and no yes.
void negate(Answers& answers);

}  // namespace harmattan::events
