// The pass for everything below the events that changes seldom or never: sea, land, areas, water and boundaries.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <vector>

#include "layout/frame_layout.h"
#include "render/area_pass.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/target.h"
#include "render/layer_geometry.h"
#include "render/line_groups.h"
#include "render/raster_pass.h"

namespace harmattan::render {

class BaseMapPass {
  public:
    // All of it, or in two layers with room for a surface between them: the ground (sea, land, areas), and on a
    // clear ground what is above (water and lines).
    enum class Part { all, ground, above };

    BaseMapPass();

    // Fills `target` with the base map of a scene, or part of it, as it is on `day`.
    void draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::Day day,
              const gl::Target& target, Part part = Part::all);

  private:
    // What is kept of one layer: valid for a table, a projection and every view inside the region.
    struct CachedLayer {
        std::shared_ptr<const features::FeatureTable> table;
        std::shared_ptr<const geo::Projection> projection;
        scene::Role role{};
        Region region;
        LayerGeometry geometry;
        std::unique_ptr<gl::Mesh> fill;
        std::map<int, std::vector<LineGroup>> lines;  // by level of detail
    };
    struct Frame;

    // Makes the geometry that the frame's visible layers need and the cache lacks.
    void load(const Frame& frame);
    void keep(const scene::FeatureLayer& layer, const Frame& frame, const Region& region, LayerGeometry geometry);
    std::list<CachedLayer>::iterator find(const scene::FeatureLayer& layer, const Frame& frame);
    // A layer that load() has seen.
    CachedLayer& cached(const scene::FeatureLayer& layer, const Frame& frame);
    static const std::vector<LineGroup>& lines(CachedLayer& layer, const Frame& frame);
    static void draw_triangles(const CachedLayer& layer, const std::vector<FeatureFill>& fills);
    void draw_fill(const Frame& frame, CachedLayer& layer, base::Colour colour,
                   const std::vector<FeatureFill>& fills);
    void draw_ground(const Frame& frame);
    void draw_above(const Frame& frame);
    void draw_land(const Frame& frame);
    void draw_rasters(const Frame& frame);
    void draw_roads(const Frame& frame);
    void draw_water_lines(const Frame& frame);
    void draw_disputed(const Frame& frame);
    void draw_graticule(const Frame& frame, double opacity);
    void draw_soft_areas(const Frame& frame);
    void draw_overlay_areas(const Frame& frame);
    void draw_lakes(const Frame& frame);
    void draw_lines(const Frame& frame, scene::Role role, LineClass line_class);
    void draw_line_mesh(const Frame& frame, const gl::Mesh& mesh, const LineStyle& style);

    gl::Program fill_program_;
    gl::Program line_program_;
    AreaPass areas_;
    RasterPass rasters_;
    std::list<CachedLayer> cache_;
};

}  // namespace harmattan::render
