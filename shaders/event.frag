#version 410 core
// A disc with an analytic edge: a land-coloured casing outside keeps crowded discs countable, then a darker rim, then
// the fill. Hollow means "none reported" and nothing else.
flat in vec4 v_fill;
flat in vec4 v_edge;
flat in vec2 v_opacity;
flat in float v_radius_px;
flat in float v_hollow;
flat in float v_sprite_px;
uniform float u_unit;
uniform vec4 u_casing;
out vec4 o_colour;

void main() {
    float r = length(gl_PointCoord - 0.5) * v_sprite_px;
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
