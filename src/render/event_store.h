// The events of a scene on the GPU: each layer's own, kept as long as the scene has the layer.
#pragma once

#include <future>
#include <memory>
#include <utility>
#include <vector>

#include "layout/place_symbols.h"
#include "render/class_colours.h"
#include "render/event_buffers.h"
#include "render/place_buffer.h"
#include "scene/scene.h"

namespace harmattan::render {

using PlanarPoints = std::vector<geo::PlanarPoint>;

// Everything that depends on an event table, the projection, the scale of sizes and what colours say only.
struct LoadedEvents {
    std::shared_ptr<const events::EventTable> table;
    std::shared_ptr<const PlanarPoints> points;  // of the table's rows
    std::shared_ptr<const scene::EventPlaces> places;
    std::int32_t reference = 0;                          // what the sizes were made for: scene::size_scale
    base::WindowLength window;                           // what the places were made for: scene::shown_window
    std::shared_ptr<const events::ActorCourses> actors;  // what the colours were made for; null: the type
    EventBuffers buffers;
    ClassColours colours;
    PlaceBuffer place_buffer;

    layout::PlacesInPlane places_in_plane() const {
        return {*table, *points, *places, buffers.greatest_scale_m()};
    }
};

class EventStore {
  public:
    // What the other thread has made: no OpenGL in it.
    struct Loading {
        struct Layer {
            std::shared_ptr<const events::EventTable> table;
            std::shared_ptr<const PlanarPoints> points;
            std::shared_ptr<const scene::EventPlaces> places;
            std::shared_ptr<const events::ActorCourses> actors;
            EventVertices vertices;
        };
        std::int32_t reference = 0;
        base::WindowLength window;
        std::vector<Layer> layers;  // that are new, or whose sizes or colours are
    };

    // Lets go what the scene has no more. Projects what it shows and what is not here yet on another thread, while
    // this one draws the base map; the future has no state when all is here. The scene must live until finish(),
    // or until the future is gone.
    std::future<Loading> start(const scene::Scene& scene);
    // Waits and uploads; needs the OpenGL context.
    void finish(const scene::Scene& scene, std::future<Loading> loading);

    // The layer's; null where it is hidden, or has no event.
    LoadedEvents* of(const scene::EventLayer& layer) const;

  private:
    using TablePtr = std::shared_ptr<const events::EventTable>;
    using Shown = std::pair<TablePtr, std::shared_ptr<const events::ActorCourses>>;
    static std::vector<Shown> shown_by(const scene::Scene& scene);
    LoadedEvents* of(const TablePtr& table) const;

    std::vector<std::unique_ptr<LoadedEvents>> loaded_;
    // What finish() was last called for.
    std::vector<Shown> shown_;
    std::shared_ptr<const geo::Projection> projection_;
    base::WindowLength window_;
};

}  // namespace harmattan::render
