#version 410 core
// Events as point sprites. The frame's window is chosen by drawing only the runs of events that lie in it; here only
// age and fade are worked out, and whether the event's place has one symbol for all (place.vert) at this scale.
#include "view.glsl"
#include "age.glsl"
layout(location = 0) in vec4 a_position_m;
layout(location = 1) in vec2 a_days;           // the table's first day to its first day; its length
layout(location = 2) in vec3 a_diameters_px;   // by best, low and high estimate, in design pixels
layout(location = 3) in uvec3 a_kind;          // class of colour: low and high byte; 1 = hollow
layout(location = 4) in vec3 a_place;          // symbol's centre from the place, in design pixels; greatest scale
uniform float u_unit;              // pixels per design pixel
uniform float u_scale_m;           // metres of the plane per design pixel
uniform float u_now_days;          // the playhead, days since the table's first day
uniform float u_reach;             // of the symbol's corners, in radii
uniform float u_ranges;            // 1: the low and high estimates as rings
uniform usampler2D u_colour_of;    // by class: the colour that it has on the day shown
uniform vec4 u_fill[9];
uniform vec4 u_edge[9];
flat out vec4 v_fill;
flat out vec4 v_edge;
flat out vec2 v_opacity;           // of the fill, of the edge
flat out vec3 v_radii_px;          // by best, low and high estimate; low or high 0: no ring
flat out float v_hollow;
flat out float v_sprite_px;

void main() {
    float f = event_opacity(u_now_days - a_days.x, a_days.y);
    v_hollow = float(a_kind.z);
    uint colour = texelFetch(u_colour_of, ivec2(a_kind.xy), 0).r;
    v_fill = u_fill[colour];
    v_edge = u_edge[colour];
    v_opacity = vec2(0.92 * f, f > 0.0 ? min(1.0, (0.35 + 0.65 * f) * min(1.0, f / 0.3)) : 0.0);
    v_radii_px = 0.5 * u_unit * a_diameters_px * vec3(1.0, u_ranges, u_ranges);
    // Room for the casing and the soft edge.
    v_sprite_px = ceil(2.0 * u_reach * (max(v_radii_px.x, v_radii_px.z) + 0.9 * u_unit + 1.0));
    gl_PointSize = v_sprite_px;
    gl_Position = u_scale_m > a_place.z ? vec4(2.0, 2.0, 2.0, 1.0)
                                        : px_to_clip(plane_to_px(a_position_m) + u_unit * a_place.xy);
}
