#version 410 core
// Hexagons and areas, each in the colour of its class.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in float a_inside;    // of a hexagon: 0 on its edge, 1 at its middle; of an area 1
layout(location = 2) in int a_cell;
uniform usampler2D u_class_of;             // by cell, 256 a row
flat out uint v_class;
out float v_inside;

void main() {
    v_class = texelFetch(u_class_of, ivec2(a_cell & 255, a_cell >> 8), 0).r;
    v_inside = a_inside;
    gl_Position = px_to_clip(plane_to_px(a_position_m));
    if (v_class == 255u) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);  // nothing to draw
}
