// What the passes for surfaces share: the colours of classes, and the map's edge.
#pragma once

#include "layout/frame_layout.h"
#include "render/gl/program.h"
#include "scene/scene.h"

namespace harmattan::render {

// Sets u_colour[] of the program, which is in use, to the theme's colours of `count` classes, and u_opacity.
void set_class_colours(const gl::Program& program, const scene::Theme& theme, std::size_t count);

// Lets only the pixels of the map through, and blends premultiplied colours over them, as long as it lives.
class OverMap {
  public:
    explicit OverMap(const layout::RectPx& map);
    ~OverMap();
    OverMap(const OverMap&) = delete;
    OverMap& operator=(const OverMap&) = delete;
};

}  // namespace harmattan::render
