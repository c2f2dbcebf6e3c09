#version 410 core
flat in vec4 v_fill;
flat in float v_opacity;
flat in float v_radius_px;
in vec2 v_from_centre_px;
uniform float u_unit;
out vec4 o_colour;

void main() {
    float r = length(v_from_centre_px);
    float inside = clamp(v_radius_px + 0.5 - r, 0.0, 1.0);
    float width = 1.1 * u_unit;
    float rim = inside * (1.0 - clamp(v_radius_px - width + 0.5 - r, 0.0, 1.0));
    // A whole number of dashes round the circle, about 3.5 on and 3.5 off.
    float count = max(floor(6.2831853 * v_radius_px / (7.0 * u_unit)), 6.0);
    float phase = fract(atan(v_from_centre_px.y, v_from_centre_px.x) / 6.2831853 * count);
    float dash_px = 6.2831853 * v_radius_px / count;
    float dash = clamp((0.25 - abs(phase - 0.5)) * dash_px + 0.5, 0.0, 1.0);
    float alpha = max(0.10 * inside, 0.75 * rim * dash) * v_opacity;
    o_colour = vec4(v_fill.rgb * alpha, alpha);
}
