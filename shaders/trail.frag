#version 410 core
uniform vec4 u_colour;
uniform float u_radius_px;
out vec4 o_colour;

void main() {
    float size_px = ceil(2.0 * u_radius_px + 2.0);
    float r = length(gl_PointCoord - 0.5) * size_px;
    float alpha = u_colour.a * clamp(u_radius_px + 0.5 - r, 0.0, 1.0);
    o_colour = vec4(u_colour.rgb * alpha, alpha);
}
