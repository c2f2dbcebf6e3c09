// A symbol with an analytic edge: a land-coloured casing outside keeps crowded ones countable, then a darker rim, then
// the fill. Hollow means "none reported" and nothing else; the shape is the source's. On demand the low estimate is a
// land-coloured ring inside, the high one a dashed ring outside.
#include "symbol.glsl"
uniform float u_unit;
uniform vec4 u_casing;
uniform int u_symbol;

// The cover of a pixel, from 0 to 1, by what lies inside an edge that is `from_edge_px` away (negative inside).
float cover(float from_edge_px) {
    return clamp(0.5 - from_edge_px, 0.0, 1.0);
}

// By a line of `width_px` along the inside of the edge.
float line_cover(float from_edge_px, float width_px) {
    return cover(from_edge_px) - cover(from_edge_px + width_px);
}

// 3 design pixels on, 2.5 off along the circle of `radius_px`, in whole dashes.
float dashed(vec2 from_centre, float radius_px) {
    float turn = atan(from_centre.y, from_centre.x) / 6.2831853 + 0.5;
    float dashes = max(round(6.2831853 * radius_px / (5.5 * u_unit)), 4.0);
    float px_per_dash = 6.2831853 * radius_px / dashes;
    float at_px = abs(fract(turn * dashes) - 0.5) * px_per_dash;
    return clamp(1.5 * u_unit + 0.5 - at_px, 0.0, 1.0);
}

// Premultiplied. `from_centre` in pixels, y downwards; `opacity` of the fill and of the edge; `radii_px` by best, low
// and high estimate.
vec4 symbol_paint(vec2 from_centre, vec3 radii_px, vec3 fill, vec3 edge, vec2 opacity, bool is_hollow) {
    float from_edge = symbol_distance(from_centre, radii_px.x, u_symbol);
    vec4 colour;
    if (is_hollow) {
        float alpha = line_cover(from_edge, 1.3 * u_unit) * opacity.x;
        colour = vec4(fill * alpha, alpha);
    } else {
        float inside = cover(from_edge), core = cover(from_edge + max(1.0 * u_unit, 0.8));
        float casing = cover(from_edge - 0.9 * u_unit) - inside;
        float fill_alpha = core * opacity.x, rim_alpha = (inside - core) * opacity.y;
        float casing_alpha = casing * u_casing.a * opacity.y;
        colour = vec4(fill * fill_alpha + edge * rim_alpha + u_casing.rgb * casing_alpha,
                      fill_alpha + rim_alpha + casing_alpha);
    }
    // Rings nearer to the edge than two lines would only blur it.
    float least_px = 2.0 * u_unit;
    if (radii_px.y > 0.0 && radii_px.x - radii_px.y > least_px) {
        float from_low = symbol_distance(from_centre, radii_px.y, u_symbol);
        float alpha = line_cover(from_low, 1.2 * u_unit) * opacity.y;
        colour = vec4(u_casing.rgb * alpha, alpha) + colour * (1.0 - alpha);
    }
    if (radii_px.z - radii_px.x > least_px) {
        float from_high = symbol_distance(from_centre, radii_px.z, u_symbol);
        float alpha = line_cover(from_high, 1.1 * u_unit) * dashed(from_centre, radii_px.z) * opacity.y;
        colour = vec4(edge * alpha, alpha) + colour * (1.0 - alpha);
    }
    return colour;
}
