#include "render/place_buffer.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace harmattan::render {
namespace {

struct Vertex {
    float x_px, y_px;
    float diameter_px, low_px, high_px;
    float opacity, is_hollow;
    std::array<std::uint8_t, 12> part_ends;  // those beyond the palette's end where the circle does
};
static_assert(events::family_hue_count <= std::tuple_size_v<decltype(Vertex::part_ends)>);

Vertex vertex_of(const layout::PlaceSymbol& symbol) {
    Vertex vertex{symbol.centre.x, symbol.centre.y, symbol.diameter_px,           symbol.low_px,
                  symbol.high_px,  symbol.opacity,  symbol.is_hollow ? 1.F : 0.F, {}};
    vertex.part_ends.fill(255);
    std::copy(symbol.part_ends.begin(), symbol.part_ends.end(), vertex.part_ends.begin());
    return vertex;
}

using Kind = gl::Attribute::Kind;

}  // namespace

PlaceBuffer::PlaceBuffer()
    : mesh_({{0, 2, Kind::floats, offsetof(Vertex, x_px)},
             {1, 3, Kind::floats, offsetof(Vertex, diameter_px)},
             {2, 2, Kind::floats, offsetof(Vertex, opacity)},
             {3, 4, Kind::unsigned_bytes, offsetof(Vertex, part_ends)},
             {4, 4, Kind::unsigned_bytes, offsetof(Vertex, part_ends) + 4},
             {5, 4, Kind::unsigned_bytes, offsetof(Vertex, part_ends) + 8}},
            sizeof(Vertex)) {}

void PlaceBuffer::set(std::span<const layout::PlaceSymbol> symbols) {
    std::vector<Vertex> vertices;
    vertices.reserve(symbols.size());
    runs_ = {};
    for (const layout::PlaceSymbol& symbol : symbols) {
        Run& run = runs_[size_class(static_cast<double>(symbol.diameter_px))];
        if (run.count++ == 0) run.first = static_cast<std::int32_t>(vertices.size());
        vertices.push_back(vertex_of(symbol));
    }
    mesh_.upload(gl::bytes_of(vertices), GL_STREAM_DRAW);
}

}  // namespace harmattan::render
