#version 410 core
// Glyphs of a display list: one instance each, copied from the atlas pixel by pixel.
uniform vec2 u_size_px;
layout(location = 0) in ivec4 a_place;  // upper left pixel in the frame, upper left in the atlas
layout(location = 1) in ivec2 a_extent; // width and height
layout(location = 2) in vec4 a_colour;
flat out vec4 v_colour;
flat out ivec2 v_offset;  // from frame to atlas

void main() {
    v_colour = a_colour;
    v_offset = a_place.zw - a_place.xy;
    ivec2 corner = ivec2(gl_VertexID == 1 || gl_VertexID == 3 ? 1 : 0, gl_VertexID >= 2 ? 1 : 0);
    vec2 px = vec2(a_place.xy + corner * a_extent);
    gl_Position = vec4(px / u_size_px * 2.0 - 1.0, 0.0, 1.0);
}
