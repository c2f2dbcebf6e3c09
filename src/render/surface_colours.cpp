#include "render/surface_colours.h"

#include <array>

namespace harmattan::render {

static_assert(scene::class_count + 1 <= 8);  // the shaders' room

void set_class_colours(const gl::Program& program, const scene::Theme& theme, std::size_t count) {
    std::array<float, 32> values{};
    const auto colours = scene::class_colours(theme, count);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        values.at(4 * i) = static_cast<float>(colours[i].r) / 255.0F;
        values.at(4 * i + 1) = static_cast<float>(colours[i].g) / 255.0F;
        values.at(4 * i + 2) = static_cast<float>(colours[i].b) / 255.0F;
        values.at(4 * i + 3) = 1;
    }
    glUniform4fv(program.uniform("u_colour"), 8, values.data());
    program.set("u_opacity", static_cast<float>(scene::class_opacity));
}

OverMap::OverMap(const layout::RectPx& map) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<GLint>(map.x), static_cast<GLint>(map.y), static_cast<GLsizei>(map.width),
              static_cast<GLsizei>(map.height));
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

OverMap::~OverMap() {
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace harmattan::render
