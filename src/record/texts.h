// What a picture or a film says of itself in its metadata.
#pragma once

#include "record/png.h"
#include "scene/scene.h"

namespace harmattan::record {

// Title, Description, Source and Software of a scene, in its language. Nothing in it depends on the instant or the
// clock, so that a frame is the same bytes wherever it is drawn.
PngTexts texts_of(const scene::Scene& scene);

}  // namespace harmattan::record
