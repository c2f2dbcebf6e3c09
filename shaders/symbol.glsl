// The shapes of events' symbols (scene::EventSymbol). Distance in pixels from a symbol's edge, negative inside: 0 disc,
// 1 triangle, 2 triangle on its point, 3 diamond. All have the area of a disc of `radius_px`; y runs downwards.
float symbol_distance(vec2 from_centre_px, float radius_px, int symbol) {
    if (symbol == 0) return length(from_centre_px) - radius_px;
    vec2 p = vec2(abs(from_centre_px.x), from_centre_px.y);
    if (symbol == 3) return (p.x + abs(p.y)) * 0.70710678 - 0.88622693 * radius_px;
    if (symbol == 2) p.y = -p.y;
    return max(p.y, 0.8660254 * p.x - 0.5 * p.y) - 0.77756014 * radius_px;
}
