#version 410 core
// A symbol with an analytic edge: a land-coloured casing outside keeps crowded ones countable, then a darker rim, then
// the fill. Hollow means "none reported" and nothing else; the shape is the source's.
#include "symbol.glsl"
flat in vec4 v_fill;
flat in vec4 v_edge;
flat in vec2 v_opacity;
flat in float v_radius_px;
flat in float v_hollow;
flat in float v_sprite_px;
uniform float u_unit;
uniform vec4 u_casing;
uniform int u_symbol;
out vec4 o_colour;

void main() {
    // As far from the edge as in a disc: inside it is less than the radius.
    float r = length(gl_PointCoord - 0.5) * v_sprite_px;
    if (u_symbol != 0) {
        // Frames have their top row first, so a sprite's rows run upwards.
        vec2 from_centre = vec2(gl_PointCoord.x - 0.5, 0.5 - gl_PointCoord.y) * v_sprite_px;
        r = v_radius_px + symbol_distance(from_centre, v_radius_px, u_symbol);
    }
    float inside = clamp(v_radius_px + 0.5 - r, 0.0, 1.0);
    if (v_hollow > 0.5) {
        float width = 1.3 * u_unit;
        float ring = inside * (1.0 - clamp(v_radius_px - width + 0.5 - r, 0.0, 1.0));
        float alpha = ring * v_opacity.x;
        o_colour = vec4(v_fill.rgb * alpha, alpha);
        return;
    }
    float rim_px = max(1.0 * u_unit, 0.8);
    float core = clamp(v_radius_px - rim_px + 0.5 - r, 0.0, 1.0);
    float casing = clamp(v_radius_px + 0.9 * u_unit + 0.5 - r, 0.0, 1.0) - inside;
    float fill_alpha = core * v_opacity.x;
    float rim_alpha = (inside - core) * v_opacity.y;
    float casing_alpha = casing * u_casing.a * v_opacity.y;
    o_colour = vec4(v_fill.rgb * fill_alpha + v_edge.rgb * rim_alpha + u_casing.rgb * casing_alpha,
                    fill_alpha + rim_alpha + casing_alpha);
}
