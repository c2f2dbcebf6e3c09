// The map view as uniforms (shaders/view.glsl).
#pragma once

#include "layout/map_view.h"
#include "render/gl/program.h"

namespace harmattan::render::gl {

// A double as the sum of two floats: what the GPU keeps of a coordinate in metres, good to about 1 mm on the
// globe.
struct SplitDouble {
    float high = 0, low = 0;

    SplitDouble() = default;
    explicit SplitDouble(double value)
        : high(static_cast<float>(value)), low(static_cast<float>(value - static_cast<double>(high))) {}
};

// Sets the uniforms of view.glsl; the program must be in use. Frames are drawn with their top row first, so that
// they are read back in a picture's order.
void set_view(const Program& program, const layout::MapView& view);

}  // namespace harmattan::render::gl
