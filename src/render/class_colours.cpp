#include "render/class_colours.h"

namespace harmattan::render {

void ClassColours::set(std::vector<std::uint8_t> colours) {
    if (colours == colours_) return;
    colours_ = std::move(colours);
    constexpr std::size_t width = 256;  // the vertices hold a class as two bytes: column and row
    const std::size_t height = (colours_.size() + width - 1) / width;
    auto texels = colours_;
    texels.resize(width * height);
    bind();
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8UI, static_cast<GLsizei>(width), static_cast<GLsizei>(height), 0,
                 GL_RED_INTEGER, GL_UNSIGNED_BYTE, texels.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

void ClassColours::bind() const {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_.name());
}

}  // namespace harmattan::render
