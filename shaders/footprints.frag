#version 410 core
// The summed footprints, laid over the frame once.
uniform sampler2D u_washes;  // colour times weight, weight: 1 for each event in full colour
uniform sampler2D u_rims;    // the weight of rims alone
out vec4 o_colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 wash = texelFetch(u_washes, at, 0);
    if (wash.a <= 0.0) discard;
    float rim = texelFetch(u_rims, at, 0).r;
    // One event, and a step for each doubling; the ceiling keeps rivers and borders legible.
    float fill = wash.a < 1.0 ? 0.10 * wash.a : min(0.10 + 0.036 * log2(wash.a), 0.28);
    // A rim is as strong as its share of what lies here, or many crossing rims would be a mass of their own.
    float line = 0.75 * min(rim, 1.0) * sqrt(min(rim / wash.a, 1.0));
    float alpha = max(fill, line);
    o_colour = vec4(wash.rgb / wash.a * alpha, alpha);
}
