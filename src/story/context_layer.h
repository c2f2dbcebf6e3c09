// What a layer of context events must hold.
#pragma once

#include <string>

#include "features/feature_table.h"

namespace harmattan::story {

// Throws Error where the table cannot serve as scene::Role::context: "story.context_points" (layer), it holds no
// points; "story.context_kind" (layer, row, text, allowed), a feature's `kind` is none of
// scene::context_kind_words; "story.context_days" (layer, row, column, text), its `from` or `to` is neither a day,
// a year nor empty.
void check_context_layer(const features::FeatureTable& table, const std::string& layer);

}  // namespace harmattan::story
