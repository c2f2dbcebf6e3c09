// A filter's conditions over whole columns.
#pragma once

#include <vector>

#include "events/event_table.h"
#include "events/filter_answer.h"
#include "events/filter_tree.h"

namespace harmattan::events {

// One answer a row.
using Answers = std::vector<FilterAnswer>;

// Texts are looked at once for each text of a dictionary, numbers in two bytes once for each number there can be,
// days once for each day; only ids, coordinates, last days and weights are looked at row by row.
Answers scan(const EventTable& table, const NumberCondition& condition);
Answers scan(const EventTable& table, const TextCondition& condition);
Answers scan(const EventTable& table, const KnownCondition& condition);
Answers scan(const EventTable& table, const geo::Extent& extent);
// Geodesic distance on WGS 84, that of the radius included.
Answers scan(const EventTable& table, const NearCondition& condition);

}  // namespace harmattan::events
