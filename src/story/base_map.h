// A GeoPackage of Natural Earth as the base map: which of its layers are drawn as what, and how its columns are
// named.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "features/feature_table.h"
#include "scene/scene.h"

namespace harmattan::story {

// True when the names hold "countries": the GeoPackage then replaces the embedded base map.
bool is_base_map(const std::vector<std::string>& layer_names);

// The layers countries, states, lakes, rivers, disputed_lines (or disputed_boundaries) and places (or
// populated_places) that the file holds, in the order of drawing, with the columns that scene::Role names. `wants`
// says by id which of them are to be read.
std::vector<scene::FeatureLayer> read_base_map(const std::filesystem::path& file,
                                               const std::vector<std::string>& layer_names,
                                               const std::function<bool(const std::string& id)>& wants);

}  // namespace harmattan::story
