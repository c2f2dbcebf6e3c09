#include "layout/event_facts.h"

#include "scene/event_style.h"

namespace harmattan::layout {
namespace {

// Which colours events have, on their day or later.
void note_colours(const scene::EventLayer& layer, scene::ColourBy colour_by, SourceFacts& facts) {
    if (colour_by == scene::ColourBy::actor) {
        for (std::size_t i = 0; i < facts.has_colour.size(); ++i)
            facts.has_colour[i] = layer.actors->has(static_cast<events::FamilyHue>(i));
        return;
    }
    for (const events::ViolenceType type : layer.table->type())
        facts.has_colour[static_cast<std::size_t>(type)] = true;
}

SourceFacts facts_of(const scene::EventLayer& layer, scene::ColourBy colour_by, base::WindowLength window) {
    const events::EventTable& table = *layer.table;
    SourceFacts facts;
    note_colours(layer, colour_by, facts);
    facts.symbol = layer.symbol;
    facts.total = table.total_weight();
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto precision = table.where_precision()[row];
        facts.has_wide_places = facts.has_wide_places || precision >= 3;
        const std::uint32_t weight = table.weight(row);
        facts.country_wide_places += scene::is_country_wide(precision) ? weight : 0;
        facts.place_precision_missing += precision == 0 ? weight : 0;
        const std::int32_t best = table.best()[row];
        facts.best_missing += best == events::fatalities_unknown ? weight : 0;
        const std::int32_t high = table.high()[row];
        facts.has_ranges = facts.has_ranges || high != events::fatalities_unknown;
        facts.high_sum += std::max({high, best, 0});
    }
    facts.has_shared_places = scene::has_shared_points(table, *scene::points_of(layer), window);
    return facts;
}

}  // namespace

EventFacts event_facts(const scene::Scene& scene) {
    EventFacts facts;
    for (const scene::EventLayer* layer : scene::shown_events(scene)) {
        facts.sources.push_back(facts_of(*layer, scene.colour_by, scene::shown_window(scene)));
        facts.sources.back().layer = static_cast<std::size_t>(layer - scene.event_layers.data());
    }
    facts.sizes = scene::size_scale(scene);
    return facts;
}

}  // namespace harmattan::layout
