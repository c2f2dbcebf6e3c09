#version 410 core
in float v_across_px;
in float v_along_px;
flat in float v_half_px;
uniform vec4 u_colour;
uniform vec4 u_dash_px;  // on, off, on, off; the first 0 = solid
out vec4 o_colour;

// Coverage of the dash that holds `along`, with half a pixel of soft ends.
float dash(float along) {
    float period = u_dash_px.x + u_dash_px.y + u_dash_px.z + u_dash_px.w;
    float at = mod(along, period);
    float second = u_dash_px.x + u_dash_px.y;
    float in_first = min(at, u_dash_px.x - at);
    // The start of the next period belongs to the first dash too.
    in_first = max(in_first, at - period);
    float in_second = u_dash_px.z > 0.0 ? min(at - second, second + u_dash_px.z - at) : -1.0;
    return clamp(max(in_first, in_second) + 0.5, 0.0, 1.0);
}

void main() {
    // A line thinner than a pixel keeps its soft edge and becomes fainter instead.
    float coverage = clamp(v_half_px + 0.5 - abs(v_across_px), 0.0, 1.0) * min(1.0, 2.0 * v_half_px);
    if (u_dash_px.x > 0.0) coverage *= dash(v_along_px);
    float alpha = u_colour.a * coverage;
    o_colour = vec4(u_colour.rgb * alpha, alpha);
}
