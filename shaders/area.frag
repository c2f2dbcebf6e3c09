#version 410 core
// A soft-edged area: a tint, and hatching or marsh strokes in pixel space. `u_mask` is the area, blurred.
uniform sampler2D u_mask;
uniform vec4 u_colour;
uniform float u_tint;        // opacity of the tint
uniform vec2 u_direction;    // unit vector along the lines
uniform float u_spacing_px;
uniform float u_width_px;
uniform vec2 u_dash_px;      // on, off; 0 = solid
uniform float u_stagger;     // 1: every second line's dashes are shifted, as marsh is drawn
in vec2 v_uv;
out vec4 o_colour;

void main() {
    float inside = smoothstep(0.15, 0.85, texture(u_mask, v_uv).r);
    if (inside <= 0.0) discard;
    vec2 px = gl_FragCoord.xy;
    float across = dot(px, vec2(-u_direction.y, u_direction.x));
    float along = dot(px, u_direction);
    float row = floor(across / u_spacing_px);
    float from_line = abs(across - (row + 0.5) * u_spacing_px);
    float line = clamp(0.5 * u_width_px + 0.5 - from_line, 0.0, 1.0);
    if (u_dash_px.x > 0.0) {
        float period = u_dash_px.x + u_dash_px.y;
        float at = mod(along + u_stagger * fract(row * 0.618034) * period, period);
        line *= clamp(min(at, u_dash_px.x - at) + 0.5, 0.0, 1.0);
    }
    float alpha = u_colour.a * max(u_tint, line) * inside;
    o_colour = vec4(u_colour.rgb * alpha, alpha);
}
