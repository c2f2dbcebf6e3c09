#include "scene/scene.h"

namespace harmattan::scene {

base::Instant Timeline::start() const {
    return base::end_of(bounds.first);
}
base::Instant Timeline::end() const {
    return base::end_of(bounds.last);
}

base::Instant instant_of_frame(const Timeline& timeline, std::int64_t index, std::int64_t frame_count) {
    if (frame_count <= 1) return timeline.end();
    const double share = static_cast<double>(index) / static_cast<double>(frame_count - 1);
    return {timeline.start().days + (timeline.end().days - timeline.start().days) * share};
}

const FeatureLayer* layer_of(const Scene& scene, Role role) {
    for (const FeatureLayer& layer : scene.layers)
        if (layer.role == role) return &layer;
    return nullptr;
}

std::vector<Source> visible_sources(const Scene& scene) {
    std::vector<Source> sources;
    const auto add = [&](bool is_visible, const Source& source) {
        if (!is_visible || source.text_en.empty()) return;
        const auto is_same = [&](const Source& known) { return known.text_en == source.text_en; };
        if (std::none_of(sources.begin(), sources.end(), is_same)) sources.push_back(source);
    };
    if (scene.events) add(scene.events->visible, scene.events->source);
    for (const FeatureLayer& layer : scene.layers) add(layer.visible, layer.source);
    return sources;
}

std::string_view in_language(const Scene& scene, std::string_view en, std::string_view fr) {
    return scene.language == base::Language::fr && !fr.empty() ? fr : en;
}

}  // namespace harmattan::scene
