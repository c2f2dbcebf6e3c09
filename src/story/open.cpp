#include <future>

#include <fmt/core.h>

#include "base/error.h"
#include "base/messages.h"
#include "io/event_reader.h"
#include "scene/event_spread.h"
#include "story/actor_colours.h"
#include "story/event_layers.h"
#include "story/read_sources.h"
#include "story/read_text.h"
#include "story/scene_extent.h"
#include "story/scene_layers.h"
#include "story/story.h"
#include "story/story_file.h"
#include "story/story_folder.h"
#include "story/story_inputs.h"

namespace harmattan::story {
namespace {

using base::Language;

struct Loaded {
    StoryFile story;
    StoryFolder folder;
    StoryInputs inputs;
    SceneLayers layers;
    std::vector<SourceEvents> events;  // the user's, else the story's
    bool has_own_events() const { return !inputs.events.empty(); }
};

StoryFolder folder_of(const StoryInputs& inputs) {
    if (!inputs.story) return StoryFolder::embedded();
    const auto folder = inputs.story->parent_path();
    return StoryFolder::on_disk(folder.empty() ? std::filesystem::path(".") : folder);
}

// The story's own filter, where the options give none.
SceneOptions with_filter_of(const StoryFile& story, SceneOptions options) {
    if (!options.where && story.events) options.where = story.events->where;
    if (!options.extent) options.extent = story.extent;  // what within(extent) means
    return options;
}

std::vector<SourceEvents> read_events(const Loaded& loaded, const LayerChoice& choice, const SceneOptions& options,
                                      const base::Progress& progress) {
    SceneOptions reading = options;
    reading.events.progress = progress;
    auto read = read_sources(loaded.inputs.events, reading,
                             [&](std::size_t i) { return choice.is_read(event_layer_id(i), true); });
    if (!loaded.has_own_events() && loaded.story.events && choice.is_read("events", true))
        read.push_back({0, {}, loaded.folder.read_events(*loaded.story.events, reading.events)});
    const SceneOptions filtering = loaded.has_own_events() ? options : with_filter_of(loaded.story, options);
    for (SourceEvents& source : read) apply_filter(source, filtering);
    return read;
}

Loaded load(const std::vector<std::filesystem::path>& files, const LayerChoice& choice,
            const SceneOptions& options, const base::Progress& progress) {
    StoryInputs inputs = sorted_by_kind(files, options.events);
    StoryFile story =
        inputs.story ? parse_story(read_text(*inputs.story), inputs.story->string()) : embedded_story();
    StoryFolder folder = folder_of(inputs);
    Loaded loaded{std::move(story), std::move(folder), std::move(inputs), {}, {}};
    // Two threads, for events and base map are about equally long to read.
    auto events = std::async(std::launch::async, [&] { return read_events(loaded, choice, options, progress); });
    loaded.layers = read_layers(loaded.story, loaded.folder, loaded.inputs, options, choice);
    loaded.events = events.get();
    return loaded;
}

void add_events(scene::Scene& scene, Loaded& loaded, const LayerChoice& choice) {
    if (loaded.has_own_events())
        scene.event_layers = event_layers(loaded.events, loaded.events.size());
    else if (!loaded.events.empty())
        scene.event_layers.push_back(event_layer(loaded.events.front(), *loaded.story.events));
    for (scene::EventLayer& layer : scene.event_layers) layer.visible = choice.is_visible(layer.id, true);
}

// From the first day for which any source has data to the last.
base::DayRange coverage_of(const std::vector<scene::EventLayer>& layers) {
    base::DayRange days = layers.front().coverage;
    for (const scene::EventLayer& layer : layers) {
        if (layer.coverage.empty()) continue;
        days.first = days.empty() ? layer.coverage.first : std::min(days.first, layer.coverage.first);
        days.last = std::max(days.last, layer.coverage.last);
    }
    return days;
}

void set_titles(scene::Scene& scene, const Loaded& loaded, const SceneOptions& options) {
    const bool is_anothers = loaded.has_own_events() && !loaded.inputs.story;
    if (is_anothers) {
        scene.title_en = base::message(Language::en, "story.title");
        scene.title_fr = base::message(Language::fr, "story.title");
        scene.subtitle_en = base::message(Language::en, "story.subtitle");
        scene.subtitle_fr = base::message(Language::fr, "story.subtitle");
    } else {
        scene.title_en = loaded.story.title.en;
        scene.title_fr = loaded.story.title.fr;
        scene.subtitle_en = loaded.story.subtitle.en;
        scene.subtitle_fr = loaded.story.subtitle.fr;
        scene.focus_iso3 = loaded.inputs.base_map ? std::vector<std::string>{} : loaded.story.focus_iso3;
    }
    if (options.title) scene.title_en = scene.title_fr = *options.title;
}

// From and to: the options', else (unless the events are the user's own) the story's, else the data's coverage.
base::DayRange bounds_of(const scene::Scene& scene, const Loaded& loaded, const SceneOptions& options) {
    base::DayRange bounds = !scene.event_layers.empty()
                                ? coverage_of(scene.event_layers)
                                : base::DayRange{base::day_of({2000, 1, 1}), base::day_of({2000, 12, 31})};
    if (!loaded.has_own_events()) {
        bounds.first = loaded.story.from.value_or(bounds.first);
        bounds.last = loaded.story.to.value_or(bounds.last);
    }
    bounds.first = options.from.value_or(bounds.first);
    bounds.last = options.to.value_or(bounds.last);
    if (bounds.empty())
        throw base::Error("story.from_after_to",
                          {{"from", base::iso(bounds.first)}, {"to", base::iso(bounds.last)}});
    return bounds;
}

void set_time(scene::Scene& scene, const Loaded& loaded, const SceneOptions& options) {
    scene.timeline.bounds = bounds_of(scene, loaded, options);
    scene.timeline.window = options.window.value_or(loaded.story.window);
    scene.shows_whole_span = options.whole_span;
    if (options.whole_span) scene.timeline.window = {base::WindowLength::Unit::all, 0};
    if (options.at && !scene.timeline.bounds.contains(options.at->day()))
        throw base::Error("story.at_outside", {{"date", base::iso(options.at->day())},
                                               {"first", base::iso(scene.timeline.bounds.first)},
                                               {"last", base::iso(scene.timeline.bounds.last)}});
}

geo::Extent extent_of(const scene::Scene& scene, const Loaded& loaded, const SceneOptions& options) {
    if (options.extent) return *options.extent;
    const auto& of_story = loaded.story.extent;
    if (!loaded.has_own_events() && of_story)
        if (const auto elsewhere = extent_of_rasters_elsewhere(loaded.layers.rasters, *of_story))
            return *elsewhere;
    return extent_for(scene, loaded.has_own_events(), of_story);
}

void set_camera(scene::Scene& scene, const Loaded& loaded, const SceneOptions& options) {
    const geo::Extent extent = extent_of(scene, loaded, options);
    const std::string definition = options.projection.value_or(loaded.story.projection);
    scene.projection = std::make_shared<const geo::Projection>(
        definition == "auto" ? geo::Projection::fitted(extent) : geo::Projection::from_text(definition));
    scene.camera.box = scene.projection->bounds_of(extent);
}

}  // namespace

OpenedStory open(const std::vector<std::filesystem::path>& files, const SceneOptions& options,
                 const base::Progress& progress) {
    const LayerChoice choice(options.layers, options.visible_layers_only);
    Loaded loaded = load(files, choice, options, progress);
    scene::Scene scene;
    scene.theme = options.theme.value_or(loaded.story.theme);
    scene.language = options.language.value_or(loaded.story.language);
    set_titles(scene, loaded, options);
    add_events(scene, loaded, choice);
    scene.colour_by = options.colour_by.value_or(loaded.story.colour_by);
    scene.estimates = options.estimates.value_or(loaded.story.estimates);
    if (scene.colour_by == scene::ColourBy::actor) add_actor_courses(scene.event_layers);
    OpenedStory opened;
    const bool is_embedded = !loaded.inputs.story && !loaded.has_own_events();
    for (SourceEvents& source : loaded.events) {
        if (is_embedded) break;
        if (source.reports.empty()) source.reports.push_back(std::move(source.read.report));
        std::move(source.reports.begin(), source.reports.end(), std::back_inserter(opened.reports));
    }
    for (std::size_t i = 0; options.keeps_whole && i < scene.event_layers.size(); ++i) {
        const auto& whole = loaded.events[i].whole;
        opened.whole.push_back(whole ? whole : scene.event_layers[i].table);
    }
    scene.layers = std::move(loaded.layers.layers);
    std::move(loaded.layers.reports.begin(), loaded.layers.reports.end(), std::back_inserter(opened.reports));
    set_time(scene, loaded, options);
    set_camera(scene, loaded, options);
    scene.rasters = load_rasters(loaded.layers.rasters, *scene.projection, scene.camera.box, opened.reports);
    scene.display = scene::resolved(scene::filled(options.display, loaded.story.display), scene.camera.box);
    scene.spread = scene::make_event_spread(scene);
    opened.instant = options.at.value_or(scene.timeline.end());
    opened.film_seconds = loaded.story.film_seconds;
    opened.film_fps = loaded.story.film_fps;
    opened.scene = std::make_shared<const scene::Scene>(std::move(scene));
    return opened;
}

}  // namespace harmattan::story
