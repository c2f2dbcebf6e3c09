#version 410 core
// Lines as ribbons: each vertex is pushed off the line by its normal, so the width stays constant in pixels while the
// geometry stays in metres. A normal is longer than 1 where a mitre needs it.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in vec2 a_normal;   // in the plane, y upwards
layout(location = 2) in float a_along_m; // from the line's start
layout(location = 3) in float a_side;    // -1, 0 (on the line) or 1
layout(location = 4) in float a_width;   // factor of the style's width
uniform float u_half_width_px;
out float v_across_px;  // distance from the line
out float v_along_px;
flat out float v_half_px;

void main() {
    float half_px = u_half_width_px * a_width;
    // Half a pixel more on each side carries the soft edge.
    float reach_px = half_px + 0.5;
    vec2 px = plane_to_px(a_position_m) + vec2(a_normal.x, -a_normal.y) * reach_px;
    v_across_px = a_side * reach_px;
    v_along_px = a_along_m * u_px_per_m;
    v_half_px = half_px;
    gl_Position = px_to_clip(px);
}
