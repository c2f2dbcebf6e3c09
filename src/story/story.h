// From a story file, data files and options to a scene.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "events/filter.h"
#include "io/event_reader.h"
#include "io/raster_reader.h"
#include "io/read_report.h"
#include "scene/scene.h"

namespace harmattan::story {

// What the command line may override. Texts are checked by parse functions before any data is opened.
struct SceneOptions {
    std::optional<base::Day> from, to;
    std::optional<base::WindowLength> window;
    std::optional<base::Instant> at;
    std::optional<geo::Extent> extent;
    std::optional<std::string> projection;  // "auto" or a definition
    std::optional<scene::ThemeName> theme;
    std::optional<scene::ColourBy> colour_by;
    scene::DisplayChoice display;
    std::optional<scene::Estimates> estimates;
    std::optional<base::Language> language;
    std::optional<std::string> title;
    // How the user's own tables of events are read: --map, --dates, --crs, --table.
    io::EventReadOptions events;
    // How single files of them are read instead.
    std::map<std::filesystem::path, io::EventReadOptions> events_of;
    // Only events of which it is true, of every source.
    std::optional<events::Filter> where;
    // How the user's own rasters are drawn and read: --raster-style, --raster-crs, --raster-band.
    std::optional<scene::RasterStyle> raster_style;
    io::RasterReadOptions rasters;
    // Layer ids to show ("events" is the first source's events, "events-2" the second's): all others are hidden.
    // None: as the story says.
    std::optional<std::vector<std::string>> layers;
    // A picture of all of from..to instead of a window at an instant.
    bool whole_span = false;
    // Leaves layers that are not shown unread. The window needs them all, a picture does not.
    bool visible_layers_only = false;
    // Gives OpenedStory::whole too, for filters that change.
    bool keeps_whole = false;
};

// An event layer's table without any filter.
using TablePtr = std::shared_ptr<const events::EventTable>;

struct OpenedStory {
    scene::ScenePtr scene;
    base::Instant instant;                // options.at, else the timeline's end
    std::vector<io::ReadReport> reports;  // of the user's own files, in the order given
    std::vector<TablePtr> whole;          // of each event layer, when SceneOptions::keeps_whole asks for it
    double film_seconds = 20;             // what `record` makes when nothing is said
    int film_fps = 30;
};

// Opens the embedded Sahel story when `files` is empty; else the story file, and events and features over the
// default base map. Events of the user's replace the story's, each file a layer of its own, in the order given;
// the extent is then the events' own unless given. A GeoPackage with a layer named "countries" replaces the base
// map. docs/story.md says what is taken from where. Throws what io and geo throw, and Error "story.*" with file,
// line and column for a bad story file, "story.several_stories", "story.too_many_sources", "story.unknown_file",
// "story.unknown_layer", "story.from_after_to", "story.at_outside", and what scene::EventSpread throws.
OpenedStory open(const std::vector<std::filesystem::path>& files, const SceneOptions& options,
                 const base::Progress& progress = {});

}  // namespace harmattan::story
