#include "story/scene_layers.h"

#include <fmt/core.h>

#include "base/error.h"
#include "base/nearest_word.h"
#include "io/feature_reader.h"
#include "story/base_map.h"
#include "story/community_areas.h"
#include "story/context_layer.h"
#include "story/event_layers.h"

namespace harmattan::story {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_overlay(scene::Role role) {
    return role == scene::Role::overlay_lines || role == scene::Role::overlay_areas ||
           role == scene::Role::overlay_points;
}

scene::Source source_of(const BilingualText& text) {
    return {text.en, text.fr};
}

// The context of the story's own events is not that of others: with those it waits until it is asked for.
bool is_visible_by_default(const LayerEntry& entry, const StoryInputs& inputs) {
    return entry.visible && (entry.role != scene::Role::context || inputs.events.empty());
}

void add_story_layers(SceneLayers& made, const StoryFile& story, const StoryFolder& folder,
                      const StoryInputs& inputs, const LayerChoice& choice) {
    for (const LayerEntry& entry : story.layers) {
        if (inputs.base_map && !is_overlay(entry.role)) continue;
        made.known_ids.push_back(entry.id);
        const bool by_default = is_visible_by_default(entry, inputs);
        const bool is_visible = choice.is_visible(entry.id, by_default);
        if (!choice.is_read(entry.id, by_default)) continue;
        auto table = std::make_shared<const features::FeatureTable>(folder.read_layer(entry));
        if (entry.role == scene::Role::context) check_context_layer(*table, entry.id);
        made.layers.push_back({entry.id, entry.name.en, entry.name.fr, entry.role, is_visible, std::move(table),
                               source_of(entry.source)});
    }
}

void add_base_map(SceneLayers& made, const StoryInputs& inputs, const LayerChoice& choice) {
    auto layers = read_base_map(*inputs.base_map, inputs.base_map_layers, [&](const std::string& id) {
        made.known_ids.push_back(id);
        return choice.is_read(id, true);
    });
    const base::NamedValues file{{"file", inputs.base_map->filename().string()}};
    const scene::Source source{base::message(base::Language::en, "story.base_map_source", file),
                               base::message(base::Language::fr, "story.base_map_source", file)};
    for (scene::FeatureLayer& layer : layers) {
        layer.visible = choice.is_visible(layer.id, true);
        layer.source = source;
        made.layers.push_back(std::move(layer));
    }
}

scene::Role overlay_role(features::GeometryKind kind) {
    switch (kind) {
        case features::GeometryKind::point:
            return scene::Role::overlay_points;
        case features::GeometryKind::line:
            return scene::Role::overlay_lines;
        case features::GeometryKind::polygon:
            break;
    }
    return scene::Role::overlay_areas;
}

// "towns", or "towns-2" when the scene has a layer of that name.
std::string free_id(const SceneLayers& made, const std::string& wanted) {
    std::string id = wanted;
    for (int i = 2; holds(made.event_ids, id) || holds(made.known_ids, id); ++i)
        id = fmt::format("{}-{}", wanted, i);
    return id;
}

void add_overlay(SceneLayers& made, const std::filesystem::path& file, const std::optional<std::string>& layer,
                 const LayerChoice& choice) {
    const std::string id = free_id(made, layer.value_or(file.stem().string()));
    made.known_ids.push_back(id);
    if (!choice.is_read(id, true)) return;
    auto read = io::read_features(file, layer);
    scene::Role role = overlay_role(read.table.kind());
    const std::string source = file.filename().string();
    if (auto areas = as_community_areas(read.table, source)) {
        role = scene::Role::ethnic;
        read.table = *std::move(areas);
    }
    made.layers.push_back({id,
                           id,
                           id,
                           role,
                           choice.is_visible(id, true),
                           std::make_shared<const features::FeatureTable>(std::move(read.table)),
                           {source, source}});
    made.reports.push_back(std::move(read.report));
}

// Tables without geometry are common in a GeoPackage (styles, look-up tables) and no reason to refuse the rest of
// it.
bool add_if_drawable(SceneLayers& made, const std::filesystem::path& file, const std::string& layer,
                     const LayerChoice& choice) {
    try {
        add_overlay(made, file, layer, choice);
        return true;
    } catch (const base::Error& error) {
        if (error.key() != "features.no_geometry") throw;
        made.known_ids.pop_back();
        return false;
    }
}

void add_overlays_of(SceneLayers& made, const std::filesystem::path& file, const LayerChoice& choice) {
    const auto names = io::layer_names(file);
    bool some_drawn = false;
    if (names.size() > 1)
        for (const std::string& name : names) some_drawn |= add_if_drawable(made, file, name, choice);
    // The only layer, or none of several: then the error that says so.
    if (!some_drawn) add_overlay(made, file, std::nullopt, choice);
}

}  // namespace

bool LayerChoice::is_visible(const std::string& id, bool by_default) const {
    return shown_ ? holds(*shown_, id) : by_default;
}

void LayerChoice::check(const std::vector<std::string>& known) const {
    if (!shown_) return;
    for (const std::string& id : *shown_) {
        if (holds(known, id)) continue;
        const std::string nearest = base::nearest_word(id, known);
        if (!nearest.empty())
            throw base::UsageError("story.unknown_layer_like", {{"text", id}, {"nearest", nearest}});
        std::string list;
        for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
        throw base::UsageError("story.unknown_layer", {{"text", id}, {"known", list}});
    }
}

SceneLayers read_layers(const StoryFile& story, const StoryFolder& folder, const StoryInputs& inputs,
                        const LayerChoice& choice) {
    SceneLayers made;
    made.event_ids.push_back(event_layer_id(0));
    for (std::size_t i = 1; i < inputs.events.size(); ++i) made.event_ids.push_back(event_layer_id(i));
    if (inputs.base_map) add_base_map(made, inputs, choice);
    add_story_layers(made, story, folder, inputs, choice);
    for (const auto& file : inputs.features) add_overlays_of(made, file, choice);
    made.known_ids.insert(made.known_ids.end(), made.event_ids.begin(), made.event_ids.end());
    choice.check(made.known_ids);
    return made;
}

}  // namespace harmattan::story
