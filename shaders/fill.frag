#version 410 core
uniform vec4 u_colour;  // straight alpha
out vec4 o_colour;

void main() {
    o_colour = vec4(u_colour.rgb * u_colour.a, u_colour.a);
}
