#version 410 core
// Shapes of a display list: one instance each, expanded to the rectangle that holds it.
uniform vec2 u_size_px;
layout(location = 0) in vec4 a_ab;      // points a and b
layout(location = 1) in vec4 a_c_width; // point c, width
layout(location = 2) in vec4 a_colour;
layout(location = 3) in vec4 a_kind_dash;  // kind, dash on, dash off
flat out vec4 v_ab;
flat out vec4 v_c_width;
flat out vec4 v_colour;
flat out vec4 v_kind_dash;
out vec2 v_px;

void main() {
    v_ab = a_ab;
    v_c_width = a_c_width;
    v_colour = a_colour;
    v_kind_dash = a_kind_dash;
    int kind = int(a_kind_dash.x + 0.5);
    vec2 low = min(a_ab.xy, a_ab.zw), high = max(a_ab.xy, a_ab.zw);
    if (kind == 1) {         // segment
        low -= a_c_width.z;
        high += a_c_width.z;
    } else if (kind == 2) {  // disc
        low = a_ab.xy - a_ab.z;
        high = a_ab.xy + a_ab.z;
    } else if (kind == 4) {  // triangle
        low = min(low, a_c_width.xy);
        high = max(high, a_c_width.xy);
    } else if (kind == 5) {  // symbol: its corners reach farther than the disc
        low = a_ab.xy - 1.6 * a_ab.z;
        high = a_ab.xy + 1.6 * a_ab.z;
    }
    vec2 corner = vec2(gl_VertexID == 1 || gl_VertexID == 3 ? 1.0 : 0.0, gl_VertexID >= 2 ? 1.0 : 0.0);
    v_px = mix(low - 1.0, high + 1.0, corner);
    gl_Position = vec4(v_px / u_size_px * 2.0 - 1.0, 0.0, 1.0);
}
