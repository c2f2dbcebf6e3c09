#version 410 core
// Filled polygons, triangulated once in the projected plane.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;

void main() {
    gl_Position = px_to_clip(plane_to_px(a_position_m));
}
