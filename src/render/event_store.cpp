#include "render/event_store.h"

#include <algorithm>

#include "layout/visible_events.h"

namespace harmattan::render {
namespace {

using TablePtr = std::shared_ptr<const events::EventTable>;

std::vector<TablePtr> shown_tables(const scene::Scene& scene) {
    std::vector<TablePtr> tables;
    for (const scene::EventLayer* layer : scene::shown_events(scene))
        if (layer->table->size() > 0) tables.push_back(layer->table);
    return tables;
}

bool has_table(const scene::Scene& scene, const TablePtr& table) {
    return std::any_of(scene.event_layers.begin(), scene.event_layers.end(),
                       [&](const scene::EventLayer& layer) { return layer.table == table; });
}

// A table to be made ready; `points` are there when only its sizes may have changed.
struct Job {
    TablePtr table;
    std::shared_ptr<const PlanarPoints> points;
    std::int32_t p99 = 0;
};

EventStore::Loading load(const scene::Scene& scene, const std::vector<Job>& jobs, const std::string& definition) {
    // A projection of its own, so that neither thread waits for the other's.
    const auto projection = geo::Projection::from_text(definition);
    EventStore::Loading out;
    out.p99 = scene::shared_p99(scene);
    for (const Job& job : jobs) {
        if (job.points && job.p99 == out.p99) continue;
        auto points = job.points;
        if (!points) points = std::make_shared<const PlanarPoints>(layout::project_events(*job.table, projection));
        out.layers.push_back({job.table, points, make_event_vertices(*job.table, *points, projection, out.p99)});
    }
    return out;
}

}  // namespace

std::future<EventStore::Loading> EventStore::start(const scene::Scene& scene) {
    if (projection_ != scene.projection) loaded_.clear();
    std::erase_if(loaded_, [&](const auto& one) { return !has_table(scene, one->table); });
    const auto shown = shown_tables(scene);
    if (projection_ == scene.projection && shown_ == shown) return {};
    shown_.clear();  // until finish() nothing is ready
    if (shown.empty()) return {};
    std::vector<Job> jobs;
    for (const TablePtr& table : shown) {
        const LoadedEvents* known = of(table);
        jobs.push_back(known == nullptr ? Job{table, nullptr, 0} : Job{table, known->points, known->p99});
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
                LoadedEvents{layer.table, layer.points, made.p99, EventBuffers(std::move(layer.vertices))}));
        }
    }
    shown_ = shown_tables(scene);
    projection_ = scene.projection;
}

const LoadedEvents* EventStore::of(const scene::EventLayer& layer) const {
    return layer.visible && layer.table ? of(layer.table) : nullptr;
}

LoadedEvents* EventStore::of(const TablePtr& table) const {
    const auto found =
        std::find_if(loaded_.begin(), loaded_.end(), [&](const auto& one) { return one->table == table; });
    return found == loaded_.end() ? nullptr : found->get();
}

}  // namespace harmattan::render
