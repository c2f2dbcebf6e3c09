#include "features/triangulate.h"

#include <GL/glu.h>

#include <cmath>
#include <exception>
#include <new>

#include "base/error.h"

namespace harmattan::features {
namespace {

struct DeleteTessellator {
    void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};
using TessellatorPtr = std::unique_ptr<GLUtesselator, DeleteTessellator>;

struct Output {
    TriangleMesh& mesh;
    GLenum error = 0;
    std::exception_ptr exception;  // an exception must not fly through a library written in C
};

// GLU carries a pointer for each vertex; ours is the vertex's index in the mesh.
void* as_pointer(std::size_t index) {
    return reinterpret_cast<void*>(index);
}
std::uint32_t as_index(const void* pointer) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

Output& output_of(void* data) {
    return *static_cast<Output*>(data);
}

void on_vertex(void* vertex, void* data) {
    Output& output = output_of(data);
    try {
        output.mesh.indices.push_back(as_index(vertex));
    } catch (...) {
        output.exception = std::current_exception();
    }
}

// Two edges cross: GLU asks for a vertex there.
void on_combine(GLdouble at[3], void* /*neighbours*/[4], GLfloat /*weights*/[4], void** vertex, void* data) {
    Output& output = output_of(data);
    try {
        output.mesh.vertices.push_back({at[0], at[1]});
    } catch (...) {
        output.exception = std::current_exception();
    }
    *vertex = as_pointer(output.mesh.vertices.size() - 1);
}

void on_error(GLenum error, void* data) {
    output_of(data).error = error;
}

// Being told of edges makes GLU give single triangles instead of fans and strips.
void on_edge_flag(GLboolean /*is_edge*/, void* /*data*/) {}

template <typename Function>
void set_callback(GLUtesselator* tessellator, GLenum which, Function* function) {
    gluTessCallback(tessellator, which, reinterpret_cast<_GLUfuncptr>(function));
}

TessellatorPtr make_tessellator() {
    TessellatorPtr tessellator(gluNewTess());
    if (!tessellator) throw std::bad_alloc();
    GLUtesselator* tess = tessellator.get();
    set_callback(tess, GLU_TESS_VERTEX_DATA, &on_vertex);
    set_callback(tess, GLU_TESS_COMBINE_DATA, &on_combine);
    set_callback(tess, GLU_TESS_ERROR_DATA, &on_error);
    set_callback(tess, GLU_TESS_EDGE_FLAG_DATA, &on_edge_flag);
    gluTessProperty(tess, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tess, 0, 0, 1);  // the rings are planar: nothing to work out
    return tessellator;
}

void add_ring(GLUtesselator* tess, const std::vector<geo::PlanarPoint>& ring, TriangleMesh& mesh) {
    gluTessBeginContour(tess);
    for (const geo::PlanarPoint point : ring) {
        if (!std::isfinite(point.x_m) || !std::isfinite(point.y_m)) continue;
        GLdouble at[3] = {point.x_m, point.y_m, 0};  // copied by GLU
        mesh.vertices.push_back(point);
        gluTessVertex(tess, at, as_pointer(mesh.vertices.size() - 1));
    }
    gluTessEndContour(tess);
}

}  // namespace

void triangulate(const std::vector<std::vector<geo::PlanarPoint>>& rings, TriangleMesh& mesh) {
    const std::size_t vertices_before = mesh.vertices.size(), indices_before = mesh.indices.size();
    Output output{mesh, 0, nullptr};
    const TessellatorPtr tessellator = make_tessellator();
    gluTessBeginPolygon(tessellator.get(), &output);
    for (const auto& ring : rings) add_ring(tessellator.get(), ring, mesh);
    gluTessEndPolygon(tessellator.get());
    if (output.error == 0 && !output.exception) return;
    mesh.vertices.resize(vertices_before);
    mesh.indices.resize(indices_before);
    if (output.exception) std::rethrow_exception(output.exception);
    const auto* reason = reinterpret_cast<const char*>(gluErrorString(output.error));
    throw base::Error("triangulate.failed", {{"reason", reason == nullptr ? "?" : reason}});
}

double area_m2(const TriangleMesh& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto a = mesh.vertices[mesh.indices[i]], b = mesh.vertices[mesh.indices[i + 1]],
                   c = mesh.vertices[mesh.indices[i + 2]];
        sum += std::abs((b.x_m - a.x_m) * (c.y_m - a.y_m) - (c.x_m - a.x_m) * (b.y_m - a.y_m)) / 2;
    }
    return sum;
}

}  // namespace harmattan::features
