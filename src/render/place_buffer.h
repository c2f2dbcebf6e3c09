// The symbols of one source that stand for all events of a place, on the GPU for one frame.
#pragma once

#include <array>
#include <span>

#include "layout/place_symbols.h"
#include "render/event_buffers.h"
#include "render/gl/mesh.h"

namespace harmattan::render {

class PlaceBuffer {
  public:
    PlaceBuffer();

    // `symbols` from layout::place_symbols: the largest first.
    void set(std::span<const layout::PlaceSymbol> symbols);

    void bind() const { mesh_.bind(); }
    // The run of vertices whose diameter is of that class.
    Run run(std::size_t size_class) const { return runs_[size_class]; }

  private:
    gl::Mesh mesh_;
    std::array<Run, size_class_count> runs_{};
};

}  // namespace harmattan::render
