#include "render/event_store.h"

#include <algorithm>

#include "layout/visible_events.h"

namespace harmattan::render {
namespace {

using TablePtr = std::shared_ptr<const events::EventTable>;

bool has_table(const scene::Scene& scene, const TablePtr& table) {
    return std::any_of(scene.event_layers.begin(), scene.event_layers.end(),
                       [&](const scene::EventLayer& layer) { return layer.table == table; });
}

// Null where the colours say something else.
std::shared_ptr<const events::ActorCourses> actors_of(const scene::Scene& scene, const scene::EventLayer& layer) {
    return scene.colour_by == scene::ColourBy::actor ? layer.actors : nullptr;
}

// A layer to be made ready; `points` are there when only its sizes or colours may have changed.
struct Job {
    const scene::EventLayer* layer;
    std::shared_ptr<const PlanarPoints> points;
    std::int32_t p99 = 0;
    std::shared_ptr<const events::ActorCourses> actors;
};

EventStore::Loading load(const scene::Scene& scene, const std::vector<Job>& jobs, const std::string& definition) {
    // A projection of its own, so that neither thread waits for the other's.
    const auto projection = geo::Projection::from_text(definition);
    EventStore::Loading out;
    out.p99 = scene::shared_p99(scene);
    for (const Job& job : jobs) {
        const scene::EventLayer& layer = *job.layer;
        const auto actors = actors_of(scene, layer);
        if (job.points && job.p99 == out.p99 && job.actors == actors) continue;
        auto points = job.points;
        if (!points)
            points = std::make_shared<const PlanarPoints>(layout::project_events(*layer.table, projection));
        out.layers.push_back({layer.table, points, actors,
                              make_event_vertices(layer, scene.colour_by, *points, projection, out.p99)});
    }
    return out;
}

}  // namespace

std::vector<EventStore::Shown> EventStore::shown_by(const scene::Scene& scene) {
    std::vector<Shown> shown;
    for (const scene::EventLayer* layer : scene::shown_events(scene))
        if (layer->table->size() > 0) shown.emplace_back(layer->table, actors_of(scene, *layer));
    return shown;
}

std::future<EventStore::Loading> EventStore::start(const scene::Scene& scene) {
    if (projection_ != scene.projection) loaded_.clear();
    std::erase_if(loaded_, [&](const auto& one) { return !has_table(scene, one->table); });
    const auto shown = shown_by(scene);
    if (projection_ == scene.projection && shown_ == shown) return {};
    shown_.clear();  // until finish() nothing is ready
    if (shown.empty()) return {};
    std::vector<Job> jobs;
    for (const scene::EventLayer* layer : scene::shown_events(scene)) {
        if (layer->table->size() == 0) continue;
        const LoadedEvents* known = of(layer->table);
        jobs.push_back(known == nullptr ? Job{layer, nullptr, 0, nullptr}
                                        : Job{layer, known->points, known->p99, known->actors});
    }
    return std::async(std::launch::async,
                      [&scene, jobs = std::move(jobs), definition = scene.projection->definition()] {
                          return load(scene, jobs, definition);
                      });
}

void EventStore::finish(const scene::Scene& scene, std::future<Loading> loading) {
    if (loading.valid()) {
        Loading made = loading.get();
        for (Loading::Layer& layer : made.layers) {
            std::erase_if(loaded_, [&](const auto& one) { return one->table == layer.table; });
            loaded_.push_back(std::make_unique<LoadedEvents>(
                LoadedEvents{layer.table, layer.points, made.p99, layer.actors,
                             EventBuffers(std::move(layer.vertices)), ClassColours()}));
        }
    }
    shown_ = shown_by(scene);
    projection_ = scene.projection;
}

LoadedEvents* EventStore::of(const scene::EventLayer& layer) const {
    return layer.visible && layer.table ? of(layer.table) : nullptr;
}

LoadedEvents* EventStore::of(const TablePtr& table) const {
    const auto found =
        std::find_if(loaded_.begin(), loaded_.end(), [&](const auto& one) { return one->table == table; });
    return found == loaded_.end() ? nullptr : found->get();
}

}  // namespace harmattan::render
