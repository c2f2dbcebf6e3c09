#include "render/gl/mesh.h"

namespace harmattan::render::gl {

Mesh::Mesh(std::initializer_list<Attribute> attributes, std::size_t stride_bytes, bool per_instance)
    : stride_bytes_(stride_bytes) {
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    const auto stride = static_cast<GLsizei>(stride_bytes);
    for (const Attribute& a : attributes) {
        const auto* offset = reinterpret_cast<const void*>(a.offset_bytes);
        glEnableVertexAttribArray(a.location);
        switch (a.kind) {
            case Attribute::Kind::floats:
                glVertexAttribPointer(a.location, a.components, GL_FLOAT, GL_FALSE, stride, offset);
                break;
            case Attribute::Kind::normalised_bytes:
                glVertexAttribPointer(a.location, a.components, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset);
                break;
            case Attribute::Kind::unsigned_bytes:
                glVertexAttribIPointer(a.location, a.components, GL_UNSIGNED_BYTE, stride, offset);
                break;
            case Attribute::Kind::ints:
                glVertexAttribIPointer(a.location, a.components, GL_INT, stride, offset);
                break;
        }
        if (per_instance) glVertexAttribDivisor(a.location, 1);
    }
    glBindVertexArray(0);
}

void Mesh::upload(std::span<const std::byte> vertices, GLenum usage) {
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size()), vertices.data(), usage);
    vertex_count_ = static_cast<GLsizei>(vertices.size() / stride_bytes_);
}

void Mesh::upload_indices(std::span<const std::uint32_t> indices) {
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size_bytes()), indices.data(),
                 GL_STATIC_DRAW);
    glBindVertexArray(0);
    index_count_ = static_cast<GLsizei>(indices.size());
}

}  // namespace harmattan::render::gl
