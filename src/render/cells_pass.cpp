#include "render/cells_pass.h"

#include <cmath>
#include <cstddef>
#include <vector>

#include "render/gl/view_uniforms.h"
#include "render/layer_geometry.h"
#include "render/surface_colours.h"

namespace harmattan::render {
namespace {

struct CellVertex {
    float x_high, y_high, x_low, y_low;
    float inside;
    std::int32_t cell;
};

void add_vertex(std::vector<CellVertex>& vertices, geo::PlanarPoint p, float inside, std::size_t cell) {
    const gl::SplitDouble x(p.x_m), y(p.y_m);
    vertices.push_back({x.high, y.high, x.low, y.low, inside, static_cast<std::int32_t>(cell)});
}

// Six triangles each; none where the scene's projection tears a hexagon or is not defined.
std::vector<CellVertex> hexagon_vertices(const scene::HexagonCells& hexagons, const geo::Projection& projection) {
    const bool is_same = hexagons.projection->definition() == projection.definition();
    const auto moved = [&](geo::PlanarPoint p) {
        return is_same ? p : projection.forward(hexagons.projection->inverse(p));
    };
    std::vector<CellVertex> vertices;
    for (std::size_t cell = 0; cell < hexagons.cells.size(); ++cell) {
        const geo::PlanarPoint centre = moved(hexagons.grid.centre_of(hexagons.cells[cell]));
        auto corners = hexagons.grid.corners_of(hexagons.cells[cell]);
        bool is_whole = true;
        for (geo::PlanarPoint& corner : corners) {
            corner = moved(corner);
            const double reach = std::hypot(corner.x_m - centre.x_m, corner.y_m - centre.y_m);
            is_whole &= reach < 20 * hexagons.grid.width_m();  // false for NaN
        }
        for (std::size_t i = 0; is_whole && i < corners.size(); ++i) {
            add_vertex(vertices, centre, 1, cell);
            add_vertex(vertices, corners[i], 0, cell);
            add_vertex(vertices, corners[(i + 1) % corners.size()], 0, cell);
        }
    }
    return vertices;
}

std::vector<CellVertex> area_vertices(const scene::AreaCells& areas, const geo::Projection& projection) {
    scene::FeatureLayer layer;
    layer.role = scene::Role::overlay_areas;
    layer.table = areas.table;
    const LayerGeometry geometry = make_layer_geometry(layer, projection, Region{});
    std::vector<CellVertex> vertices;
    for (const FeatureFill& fill : geometry.fills)
        for (std::uint32_t i = 0; i < fill.index_count; ++i)
            add_vertex(vertices, geometry.mesh.vertices[geometry.mesh.indices[fill.first_index + i]], 1,
                       fill.feature);
    return vertices;
}

}  // namespace

CellsPass::CellsPass()
    : program_("cells"),
      lay_program_("screen", "copy"),
      cells_({{0, 4, gl::Attribute::Kind::floats, offsetof(CellVertex, x_high)},
              {1, 1, gl::Attribute::Kind::floats, offsetof(CellVertex, inside)},
              {2, 1, gl::Attribute::Kind::ints, offsetof(CellVertex, cell)}},
             sizeof(CellVertex)) {}

void CellsPass::upload(const scene::Scene& scene) {
    if (spread_ == scene.spread && projection_ == scene.projection) return;
    spread_ = scene.spread;
    projection_ = scene.projection;
    std::vector<CellVertex> vertices;
    if (spread_->hexagons()) vertices = hexagon_vertices(*spread_->hexagons(), *projection_);
    if (spread_->areas()) vertices = area_vertices(*spread_->areas(), *projection_);
    cells_.upload(gl::bytes_of(vertices));
}

void CellsPass::draw_cells(const scene::Scene& scene, const layout::FrameLayout& layout) {
    picture_->bind();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_BLEND);  // where areas overlap, the last has its own colour and not a darker one
    const auto& theme = scene::theme(scene.theme);
    program_.use();
    gl::set_view(program_, layout.view);
    set_class_colours(program_, theme, spread_->classes().lower.size());
    program_.set("u_no_figure", base::faded(theme.muted, scene::no_figure_opacity));
    program_.set("u_unit", layout.unit);
    program_.set_int("u_class_of", 0);
    classes_.set(drawn_.classes);
    classes_.bind();
    cells_.bind();
    glDrawArrays(GL_TRIANGLES, 0, cells_.vertex_count());
    picture_->resolve();
}

void CellsPass::draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::DayRange window) {
    GLint frame = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &frame);
    upload(scene);
    if (cells_.vertex_count() == 0) return;
    Drawn wanted{scene.spread, scene.projection, scene.theme, layout.view, spread_->classes_in(window)};
    if (!picture_ || wanted != drawn_) {
        if (!picture_ || picture_->size() != layout.view.size) {
            picture_.reset();
            picture_.emplace(layout.view.size);
        }
        drawn_ = std::move(wanted);
        draw_cells(scene, layout);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(frame));
    glViewport(0, 0, layout.view.size.width, layout.view.size.height);
    const OverMap over_map(layout.map);
    lay_program_.use();
    lay_program_.set_int("u_layer", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture_->texture());
    glBindVertexArray(no_vertices_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace harmattan::render
