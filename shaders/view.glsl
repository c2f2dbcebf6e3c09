// From the projected plane to pixels and to clip space. Coordinates come as high and low floats (view_uniforms.h).
uniform vec4 u_centre_m;   // high x, high y, low x, low y
uniform float u_px_per_m;
uniform vec2 u_centre_px;  // where the centre is drawn, y downwards
uniform vec2 u_size_px;

vec2 plane_to_px(vec4 position_m) {
    vec2 from_centre = (position_m.xy - u_centre_m.xy) + (position_m.zw - u_centre_m.zw);
    return u_centre_px + vec2(from_centre.x, -from_centre.y) * u_px_per_m;
}

// Row 0 of the target is the top of the frame, so that pixels are read back in a picture's order.
vec4 px_to_clip(vec2 px) {
    return vec4(px / u_size_px * 2.0 - 1.0, 0.0, 1.0);
}
