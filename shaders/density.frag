#version 410 core
// The quartic kernel of scene::KernelEvent.
flat in float v_peak;
in vec2 v_from_centre;
out vec4 o_sum;

void main() {
    float rest = max(1.0 - dot(v_from_centre, v_from_centre), 0.0);
    o_sum = vec4(v_peak * rest * rest);
}
