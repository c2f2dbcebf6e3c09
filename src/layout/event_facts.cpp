#include "layout/event_facts.h"

namespace harmattan::layout {

const scene::EventLayer* shown_events(const scene::Scene& scene) {
    const bool is_shown = scene.events && scene.events->visible && scene.events->table;
    return is_shown ? &*scene.events : nullptr;
}

EventFacts event_facts(const scene::Scene& scene) {
    EventFacts facts;
    const auto* layer = shown_events(scene);
    if (layer == nullptr) return facts;
    const events::EventTable& table = *layer->table;
    facts.total = table.size();
    facts.p99 = events::best_quantile(table, 0.99);
    for (std::size_t row = 0; row < table.size(); ++row) {
        facts.has_type[static_cast<std::size_t>(table.type()[row])] = true;
        const auto precision = table.where_precision()[row];
        facts.has_wide_places = facts.has_wide_places || precision >= 3;
        facts.place_precision_missing += precision == 0 ? 1 : 0;
        const std::int32_t best = table.best()[row];
        facts.best_missing += best == events::fatalities_unknown ? 1 : 0;
        facts.greatest_best = std::max(facts.greatest_best, best);
        facts.high_sum += std::max({table.high()[row], best, 0});
    }
    return facts;
}

}  // namespace harmattan::layout
