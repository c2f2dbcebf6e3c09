#include "scene/scene.h"

#include <algorithm>
#include <cmath>

#include "features/feature_days.h"

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

std::vector<const FeatureLayer*> visible_layers(const Scene& scene, Role role) {
    std::vector<const FeatureLayer*> layers;
    for (const FeatureLayer& layer : scene.layers)
        if (layer.role == role && layer.visible && layer.table) layers.push_back(&layer);
    return layers;
}

std::vector<base::Day> days_of_map_changes(const Scene& scene) {
    std::vector<base::Day> days;
    for (const FeatureLayer* layer : visible_layers(scene, Role::ethnic)) {
        const features::FeatureDays of_layer(*layer->table);
        days.insert(days.end(), of_layer.changes().begin(), of_layer.changes().end());
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

const EventLayer* primary_events(const Scene& scene) {
    return scene.event_layers.empty() ? nullptr : &scene.event_layers.front();
}

std::vector<const EventLayer*> shown_events(const Scene& scene) {
    std::vector<const EventLayer*> shown;
    for (const EventLayer& layer : scene.event_layers)
        if (layer.visible && layer.table) shown.push_back(&layer);
    return shown;
}

double fading_days(const Scene& scene, base::Instant instant) {
    const auto length = shown_window(scene);
    if (length.unit == base::WindowLength::Unit::all) return 0;
    return base::window_at(instant, length, {base::day_of({1, 1, 1}), instant.day()}).length_days();
}

base::WindowLength shown_window(const Scene& scene) {
    return scene.shows_whole_span ? base::WindowLength{} : scene.timeline.window;
}

SizeScale size_scale(const Scene& scene) {
    std::vector<std::int32_t> sums;
    for (const EventLayer* layer : shown_events(scene)) {
        const auto of_layer = greatest_sums(*layer->table, *points_of(*layer), shown_window(scene));
        sums.insert(sums.end(), of_layer.begin(), of_layer.end());
    }
    if (sums.empty()) return {};
    constexpr double share = 0.97;
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(sums.size())));
    const auto at_rank = sums.begin() + rank - 1;
    std::nth_element(sums.begin(), at_rank, sums.end());
    return {*at_rank, *std::max_element(at_rank, sums.end())};
}

std::vector<Source> visible_sources(const Scene& scene) {
    std::vector<Source> sources;
    const auto add = [&](bool is_visible, const Source& source) {
        if (!is_visible || source.text_en.empty()) return;
        const auto is_same = [&](const Source& known) { return known.text_en == source.text_en; };
        if (std::none_of(sources.begin(), sources.end(), is_same)) sources.push_back(source);
    };
    for (const EventLayer& layer : scene.event_layers) add(layer.visible, layer.source);
    for (const FeatureLayer& layer : scene.layers) add(layer.visible, layer.source);
    return sources;
}

std::string_view in_language(const Scene& scene, std::string_view en, std::string_view fr) {
    return scene.language == base::Language::fr && !fr.empty() ? fr : en;
}

}  // namespace harmattan::scene
