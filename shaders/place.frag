#version 410 core
// A place's symbol: each colour has the part of the circle, clockwise from the top, that its events have in the sum.
#include "symbol_paint.glsl"
flat in vec2 v_opacity;
flat in vec3 v_radii_px;
flat in float v_hollow;
flat in float v_sprite_px;
flat in uvec4 v_ends_0;
flat in uvec4 v_ends_1;
flat in uvec4 v_ends_2;
uniform vec4 u_fill[9];
uniform vec4 u_edge[9];
out vec4 o_colour;

int colour_at(vec2 from_centre) {
    float turn = fract(atan(from_centre.x, -from_centre.y) / 6.2831853);
    uvec4 at = uvec4(uint(turn * 255.0));
    uvec4 passed = uvec4(greaterThanEqual(at, v_ends_0)) + uvec4(greaterThanEqual(at, v_ends_1)) +
                   uvec4(greaterThanEqual(at, v_ends_2));
    return min(int(passed.x + passed.y + passed.z + passed.w), 8);
}

void main() {
    vec2 from_centre = vec2(gl_PointCoord.x - 0.5, 0.5 - gl_PointCoord.y) * v_sprite_px;
    // Soft where two parts meet: the mean of four points of the pixel.
    vec3 fill = vec3(0.0), edge = vec3(0.0);
    for (int i = 0; i < 4; ++i) {
        int colour = colour_at(from_centre + 0.25 * vec2((i & 1) == 0 ? -1.0 : 1.0, (i & 2) == 0 ? -1.0 : 1.0));
        fill += 0.25 * u_fill[colour].rgb;
        edge += 0.25 * u_edge[colour].rgb;
    }
    o_colour = symbol_paint(from_centre, v_radii_px, fill, edge, v_opacity, v_hollow > 0.5);
}
