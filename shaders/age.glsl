// How an event fades in and out: scene::event_opacity, for `age_days` since the beginning of its first day.
uniform float u_window_days;       // length of the window; 0 = nothing fades

float event_opacity(float age_days, float length_days) {
    float u = u_window_days > 0.0 ? age_days / u_window_days : 0.0;
    float f = 1.0 - 0.58 * clamp((u - 0.08) / 0.84, 0.0, 1.0);
    if (u > 0.92) f *= max(1.0 - u, 0.0) / 0.08;
    // It rises over the days on one of which it happened, never before them.
    return f * clamp(0.3 + 0.7 * age_days / length_days, 0.0, 1.0);
}
