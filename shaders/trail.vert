#version 410 core
// Places where events were before the window: small marks of one size, whatever happened there.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;
uniform float u_radius_px;

void main() {
    gl_PointSize = ceil(2.0 * u_radius_px + 2.0);
    gl_Position = px_to_clip(plane_to_px(a_position_m));
}
