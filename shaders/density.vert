#version 410 core
// Events as kernels, added up into a surface. All lengths in pixels are those of the surface's own target.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in float a_radius_m;  // in the plane
layout(location = 2) in float a_peak;      // events per 10,000 km2 at the middle
uniform float u_least_px;                  // a kernel smaller than this would fall between pixels
flat out float v_peak;
out vec2 v_from_centre;                    // in radii

void main() {
    float true_px = a_radius_m * u_px_per_m;
    float radius_px = max(true_px, u_least_px);
    // What is drawn wider is drawn flatter: its sum stays.
    float narrowing = true_px / radius_px;
    v_peak = a_peak * narrowing * narrowing;
    int corner = gl_VertexID % 6;
    vec2 side = vec2(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0,
                     corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
    v_from_centre = side;
    gl_Position = px_to_clip(plane_to_px(a_position_m) + side * radius_px);
}
