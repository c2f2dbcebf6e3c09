#version 410 core
// Events as point sprites. The frame's window is chosen by drawing only the runs of events that lie in it; here only
// age and fade are worked out.
#include "view.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in float a_day;          // days since the table's first day
layout(location = 2) in float a_diameter_px;  // in design pixels
layout(location = 3) in uvec3 a_kind;         // class of colour: low and high byte; 1 = hollow
uniform float u_unit;              // pixels per design pixel
uniform float u_now_days;          // the playhead, days since the table's first day
uniform float u_window_days;       // length of the window; 0 = nothing fades
uniform float u_reach;             // of the symbol's corners, in radii
uniform usampler2D u_colour_of;    // by class: the colour that it has on the day shown
uniform vec4 u_fill[9];
uniform vec4 u_edge[9];
flat out vec4 v_fill;
flat out vec4 v_edge;
flat out vec2 v_opacity;           // of the fill, of the edge
flat out float v_radius_px;
flat out float v_hollow;
flat out float v_sprite_px;

// The course of scene::age_opacity.
float age_opacity(float u) {
    float faded = 1.0 - 0.58 * clamp((u - 0.08) / 0.84, 0.0, 1.0);
    return u > 0.92 ? faded * max(1.0 - u, 0.0) / 0.08 : faded;
}

void main() {
    float age_days = u_now_days - a_day;
    float f = u_window_days > 0.0 ? age_opacity(age_days / u_window_days) : 1.0;
    // It rises over its own day, never before it.
    f *= clamp(0.3 + 0.7 * age_days, 0.0, 1.0);
    v_hollow = float(a_kind.z);
    uint colour = texelFetch(u_colour_of, ivec2(a_kind.xy), 0).r;
    v_fill = u_fill[colour];
    v_edge = u_edge[colour];
    v_opacity = vec2(0.92 * f, f > 0.0 ? min(1.0, (0.35 + 0.65 * f) * min(1.0, f / 0.3)) : 0.0);
    v_radius_px = 0.5 * a_diameter_px * u_unit;
    // Room for the casing and the soft edge.
    v_sprite_px = ceil(2.0 * u_reach * (v_radius_px + 0.9 * u_unit + 1.0));
    gl_PointSize = v_sprite_px;
    gl_Position = px_to_clip(plane_to_px(a_position_m));
}
