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

std::string_view in_language(const Scene& scene, std::string_view en, std::string_view fr) {
    return scene.language == base::Language::fr && !fr.empty() ? fr : en;
}

}  // namespace harmattan::scene
