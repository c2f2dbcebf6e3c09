#include "render/map_renderer.h"

#include <cmath>
#include <future>
#include <optional>

#include <fmt/core.h>
#include <glad/gl.h>

#include "base/error.h"
#include "layout/visible_events.h"
#include "render/base_map_pass.h"
#include "render/event_pass.h"
#include "render/gl/driver_log.h"
#include "render/layer_copy.h"
#include "render/overlay_pass.h"
#include "render/overlay_points.h"
#include "scene/event_style.h"

namespace harmattan::render {
namespace {

using layout::DisplayList;

// What a shape covers, without the margin for soft edges where it has none.
layout::RectPx bounds_of(const layout::Shape& shape) {
    if (shape.kind != layout::Shape::Kind::rect) return reach_of(shape);
    return {shape.a.x, shape.a.y, shape.b.x - shape.a.x, shape.b.y - shape.a.y};
}

// Furniture that stands wholly outside the map cannot be hidden by events: it is drawn below them once and for
// all. What overlaps the map, or anything that lies above, stays above.
struct Split {
    DisplayList below, above;
};

Split split_at_map(const DisplayList& list, const layout::RectPx& map) {
    Split out;
    std::vector<layout::RectPx> above{map};
    const auto is_above = [&](const layout::RectPx& bounds) {
        return std::any_of(above.begin(), above.end(), [&](const auto& rect) { return rect.overlaps(bounds); });
    };
    for (const auto& shape : list.shapes) {
        const auto bounds = bounds_of(shape);
        const bool goes_above = is_above(bounds);
        (goes_above ? out.above : out.below).shapes.push_back(shape);
        if (goes_above) above.push_back(bounds);
    }
    for (const auto& glyph : list.glyphs)
        (is_above(reach_of(glyph)) ? out.above : out.below).glyphs.push_back(glyph);
    return out;
}

}  // namespace

struct MapRenderer::Impl {
    // Everything that depends on the event table and the projection only.
    struct Events {
        std::shared_ptr<const events::EventTable> table;
        std::shared_ptr<const geo::Projection> projection;
        std::vector<geo::PlanarPoint> points;
        EventBuffers buffers;
    };
    // Everything that depends on scene and size, but not on the instant.
    struct Prepared {
        scene::ScenePtr scene;
        layout::FrameLayout layout;
        std::optional<layout::VisibleEvents> visible;
    };

    gl::DriverLog driver;
    layout::TextShaper shaper;
    BaseMapPass base_map;
    EventPass event_pass;
    OverlayPass overlay;
    LayerCopy layer_copy;
    std::unique_ptr<Events> events;
    std::optional<Prepared> prepared;
    std::optional<gl::Target> below, above, frame;
    layout::FrameCounts counts;
    base::DayRange window;

    static int greatest_side_px() {
        GLint texture = 0;
        std::array<GLint, 2> viewport{};
        glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
        glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport.data());
        return std::min({texture, viewport[0], viewport[1]});
    }

    void make_targets(base::PixelSize size) {
        if (frame && frame->size() == size) return;
        const int limit = greatest_side_px();
        if (size.width < 1 || size.height < 1 || size.width > limit || size.height > limit)
            throw base::Error("render.too_large", {{"size", fmt::format("{}x{}", size.width, size.height)},
                                                   {"limit", fmt::format("{} px", limit)}});
        prepared.reset();
        below.reset();
        above.reset();
        frame.reset();
        below.emplace(size, GL_RGBA8, GL_NEAREST);
        above.emplace(size, GL_RGBA8, GL_NEAREST);
        frame.emplace(size, GL_RGBA8, GL_NEAREST);
    }

    struct ProjectedEvents {
        std::vector<geo::PlanarPoint> points;
        EventVertices vertices;
    };

    // Projects the events on another thread, while this one draws the base map; nothing when they are there
    // already, or there are none.
    std::future<ProjectedEvents> start_loading_events(const scene::Scene& scene) {
        const bool has_events = scene.events && scene.events->table && scene.events->table->size() > 0;
        if (!has_events) events.reset();
        if (!has_events ||
            (events && events->table == scene.events->table && events->projection == scene.projection))
            return {};
        events.reset();
        return std::async(std::launch::async,
                          [table = scene.events->table, definition = scene.projection->definition()] {
                              // A projection of its own, so that neither thread waits for the other's.
                              const auto projection = geo::Projection::from_text(definition);
                              ProjectedEvents out{layout::project_events(*table, projection), {}};
                              out.vertices = make_event_vertices(*table, out.points, projection);
                              return out;
                          });
    }

    void finish_loading_events(const scene::Scene& scene, std::future<ProjectedEvents> loading) {
        if (!loading.valid()) return;
        auto [points, vertices] = loading.get();
        events = std::make_unique<Events>(
            Events{scene.events->table, scene.projection, std::move(points), EventBuffers(std::move(vertices))});
    }

    void prepare(const scene::ScenePtr& scene, base::PixelSize size) {
        make_targets(size);
        if (prepared && prepared->scene == scene) return;
        prepared.reset();
        auto loading = start_loading_events(*scene);
        Prepared next{scene, layout::plan_frame(*scene, size, shaper), std::nullopt};
        draw_static_layers(*scene, next.layout);
        finish_loading_events(*scene, std::move(loading));
        if (events) next.visible.emplace(*events->table, events->points, next.layout);
        prepared = std::move(next);
    }

    void draw_static_layers(const scene::Scene& scene, const layout::FrameLayout& layout) {
        const auto size = frame->size();
        base_map.draw(scene, layout, *below);
        overlay.draw(overlay_points(scene, layout.view, layout.unit), shaper, size);
        const DisplayList labels = layout::map_labels(scene, layout, shaper);
        const Split furniture = split_at_map(layout::static_furniture(scene, layout, shaper), layout.map);
        overlay.draw(furniture.below, shaper, size);
        above->bind();
        glClearColor(0, 0, 0, 0);
        glClear(GL_COLOR_BUFFER_BIT);
        overlay.draw(labels, shaper, size);
        overlay.draw(furniture.above, shaper, size);
        auto touched = overlay.pixels_of(labels, shaper);
        const auto more = overlay.pixels_of(furniture.above, shaper);
        touched.insert(touched.end(), more.begin(), more.end());
        layer_copy.set_content(touched, size);
    }

    void draw_frame(base::Instant instant) {
        const auto& scene = *prepared->scene;
        const auto size = frame->size();
        // A frame that shows the whole span shows every day of it, whatever the window's length.
        const auto length = scene.shows_whole_span ? base::WindowLength{} : scene.timeline.window;
        window = base::window_at(instant, length, scene.timeline.bounds);
        count();
        glBindFramebuffer(GL_READ_FRAMEBUFFER, below->framebuffer());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, frame->framebuffer());
        glBlitFramebuffer(0, 0, size.width, size.height, 0, 0, size.width, size.height, GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
        frame->bind();
        if (events && scene.events->visible)
            event_pass.draw(events->buffers, scene, prepared->layout, instant, window);
        layer_copy.draw(*above);
        overlay.draw(layout::moving_furniture(scene, prepared->layout, shaper, instant, counts), shaper, size);
        driver.check();
    }

    void count() {
        const auto& scene = *prepared->scene;
        counts = {};
        if (prepared->visible && scene.events->visible)
            counts = prepared->visible->count(*events->table, window);
        else if (events)
            counts.total = events->table->size();
        if (scene.events) counts.rejected = scene.events->rejected;
        counts.window = window;
    }
};

MapRenderer::MapRenderer() : impl_(std::make_unique<Impl>()) {}
MapRenderer::~MapRenderer() = default;

int MapRenderer::greatest_side_px() const {
    return impl_->greatest_side_px();
}

base::Image MapRenderer::render(const scene::ScenePtr& scene, base::Instant instant, base::PixelSize size) {
    base::Image image;
    render_into(image, scene, instant, size);
    return image;
}

void MapRenderer::render_into(base::Image& image, const scene::ScenePtr& scene, base::Instant instant,
                              base::PixelSize size) {
    impl_->prepare(scene, size);
    impl_->draw_frame(instant);
    image.size = size;
    image.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, impl_->frame->framebuffer());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    impl_->driver.check();
}

void MapRenderer::draw(const scene::ScenePtr& scene, base::Instant instant, base::PixelSize size, unsigned target,
                       int x, int y) {
    impl_->prepare(scene, size);
    impl_->draw_frame(instant);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, impl_->frame->framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    // Our frames have their top row first; a window has it last.
    glBlitFramebuffer(0, 0, size.width, size.height, x, y + size.height, x + size.width, y, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
}

const layout::FrameLayout& MapRenderer::layout() const {
    static const layout::FrameLayout none;
    return impl_->prepared ? impl_->prepared->layout : none;
}

const layout::FrameCounts& MapRenderer::counts() const {
    return impl_->counts;
}

std::vector<std::size_t> MapRenderer::events_at(layout::PointPx point, float reach_px) const {
    std::vector<std::size_t> rows;
    if (!impl_->events || !impl_->prepared || !impl_->prepared->scene->events->visible) return rows;
    const auto& view = impl_->prepared->layout.view;
    const auto& table = *impl_->events->table;
    const std::int32_t p99 = impl_->prepared->layout.facts.p99;
    const double unit = static_cast<double>(impl_->prepared->layout.unit);
    const auto range = table.rows_in(impl_->window);
    std::vector<std::pair<double, std::size_t>> found;  // diameter, row
    for (std::size_t row = range.first; row < range.last; ++row) {
        const auto at = view.to_px(impl_->events->points[row]);
        const double diameter = scene::diameter_px(table.best()[row], p99);
        const double distance =
            std::hypot(static_cast<double>(at.x - point.x), static_cast<double>(at.y - point.y));
        if (distance <= diameter * unit / 2 + static_cast<double>(reach_px)) found.emplace_back(diameter, row);
    }
    // The smallest and latest lie on top.
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        const auto class_a = size_class(a.first), class_b = size_class(b.first);
        return class_a != class_b ? class_a > class_b : a.second > b.second;
    });
    for (const auto& [diameter, row] : found) rows.push_back(row);
    return rows;
}

}  // namespace harmattan::render
