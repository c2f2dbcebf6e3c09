#version 410 core
// Adds one footprint to the sums that footprints.frag lays over the frame.
flat in vec4 v_fill;
flat in float v_opacity;
flat in float v_radius_px;
flat in float v_hatched;
in vec2 v_from_centre_px;
uniform float u_unit;
uniform vec2 u_dash_px;  // on and off, in design pixels; off 0 = a whole line
layout(location = 0) out vec4 o_wash;
layout(location = 1) out vec4 o_rim;

void main() {
    float r = length(v_from_centre_px);
    float inside = clamp(v_radius_px + 0.5 - r, 0.0, 1.0);
    float width = 1.1 * u_unit;
    float rim = inside * (1.0 - clamp(v_radius_px - width + 0.5 - r, 0.0, 1.0));
    // A whole number of dashes round the circle, each about as long as said.
    float period = u_dash_px.x + u_dash_px.y;
    float count = max(floor(6.2831853 * v_radius_px / (period * u_unit)), 6.0);
    float phase = fract(atan(v_from_centre_px.y, v_from_centre_px.x) / 6.2831853 * count);
    float dash_px = 6.2831853 * v_radius_px / count;
    float dash = clamp((0.5 * u_dash_px.x / period - abs(phase - 0.5)) * dash_px + 0.5, 0.0, 1.0);
    if (u_dash_px.y <= 0.0) dash = 1.0;
    float wash = inside;
    if (v_hatched > 0.5) {
        // On the frame's own grid, so that the lines of many events are the same lines.
        float spacing_px = 12.0 * u_unit;
        float across = fract((gl_FragCoord.x + gl_FragCoord.y) * 0.70710678 / spacing_px);
        wash *= clamp(0.5 * u_unit + 0.5 - abs(across - 0.5) * spacing_px, 0.0, 1.0);
    }
    float line = rim * dash * v_opacity;
    float weight = max(wash * v_opacity, line);
    o_wash = vec4(v_fill.rgb * weight, weight);
    o_rim = vec4(line, 0.0, 0.0, line);
}
