#version 410 core
// One event's symbol.
#include "symbol_paint.glsl"
flat in vec4 v_fill;
flat in vec4 v_edge;
flat in vec2 v_opacity;
flat in vec3 v_radii_px;
flat in float v_hollow;
flat in float v_sprite_px;
out vec4 o_colour;

void main() {
    // Frames have their top row first, so a sprite's rows run upwards.
    vec2 from_centre = vec2(gl_PointCoord.x - 0.5, 0.5 - gl_PointCoord.y) * v_sprite_px;
    o_colour = symbol_paint(from_centre, v_radii_px, v_fill.rgb, v_edge.rgb, v_opacity, v_hollow > 0.5);
}
