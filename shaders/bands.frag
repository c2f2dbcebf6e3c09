#version 410 core
// A surface as filled bands, one for each class, with smooth edges.
uniform sampler2D u_sums;
uniform float u_reduction;     // pixels of the frame for one of the surface
uniform int u_class_count;
uniform float u_lower[8];      // where each class begins
uniform vec4 u_colour[8];
uniform float u_opacity;
out vec4 o_colour;

void main() {
    vec2 uv = gl_FragCoord.xy / u_reduction / vec2(textureSize(u_sums, 0));
    float value = texture(u_sums, uv).r;
    float slope = max(length(vec2(dFdx(value), dFdy(value))), 1e-20);
    float inside = clamp((value - u_lower[0]) / slope + 0.5, 0.0, 1.0);
    if (inside <= 0.0) discard;
    vec3 colour = u_colour[0].rgb;
    for (int i = 1; i < u_class_count; ++i)
        colour = mix(colour, u_colour[i].rgb, clamp((value - u_lower[i]) / slope + 0.5, 0.0, 1.0));
    float alpha = inside * u_opacity;
    o_colour = vec4(colour * alpha, alpha);
}
