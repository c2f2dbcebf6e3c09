// Roads from the tables that people have.
#pragma once

#include "features/feature_table.h"

namespace harmattan::story {

// The lines as scene::Role::roads wants them: their `rank`, 1 for the greatest to 9. It is taken, in whatever
// case, from `rank`, from OpenStreetMap's `highway` or Geofabrik's `fclass`, from Natural Earth's `type`, or from
// `scalerank`, the first of these that the table has; 4 where none says anything. Ferries are left out.
features::FeatureTable as_roads(const features::FeatureTable& table);

}  // namespace harmattan::story
