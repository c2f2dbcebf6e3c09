// A story file (.toml) as values: read strictly, so that a mistyped key is an error and never silently ignored.
// docs/story.md describes the format.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time_window.h"
#include "events/filter.h"
#include "geo/extent.h"
#include "io/date_order.h"
#include "io/event_layout.h"
#include "scene/scene.h"
#include "scene/value_classes.h"

namespace harmattan::story {

inline constexpr int story_version = 1;

struct BilingualText {
    std::string en, fr;  // fr may be empty: the English serves then
};

struct EventsEntry {
    std::string file;  // relative to the story's folder
    BilingualText name, source;
    bool is_selection = false;
    std::optional<base::DayRange> coverage;  // the table's own days when not given
    std::optional<events::Filter> where;     // only events of which it is true
    // How the table is read, as --map, --dates, --crs and --table say it for a user's own.
    io::ColumnMapping mapping;
    std::optional<io::DateOrder> date_order;
    std::optional<std::string> crs, table;
};

struct LayerEntry {
    std::string id;
    scene::Role role = scene::Role::overlay_areas;
    std::string file;                       // relative to the story's folder
    std::optional<std::string> file_layer;  // of a GeoPackage
    bool visible = true;
    BilingualText name, source;
};

// A raster file and the days on which it holds, both included.
struct RasterFile {
    std::string file;  // relative to the story's folder; "{year}" stands for any year with a file
    base::DayRange days = scene::every_day;
};

struct RasterEntry {
    std::string id;
    std::vector<RasterFile> files;            // at least one
    std::optional<scene::RasterStyle> style;  // none: by what the file holds
    bool visible = true;
    std::optional<double> opacity;  // 0 to 1; none: the style's own
    BilingualText name, source, unit;
    // Of the style values: the limits themselves, or how they are found.
    std::optional<std::vector<double>> limits;
    scene::Classing classing = scene::Classing::quantile;
    int class_count = 6;
    bool shows_cells = false;
    std::optional<std::string> crs;
    std::optional<int> band;
};

struct StoryFile {
    BilingualText title, subtitle;
    std::optional<geo::Extent> extent;
    std::string projection = "auto";
    scene::ThemeName theme = scene::ThemeName::paper;
    scene::ColourBy colour_by = scene::ColourBy::type;
    scene::DisplayChoice display;
    scene::Estimates estimates = scene::Estimates::best;
    base::Language language = base::Language::en;
    std::optional<base::Day> from, to;
    base::WindowLength window{base::WindowLength::Unit::years, 1};
    std::vector<std::string> focus_iso3;
    double film_seconds = 20;
    int film_fps = 30;
    std::optional<EventsEntry> events;
    std::vector<LayerEntry> layers;    // in the file's order
    std::vector<RasterEntry> rasters;  // likewise, the lowest first
};

// `name` stands for the file in messages. Throws Error "story.syntax", "toml.unknown_key",
// "toml.unknown_key_like", "toml.wrong_type", "toml.missing_key", "toml.bad_value", "story.version",
// "story.same_id" or "story.bad_path", each with file, line and column.
StoryFile parse_story(std::string_view text, const std::string& name);

}  // namespace harmattan::story
