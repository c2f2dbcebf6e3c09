#include "story/filtered_layers.h"

#include "story/actor_question.h"

namespace harmattan::story {

std::vector<scene::EventLayer> filtered_layers(std::vector<scene::EventLayer> layers,
                                               std::span<const TablePtr> whole,
                                               const std::optional<events::Filter>& filter,
                                               const std::optional<geo::Extent>& extent) {
    const ActorQuestions actors;
    events::FilterContext context;
    context.extent = extent;
    context.actors = &actors;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        auto& layer = layers[i];
        layer.table = whole[i];
        layer.actors = nullptr;  // they were another table's
        layer.filter = filter ? filter->text() : std::string();
        layer.filtered_out = 0;
        if (filter) {
            const auto rows = filter->rows(*whole[i], context);
            layer.filtered_out = whole[i]->size() - rows.size();
            layer.table = std::make_shared<const events::EventTable>(whole[i]->select(rows));
        }
        layer.points = std::make_shared<const scene::EventPoints>(*layer.table);
    }
    return layers;
}

}  // namespace harmattan::story
