#version 410 core
// Events whose place is known only to a district or wider: a soft circle of the true radius, never a sharp dot.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in float a_day;
layout(location = 2) in float a_radius_m;   // in the plane
layout(location = 3) in uvec3 a_kind;      // class of colour: low and high byte; 1 = known to a country only
layout(location = 4) in float a_diameter_px;
uniform float u_unit;
uniform float u_now_days;
uniform float u_window_days;
uniform usampler2D u_colour_of;    // by class: the colour that it has on the day shown
uniform vec4 u_fill[9];
flat out vec4 v_fill;
flat out float v_opacity;
flat out float v_radius_px;
flat out float v_hatched;
out vec2 v_from_centre_px;

float age_opacity(float u) {
    float faded = 1.0 - 0.58 * clamp((u - 0.08) / 0.84, 0.0, 1.0);
    return u > 0.92 ? faded * max(1.0 - u, 0.0) / 0.08 : faded;
}

void main() {
    float age_days = u_now_days - a_day;
    v_opacity = u_window_days > 0.0 ? age_opacity(age_days / u_window_days) : 1.0;
    v_opacity *= clamp(0.3 + 0.7 * age_days, 0.0, 1.0);
    v_fill = u_fill[texelFetch(u_colour_of, ivec2(a_kind.xy), 0).r];
    v_hatched = float(a_kind.z);
    // Never smaller than the disc would be.
    v_radius_px = max(a_radius_m * u_px_per_m, 0.5 * a_diameter_px * u_unit + 2.0 * u_unit);
    vec2 corner = vec2((gl_VertexID % 6) == 1 || (gl_VertexID % 6) == 2 || (gl_VertexID % 6) == 4 ? 1.0 : -1.0,
                       (gl_VertexID % 6) == 2 || (gl_VertexID % 6) == 4 || (gl_VertexID % 6) == 5 ? 1.0 : -1.0);
    v_from_centre_px = corner * (v_radius_px + 1.0);
    gl_Position = px_to_clip(plane_to_px(a_position_m) + v_from_centre_px);
}
