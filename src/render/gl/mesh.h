// Vertex and index buffers with their layout.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "render/gl/objects.h"

namespace harmattan::render::gl {

// One attribute of an interleaved vertex.
struct Attribute {
    enum class Kind { floats, unsigned_bytes, normalised_bytes, ints };
    GLuint location = 0;
    GLint components = 1;
    Kind kind = Kind::floats;
    std::size_t offset_bytes = 0;
};

// An interleaved vertex buffer, with indices when there are any. Immutable after upload().
class Mesh {
  public:
    explicit Mesh(std::initializer_list<Attribute> attributes, std::size_t stride_bytes,
                  bool per_instance = false);

    void upload(std::span<const std::byte> vertices, GLenum usage = GL_STATIC_DRAW);
    void upload_indices(std::span<const std::uint32_t> indices);

    void bind() const { glBindVertexArray(array_.name()); }
    GLsizei index_count() const { return index_count_; }
    GLsizei vertex_count() const { return vertex_count_; }

  private:
    VertexArray array_;
    Buffer vertices_;
    Buffer indices_;
    std::size_t stride_bytes_;
    GLsizei index_count_ = 0;
    GLsizei vertex_count_ = 0;
};

template <typename T>
std::span<const std::byte> bytes_of(const std::vector<T>& values) {
    return std::as_bytes(std::span(values));
}

}  // namespace harmattan::render::gl
