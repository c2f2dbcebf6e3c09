// Areas of communities from the tables that analysts have.
#pragma once

#include <optional>

#include "features/feature_table.h"

namespace harmattan::story {

// The polygons as scene::Role::ethnic wants them (name_en, name_fr, from, to, settlement, hatch, source), when the
// table's columns are those of GeoEPR (`group`, `from`, `to` and `type`, and `statename` or `gwgroupid`: Vogt and
// others 2015, Integrating Data on Ethnicity, Geography, and Conflict, Journal of Conflict Resolution 59(7)) or of
// digitised maps after Murdock (`NAME` and `TRIBE_CODE`), in whatever case; else no value. Names stay as they are
// given, and `source` is on every area.
//
// Hatches go by name: all areas of a name have one, and names whose areas meet have different ones as far as the
// five go.
std::optional<features::FeatureTable> as_community_areas(const features::FeatureTable& table,
                                                         const std::string& source);

}  // namespace harmattan::story
