// frame = render(scene, instant, camera, size): the one function that the window, a picture, a film and a test
// call.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/image.h"
#include "base/time_window.h"
#include "layout/frame_layout.h"
#include "scene/scene.h"

namespace harmattan::render {

// An event: a row of the table of one of the scene's event layers.
struct EventHit {
    std::size_t layer = 0, row = 0;

    friend bool operator==(const EventHit&, const EventHit&) = default;
};

// A feature of a layer with scene::Role::context.
struct ContextHit {
    std::size_t layer = 0, feature = 0;  // of the scene's layers; of the layer's table

    friend bool operator==(const ContextHit&, const ContextHit&) = default;
};

// Draws scenes with the OpenGL context that is current when it is made and whenever it is used. Caches remember
// results only: a frame has the same bytes whatever was drawn before.
class MapRenderer {
  public:
    MapRenderer();
    ~MapRenderer();
    MapRenderer(const MapRenderer&) = delete;
    MapRenderer& operator=(const MapRenderer&) = delete;

    // The largest width or height a frame can have here.
    int greatest_side_px() const;

    // A frame as pixels. Throws Error "render.too_large" (size, limit) or "gl.out_of_memory".
    base::Image render(const scene::ScenePtr& scene, base::Instant instant, base::PixelSize size);

    // The same pixels into `image` without allocating when its size already fits.
    void render_into(base::Image& image, const scene::ScenePtr& scene, base::Instant instant,
                     base::PixelSize size);

    // The same frame into the framebuffer `target` (0 = the window), at its lower left corner (x, y).
    void draw(const scene::ScenePtr& scene, base::Instant instant, base::PixelSize size, unsigned target = 0,
              int x = 0, int y = 0);

    // The layout of the frame last drawn (for hit tests on furniture).
    const layout::FrameLayout& layout() const;

    // Events under a point of the frame last drawn, topmost first, of all sources that are shown.
    std::vector<EventHit> events_at(layout::PointPx point, float reach_px) const;

    // Coups, talks and the like whose symbol lies under a point of the frame last drawn.
    std::vector<ContextHit> context_at(layout::PointPx point) const;

    // How far, in pixels, the symbol of an event stands from its point in the frame last drawn, beside the others
    // of its place.
    layout::PointPx symbol_offset(EventHit event) const;

    // What the frame last drawn shows, by source.
    const layout::FrameCounts& counts() const;

    // Characters that texts of the frames drawn so far have and no embedded font: boxes stand for them.
    std::vector<char32_t> missing_characters() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace harmattan::render
