#include "render/map_renderer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/core.h>
#include <glad/gl.h>

#include "base/error.h"
#include "layout/context_marks.h"
#include "layout/visible_events.h"
#include "render/base_map_pass.h"
#include "render/cells_pass.h"
#include "render/density_pass.h"
#include "render/event_pass.h"
#include "render/event_store.h"
#include "render/gl/driver_log.h"
#include "render/layer_copy.h"
#include "render/overlay_pass.h"
#include "render/overlay_points.h"
#include "render/surface_colours.h"
#include "render/trail_pass.h"
#include "scene/event_colours.h"
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
    // Everything that depends on scene and size, and seldom on the instant.
    struct Prepared {
        scene::ScenePtr scene;
        layout::FrameLayout layout;
        std::vector<base::Day> map_changes;  // scene::days_of_map_changes
        std::size_t map_stretch = 0;         // of these days: between which two the static layers were drawn
        std::vector<std::optional<layout::VisibleEvents>> visible;  // of each event layer that is shown
        layout::ContextMarks context;
    };

    gl::DriverLog driver;
    layout::TextShaper shaper;
    BaseMapPass base_map;
    EventPass event_pass;
    OverlayPass overlay;
    LayerCopy layer_copy;
    // Of events that are shown otherwise than each by itself: made when first wanted.
    std::optional<DensityPass> density;
    std::optional<CellsPass> cells;
    std::optional<TrailPass> trail;
    std::optional<gl::Target> map_above;  // the part of the base map that lies above a surface
    LayerCopy map_above_copy;
    std::vector<layout::RectPx> town_marks;  // of the labels that were drawn
    EventStore events;
    std::optional<Prepared> prepared;
    std::optional<gl::Target> below, above, frame;
    layout::FrameCounts counts;
    base::DayRange window;
    std::vector<std::vector<layout::PlaceSymbol>> place_symbols;  // of the frame last drawn, by event layer

    // The diameter in design pixels with which an event is drawn: its own, or its place's.
    double diameter_px(std::size_t layer, const LoadedEvents& loaded, std::size_t row) const {
        const std::uint32_t place = loaded.places->place_of[row];
        for (const layout::PlaceSymbol& symbol : place_symbols[layer])
            if (symbol.place == place) return static_cast<double>(symbol.diameter_px);
        return scene::diameter_px(loaded.table->best()[row], prepared->layout.facts.sizes.reference);
    }

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
        map_above.reset();
        frame.reset();
        below.emplace(size, GL_RGBA8, GL_NEAREST);
        above.emplace(size, GL_RGBA8, GL_NEAREST);
        frame.emplace(size, GL_RGBA8, GL_NEAREST);
    }

    void prepare(const scene::ScenePtr& scene, base::Instant instant, base::PixelSize size) {
        make_targets(size);
        // A frame that shows the whole span shows every day of it, whatever the window's length.
        window = base::window_at(instant, scene::shown_window(*scene), scene->timeline.bounds);
        const base::Day day = scene::colour_day(instant, window);
        if (prepared && prepared->scene == scene) return follow_map(day);
        prepared.reset();
        auto loading = events.start(*scene);
        Prepared next{scene, layout::plan_frame(*scene, size, shaper), scene::days_of_map_changes(*scene), 0, {},
                      {}};
        next.context = layout::ContextMarks(*scene, next.layout);
        next.map_stretch = stretch_of(next.map_changes, day);
        draw_static_layers(*scene, next.layout, day);
        events.finish(*scene, std::move(loading));
        for (const scene::EventLayer& layer : scene->event_layers) {
            auto& visible = next.visible.emplace_back();
            if (const auto* loaded = events.of(layer))
                visible.emplace(*loaded->table, *loaded->points, next.layout);
        }
        prepared = std::move(next);
    }

    static std::size_t stretch_of(const std::vector<base::Day>& changes, base::Day day) {
        return static_cast<std::size_t>(std::upper_bound(changes.begin(), changes.end(), day) - changes.begin());
    }

    // Draws the static layers anew where an area has appeared or vanished since.
    void follow_map(base::Day day) {
        const std::size_t stretch = stretch_of(prepared->map_changes, day);
        if (std::exchange(prepared->map_stretch, stretch) == stretch) return;
        draw_static_layers(*prepared->scene, prepared->layout, day);
    }

    void draw_static_layers(const scene::Scene& scene, const layout::FrameLayout& layout, base::Day day) {
        const auto size = frame->size();
        if (scene.spread) {
            if (!map_above) map_above.emplace(size, GL_RGBA8, GL_NEAREST);
            base_map.draw(scene, layout, day, *map_above, BaseMapPass::Part::above);
            overlay.draw(overlay_points(scene, layout.view, layout.unit), shaper, size);
            map_above_copy.set_content({layout.map}, size);
            base_map.draw(scene, layout, day, *below, BaseMapPass::Part::ground);
        } else {
            base_map.draw(scene, layout, day, *below);
            overlay.draw(overlay_points(scene, layout.view, layout.unit), shaper, size);
        }
        const DisplayList labels = layout::map_labels(scene, layout, shaper, day);
        town_marks.clear();
        for (const layout::Shape& shape : labels.shapes) town_marks.push_back(bounds_of(shape));
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
        count();
        glBindFramebuffer(GL_READ_FRAMEBUFFER, below->framebuffer());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, frame->framebuffer());
        glBlitFramebuffer(0, 0, size.width, size.height, 0, 0, size.width, size.height, GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
        frame->bind();
        place_symbols.assign(scene.event_layers.size(), {});
        if (scene.spread)
            draw_surface(scene);
        else
            draw_events(scene, instant);
        overlay.draw(prepared->context.draw(scene, prepared->layout, shaper, window), shaper, size);
        layer_copy.draw(*above);
        overlay.draw(layout::moving_furniture(scene, prepared->layout, shaper, instant, counts), shaper, size);
        driver.check();
    }

    // A surface or sums by place, and what of the base map lies above them.
    void draw_surface(const scene::Scene& scene) {
        const auto& layout = prepared->layout;
        if (scene.spread->style().as == scene::EventDisplay::density) {
            if (!density) density.emplace();
            density->draw(scene, layout, window);
        } else {
            if (!cells) cells.emplace();
            cells->draw(scene, layout, window);
        }
        const OverMap over_map(layout.map);
        map_above_copy.draw(*map_above);
    }

    void draw_events(const scene::Scene& scene, base::Instant instant) {
        std::vector<EventsToDraw> sources;
        const base::Day day = scene::colour_day(instant, window);
        for (std::size_t i = 0; i < scene.event_layers.size(); ++i) {
            const scene::EventLayer& layer = scene.event_layers[i];
            auto* loaded = events.of(layer);
            if (loaded == nullptr) continue;
            auto colours = scene::colours_of_classes(layer, scene.colour_by, day);
            place_symbols[i] = layout::place_symbols(scene, layer, loaded->places_in_plane(), colours,
                                                     prepared->layout, instant, window);
            loaded->colours.set(std::move(colours));
            loaded->place_buffer.set(place_symbols[i]);
            sources.push_back({&loaded->buffers, &loaded->colours, &loaded->place_buffer, layer.symbol});
        }
        if (scene.display.as == scene::EventDisplay::trail) {
            if (!trail) trail.emplace();
            std::vector<const EventBuffers*> buffers;
            for (const EventsToDraw& source : sources) buffers.push_back(source.buffers);
            trail->draw(buffers, scene, prepared->layout, window);
        }
        event_pass.draw(sources, scene, prepared->layout, instant, window);
        overlay.draw(layout::place_counts(scene, prepared->layout, shaper, place_symbols, town_marks), shaper,
                     frame->size());
    }

    void count() {
        const auto& scene = *prepared->scene;
        counts = {};
        for (std::size_t i = 0; i < scene.event_layers.size(); ++i) {
            const scene::EventLayer& layer = scene.event_layers[i];
            layout::EventCounts of_layer;
            if (prepared->visible[i])
                of_layer = prepared->visible[i]->count(window);
            else if (layer.table)
                of_layer.total = layer.table->total_weight();
            of_layer.rejected = layer.rejected;
            if (scene.spread && i == 0) of_layer.gaps = scene.spread->gaps(window);
            counts.layers.push_back(of_layer);
        }
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
    impl_->prepare(scene, instant, size);
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
    impl_->prepare(scene, instant, size);
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

std::vector<char32_t> MapRenderer::missing_characters() const {
    return impl_->shaper.missing_characters();
}

const layout::FrameCounts& MapRenderer::counts() const {
    return impl_->counts;
}

std::vector<ContextHit> MapRenderer::context_at(layout::PointPx point) const {
    std::vector<ContextHit> hits;
    if (!impl_->prepared) return hits;
    for (const layout::ContextMark& mark : impl_->prepared->context.of_window(impl_->window))
        if (mark.box.contains(point))
            for (const auto& source : mark.of) hits.push_back({source.layer, source.feature});
    return hits;
}

layout::PointPx MapRenderer::symbol_offset(EventHit event) const {
    if (!impl_->prepared) return {};
    const auto* loaded = impl_->events.of(impl_->prepared->scene->event_layers[event.layer]);
    if (loaded == nullptr) return {};
    const auto& layout = impl_->prepared->layout;
    const auto at = layout::symbol_centre(loaded->places_in_plane(), event.row, layout);
    const auto point = layout.view.to_px((*loaded->points)[event.row]);
    return {at.x - point.x, at.y - point.y};
}

std::vector<EventHit> MapRenderer::events_at(layout::PointPx point, float reach_px) const {
    std::vector<EventHit> hits;
    if (!impl_->prepared) return hits;
    const auto& scene = *impl_->prepared->scene;
    const auto& layout = impl_->prepared->layout;
    if (scene.spread) return hits;  // none is drawn by itself
    const double greatest_reach_px =
        scene::greatest_diameter_px / 2 * static_cast<double>(layout.unit) + static_cast<double>(reach_px);
    std::vector<std::pair<std::size_t, EventHit>> found;  // size class, event
    for (std::size_t layer = 0; layer < scene.event_layers.size(); ++layer) {
        const auto* loaded = impl_->events.of(scene.event_layers[layer]);
        if (loaded == nullptr) continue;
        const auto range = loaded->table->rows_in(impl_->window);
        for (std::size_t row = range.first; row < range.last; ++row) {
            const auto at = layout::symbol_centre(loaded->places_in_plane(), row, layout);
            const double distance =
                std::hypot(static_cast<double>(at.x - point.x), static_cast<double>(at.y - point.y));
            if (!(distance <= greatest_reach_px)) continue;
            const double diameter = impl_->diameter_px(layer, *loaded, row);
            if (distance <= diameter * static_cast<double>(layout.unit) / 2 + static_cast<double>(reach_px))
                found.push_back({size_class(diameter), {layer, row}});
        }
    }
    // As they are drawn: the smallest lie on top, in a class the last source's, of a source the latest.
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first, a.second.layer, a.second.row) >
               std::tuple(b.first, b.second.layer, b.second.row);
    });
    for (const auto& [size_class, hit] : found) hits.push_back(hit);
    return hits;
}

}  // namespace harmattan::render
