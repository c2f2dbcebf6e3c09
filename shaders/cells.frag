#version 410 core
flat in uint v_class;
in float v_inside;
uniform vec4 u_colour[8];
uniform vec4 u_no_figure;      // the ink of hatching
uniform float u_opacity;
uniform float u_unit;
out vec4 o_colour;

void main() {
    if (v_class == 254u) {
        // On the frame's own grid, so that neighbours' lines are the same lines.
        float spacing_px = 7.0 * u_unit;
        float across = fract((gl_FragCoord.x - gl_FragCoord.y) * 0.70710678 / spacing_px);
        float line = clamp(0.5 * u_unit + 0.5 - abs(across - 0.5) * spacing_px, 0.0, 1.0);
        o_colour = vec4(u_no_figure.rgb, 1.0) * u_no_figure.a * line;
        return;
    }
    // How far the edge is away, in pixels: a hair of ground stays between two hexagons.
    float slope = length(vec2(dFdx(v_inside), dFdy(v_inside)));
    float inside = slope > 0.0 ? clamp(v_inside / slope - 0.2 * u_unit + 0.5, 0.0, 1.0) : 1.0;
    float alpha = u_opacity * inside;
    o_colour = vec4(u_colour[v_class].rgb * alpha, alpha);
}
