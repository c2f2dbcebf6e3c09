// The colour of each class of events (scene::event_class) on the GPU, as things stand on a day.
#pragma once

#include <cstdint>
#include <vector>

#include "render/gl/objects.h"

namespace harmattan::render {

class ClassColours {
  public:
    // By class, places in the palette (scene::colours_of_classes). Uploads them where they are others than before.
    void set(std::vector<std::uint8_t> colours);
    // Binds the texture, 256 classes a row, to the first unit.
    void bind() const;

  private:
    gl::Texture texture_;
    std::vector<std::uint8_t> colours_;
};

}  // namespace harmattan::render
