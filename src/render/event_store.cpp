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

// A layer to be made ready; `known` when only its sizes, places or colours may have changed.
struct Job {
    const scene::EventLayer* layer;
    const LoadedEvents* known = nullptr;
};

bool is_up_to_date(const LoadedEvents& known, const scene::Scene& scene, const scene::EventLayer& layer,
                   std::int32_t reference) {
    return known.reference == reference && known.window == scene::shown_window(scene) &&
           known.actors == actors_of(scene, layer);
}

EventStore::Loading::Layer made(const scene::Scene& scene, const Job& job, const geo::Projection& projection,
                                const EventStore::Loading& loading) {
    const scene::EventLayer& layer = *job.layer;
    const LoadedEvents* known = job.known;
    const auto points =
        known != nullptr ? known->points
                         : std::make_shared<const PlanarPoints>(layout::project_events(*layer.table, projection));
    const bool has_places =
        known != nullptr && known->reference == loading.reference && known->window == loading.window;
    const auto places = has_places
                            ? known->places
                            : std::make_shared<const scene::EventPlaces>(scene::arrange_places(
                                  *layer.table, *scene::points_of(layer), loading.window, loading.reference));
    return {layer.table, points, places, actors_of(scene, layer),
            make_event_vertices(layer, scene.colour_by, *points, projection, *places, loading.reference)};
}

EventStore::Loading load(const scene::Scene& scene, const std::vector<Job>& jobs, const std::string& definition) {
    // A projection of its own, so that neither thread waits for the other's.
    const auto projection = geo::Projection::from_text(definition);
    EventStore::Loading out;
    out.reference = scene::size_scale(scene).reference;
    out.window = scene::shown_window(scene);
    for (const Job& job : jobs) out.layers.push_back(made(scene, job, projection, out));
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
    const auto window = scene::shown_window(scene);
    if (projection_ == scene.projection && window_ == window && shown_ == shown) return {};
    shown_.clear();  // until finish() nothing is ready
    if (shown.empty()) return {};
    std::vector<Job> jobs;
    const std::int32_t reference = scene::size_scale(scene).reference;
    for (const scene::EventLayer* layer : scene::shown_events(scene)) {
        if (layer->table->size() == 0) continue;
        const LoadedEvents* known = of(layer->table);
        if (known == nullptr || !is_up_to_date(*known, scene, *layer, reference)) jobs.push_back({layer, known});
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
                LoadedEvents{layer.table, layer.points, layer.places, made.reference, made.window, layer.actors,
                             EventBuffers(std::move(layer.vertices)), ClassColours(), PlaceBuffer()}));
        }
    }
    shown_ = shown_by(scene);
    projection_ = scene.projection;
    window_ = scene::shown_window(scene);
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
