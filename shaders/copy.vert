#version 410 core
// Rectangles of a finished layer laid over the frame, one instance each.
uniform vec2 u_size_px;
layout(location = 0) in ivec4 a_rect;  // x, y, width, height in pixels

void main() {
    ivec2 corner = ivec2(gl_VertexID == 1 || gl_VertexID == 3 ? 1 : 0, gl_VertexID >= 2 ? 1 : 0);
    gl_Position = vec4(vec2(a_rect.xy + corner * a_rect.zw) / u_size_px * 2.0 - 1.0, 0.0, 1.0);
}
