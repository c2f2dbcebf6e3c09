// Rasters over the land: relief, classes of colour, pictures.
#pragma once

#include <functional>
#include <list>
#include <memory>

#include "layout/map_view.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/target.h"
#include "scene/scene.h"

namespace harmattan::render {

class RasterPass {
  public:
    RasterPass();

    // Draws what `layer` shows on `day` wherever `draw_land` draws: it is called with the program in use, and
    // draws triangles of fill.vert's vertices. Without one the whole raster is drawn, sea and all.
    void draw(const scene::RasterLayer& layer, const scene::Scene& scene, base::Day day,
              const layout::MapView& view, const std::function<void()>& draw_land);

  private:
    struct Loaded {
        std::shared_ptr<const features::Raster> raster;
        bool shows_cells = false;
        std::vector<gl::Texture> textures;  // of its grids
    };
    const Loaded& load(const std::shared_ptr<const features::Raster>& raster, bool shows_cells);
    void draw_box(const geo::PlanarBox& box);

    gl::Program program_;
    gl::Mesh box_;
    std::list<Loaded> loaded_;  // the one used last first
};

}  // namespace harmattan::render
