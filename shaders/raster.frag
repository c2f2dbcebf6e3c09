#version 410 core
// A raster over land, in the projection's plane. `u_grid` holds what was sampled times how much of it is known, and
// that share, so that filtering never mixes missing data in.
uniform sampler2D u_grid;
uniform vec4 u_place;     // texture coordinates = px * xy + zw
uniform vec4 u_hole_px;   // left, top, right, bottom of a finer grid that stands for this one there
uniform int u_style;      // 0 relief, 1 values, 2 picture
uniform float u_opacity;
uniform vec4 u_shadow, u_light;  // of relief: with the opacity of the deepest and the brightest
uniform float u_flat;            // light on flat ground
uniform int u_limit_count;
uniform float u_limits[8];
uniform vec4 u_colours[9];
out vec4 o_colour;

vec4 relief(float light) {
    vec4 tone = light < u_flat ? u_shadow : u_light;
    float share = light < u_flat ? (u_flat - light) / u_flat : (light - u_flat) / (1.0 - u_flat);
    return vec4(tone.rgb, tone.a * clamp(share, 0.0, 1.0));
}

vec4 class_colour(float value, float change) {
    vec4 colour = u_colours[0];
    for (int i = 0; i < u_limit_count; ++i) {
        float above = clamp((value - u_limits[i]) / change + 0.5, 0.0, 1.0);
        colour = mix(colour, u_colours[i + 1], above);
    }
    return colour;
}

void main() {
    vec2 px = gl_FragCoord.xy;
    vec2 at = px * u_place.xy + u_place.zw;
    vec4 texel = texture(u_grid, at);
    float known = u_style == 2 ? texel.a : texel.g;
    float value = known > 0.0 ? texel.r / known : 0.0;
    float change = max(fwidth(value), 1e-30);
    float edge = max(fwidth(known), 1e-6);
    bool is_outside = at.x < 0.0 || at.y < 0.0 || at.x > 1.0 || at.y > 1.0;
    bool is_in_hole = px.x > u_hole_px.x && px.y > u_hole_px.y && px.x < u_hole_px.z && px.y < u_hole_px.w;
    if (is_outside || is_in_hole || known <= 0.0) discard;
    if (u_style == 2) {
        o_colour = texel * u_opacity;  // premultiplied
        return;
    }
    vec4 colour = u_style == 0 ? relief(value) : class_colour(value, change);
    float alpha = colour.a * u_opacity * clamp((known - 0.5) / edge + 0.5, 0.0, 1.0);
    o_colour = vec4(colour.rgb * alpha, alpha);
}
