#version 410 core
uniform sampler2D u_layer;  // premultiplied
out vec4 o_colour;

void main() {
    o_colour = texelFetch(u_layer, ivec2(gl_FragCoord.xy), 0);
}
