#version 410 core
flat in vec4 v_colour;
flat in ivec2 v_offset;
uniform sampler2D u_atlas;
out vec4 o_colour;

void main() {
    float alpha = v_colour.a * texelFetch(u_atlas, ivec2(gl_FragCoord.xy) + v_offset, 0).r;
    o_colour = vec4(v_colour.rgb * alpha, alpha);
}
