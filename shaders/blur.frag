#version 410 core
// One direction of a Gaussian blur.
uniform sampler2D u_mask;
uniform vec2 u_step_uv;   // one texel along the blur's direction
uniform float u_sigma_px;
in vec2 v_uv;
out vec4 o_colour;

void main() {
    int reach = int(ceil(2.5 * u_sigma_px));
    float sum = 0.0, weights = 0.0;
    for (int i = -reach; i <= reach; ++i) {
        float weight = exp(-0.5 * float(i * i) / (u_sigma_px * u_sigma_px));
        sum += weight * texture(u_mask, v_uv + float(i) * u_step_uv).r;
        weights += weight;
    }
    o_colour = vec4(sum / weights);
}
