// Lays a finished, mostly empty layer over the frame, touching only the tiles that hold something.
#pragma once

#include <vector>

#include "layout/map_view.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/target.h"

namespace harmattan::render {

class LayerCopy {
  public:
    LayerCopy();

    // Remembers which tiles of a frame of `size` the rectangles touch.
    void set_content(const std::vector<layout::RectPx>& touched, base::PixelSize size);

    // Blends the tiles of `layer` (premultiplied) over the bound target of the same size.
    void draw(const gl::Target& layer);

  private:
    gl::Program program_;
    gl::Mesh rects_;
};

}  // namespace harmattan::render
