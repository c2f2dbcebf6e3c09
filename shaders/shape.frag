#version 410 core
#include "symbol.glsl"
flat in vec4 v_ab;
flat in vec4 v_c_width;
flat in vec4 v_colour;
flat in vec4 v_kind_dash;
in vec2 v_px;
out vec4 o_colour;

// Share of this pixel that an axis-parallel rectangle covers.
float rect_coverage(vec2 low, vec2 high) {
    vec2 covered = clamp(min(v_px + 0.5, high) - max(v_px - 0.5, low), 0.0, 1.0);
    return covered.x * covered.y;
}

// Soft dashes along `at` pixels.
float dash_coverage(float at) {
    float on = v_kind_dash.y, period = v_kind_dash.y + v_kind_dash.z;
    if (on <= 0.0) return 1.0;
    float inside = mod(at, period);
    return clamp(max(min(inside, on - inside), inside - period) + 0.5, 0.0, 1.0);
}

float segment_coverage() {
    vec2 along = v_ab.zw - v_ab.xy;
    float len = max(length(along), 1e-6);
    vec2 direction = along / len;
    vec2 from_a = v_px - v_ab.xy;
    float at = dot(from_a, direction);
    float across = abs(dot(from_a, vec2(-direction.y, direction.x)));
    float width = v_c_width.z;
    float side = clamp(0.5 * width + 0.5 - across, 0.0, 1.0) * min(width, 1.0);
    float ends = clamp(min(at, len - at) + 0.5, 0.0, 1.0);
    return side * ends * dash_coverage(at);
}

float disc_coverage() {
    vec2 from_centre = v_px - v_ab.xy;
    float r = length(from_centre), radius = v_ab.z, width = v_c_width.z;
    float coverage = clamp(radius + 0.5 - r, 0.0, 1.0);
    if (width <= 0.0) return coverage;
    coverage *= 1.0 - clamp(radius - width + 0.5 - r, 0.0, 1.0);
    return coverage * dash_coverage(atan(from_centre.y, from_centre.x) * radius + 6.2831853 * radius);
}

float symbol_coverage() {
    float distance = symbol_distance(v_px - v_ab.xy, v_ab.z, int(v_ab.w + 0.5)), width = v_c_width.z;
    float coverage = clamp(0.5 - distance, 0.0, 1.0);
    return width <= 0.0 ? coverage : coverage * (1.0 - clamp(0.5 - width - distance, 0.0, 1.0));
}

float hatch_coverage() {
    // Lines of the horizontal, or near it, begin at the rectangle's own edge.
    float across = dot(v_px - v_ab.xy, vec2(sin(v_kind_dash.z), cos(v_kind_dash.z)));
    float period = max(v_kind_dash.y, 1.0);
    float from_line = abs(mod(across, period) - 0.5 * period);
    return rect_coverage(v_ab.xy, v_ab.zw) * clamp(0.5 * v_c_width.z + 0.5 - from_line, 0.0, 1.0);
}

float edge_distance(vec2 p, vec2 q) {
    vec2 direction = normalize(q - p);
    return dot(v_px - p, vec2(-direction.y, direction.x));
}

float triangle_coverage() {
    vec2 a = v_ab.xy, b = v_ab.zw, c = v_c_width.xy;
    float turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    float side = turn < 0.0 ? -1.0 : 1.0;
    float inside = min(min(side * edge_distance(a, b), side * edge_distance(b, c)), side * edge_distance(c, a));
    return clamp(inside + 0.5, 0.0, 1.0);
}

void main() {
    int kind = int(v_kind_dash.x + 0.5);
    float coverage = kind == 0   ? rect_coverage(v_ab.xy, v_ab.zw)
                     : kind == 1 ? segment_coverage()
                     : kind == 2 ? disc_coverage()
                     : kind == 3 ? hatch_coverage()
                     : kind == 4 ? triangle_coverage()
                                 : symbol_coverage();
    float alpha = v_colour.a * coverage;
    o_colour = vec4(v_colour.rgb * alpha, alpha);
}
