#version 410 core
// One symbol for all events of a place, worked out for each frame (layout/place_symbols.h).
#include "view.glsl"
layout(location = 0) in vec2 a_centre_px;
layout(location = 1) in vec3 a_diameters_px;   // by best, low and high estimate, in design pixels
layout(location = 2) in vec2 a_opacity_hollow; // factor; 1 = hollow
layout(location = 3) in uvec4 a_ends_0;        // by colour: where its share of the circle ends, in 255ths
layout(location = 4) in uvec4 a_ends_1;
layout(location = 5) in uvec4 a_ends_2;
uniform float u_unit;
uniform float u_margin_px;         // of the viewport round the frame
uniform float u_reach;
uniform float u_ranges;
flat out vec2 v_opacity;
flat out vec3 v_radii_px;
flat out float v_hollow;
flat out float v_sprite_px;
flat out uvec4 v_ends_0;
flat out uvec4 v_ends_1;
flat out uvec4 v_ends_2;

void main() {
    float f = a_opacity_hollow.x;
    v_hollow = a_opacity_hollow.y;
    v_opacity = vec2(0.92 * f, f > 0.0 ? min(1.0, (0.35 + 0.65 * f) * min(1.0, f / 0.3)) : 0.0);
    v_radii_px = 0.5 * u_unit * a_diameters_px * vec3(1.0, u_ranges, u_ranges);
    v_sprite_px = ceil(2.0 * u_reach * (max(v_radii_px.x, v_radii_px.z) + 0.9 * u_unit + 1.0));
    v_ends_0 = a_ends_0;
    v_ends_1 = a_ends_1;
    v_ends_2 = a_ends_2;
    gl_PointSize = v_sprite_px;
    gl_Position = px_to_clip(a_centre_px + u_margin_px);
}
