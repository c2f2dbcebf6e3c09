#version 410 core
// Events whose place is known only to a district or wider: a soft circle of the true radius, never a sharp dot.
#include "view.glsl"
#include "age.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in vec2 a_days;          // the table's first day to its first day; its length
layout(location = 2) in float a_radius_m;   // in the plane
layout(location = 3) in uvec3 a_kind;      // class of colour: low and high byte; 1 = known to a country only
layout(location = 4) in float a_diameter_px;
uniform float u_unit;
uniform float u_now_days;
uniform usampler2D u_colour_of;    // by class: the colour that it has on the day shown
uniform vec4 u_fill[9];
flat out vec4 v_fill;
flat out float v_opacity;
flat out float v_radius_px;
flat out float v_hatched;
out vec2 v_from_centre_px;

void main() {
    v_opacity = event_opacity(u_now_days - a_days.x, a_days.y);
    v_fill = u_fill[texelFetch(u_colour_of, ivec2(a_kind.xy), 0).r];
    v_hatched = float(a_kind.z);
    // Never smaller than the disc would be.
    v_radius_px = max(a_radius_m * u_px_per_m, 0.5 * a_diameter_px * u_unit + 2.0 * u_unit);
    vec2 corner = vec2((gl_VertexID % 6) == 1 || (gl_VertexID % 6) == 2 || (gl_VertexID % 6) == 4 ? 1.0 : -1.0,
                       (gl_VertexID % 6) == 2 || (gl_VertexID % 6) == 4 || (gl_VertexID % 6) == 5 ? 1.0 : -1.0);
    v_from_centre_px = corner * (v_radius_px + 1.0);
    gl_Position = px_to_clip(plane_to_px(a_position_m) + v_from_centre_px);
}
