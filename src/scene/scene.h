// What is to be seen: an immutable value. An edit makes a new one; the big tables are shared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/messages.h"
#include "base/time_window.h"
#include "events/actor_courses.h"
#include "events/event_table.h"
#include "features/feature_table.h"
#include "geo/extent.h"
#include "geo/projection.h"
#include "scene/estimates.h"
#include "scene/event_display.h"
#include "scene/event_points.h"
#include "scene/event_style.h"
#include "scene/raster_layer.h"
#include "scene/source.h"
#include "scene/theme.h"

namespace harmattan::scene {

class EventSpread;

// What a feature layer is drawn as; the order is the order of drawing, from the bottom.
enum class Role {
    countries,       // polygons: iso3, name_en, name_fr, label_lon, label_lat, label_rank
    ethnic,          // polygons: name_en, name_fr, from, to, settlement, hatch, source
    delta,           // polygons: name_en, name_fr
    lakes,           // polygons: name_en, name_fr, kind, rank
    rivers,          // lines: river, name_en, name_fr, rank, intermittent
    roads,           // lines: rank (1 the greatest to 9)
    regions,         // polygons: iso3, name
    disputed,        // lines: kind
    overlay_lines,   // lines of the user's
    overlay_areas,   // polygons of the user's
    overlay_points,  // points of the user's
    towns,           // points: name_en, name_fr, iso3, rank
    water_names,     // points: name_en, name_fr, kind
    context,         // points: kind (scene/context_kind.h), from, to, name_en, name_fr, source
};

struct FeatureLayer {
    std::string id;  // "countries": unique in the scene, named in stories and in the window's list
    std::string name_en, name_fr;
    Role role = Role::countries;
    bool visible = true;
    std::shared_ptr<const features::FeatureTable> table;
    Source source = {};
};

// What the colour of an event says (scene/event_colours.h).
enum class ColourBy : std::uint8_t { type, actor };

// The events of one source. Sources count the same deaths in different ways: they are drawn and counted side by
// side, and nothing is ever added up over two of them.
struct EventLayer {
    std::string id = "events";     // unique in the scene, among the feature layers' too
    std::string name_en, name_fr;  // of the source, "UCDP GED 23.1": printed where several stand side by side
    bool visible = true;
    std::shared_ptr<const events::EventTable> table;
    std::uint64_t rejected = 0;  // rows of the file that could not be used
    base::DayRange coverage;     // first and last day for which the source has data
    Source source = {};
    bool is_selection = false;  // "selection of documented events, not a full count"
    EventSymbol symbol = EventSymbol::disc;
    bool is_provisional = false;              // a release that later ones replace
    std::optional<base::Day> unsettled_from;  // from here on rows are still being added and corrected
    std::uint64_t replaced = 0;               // rows of older releases that newer ones have replaced
    std::uint64_t missing_from_newer = 0;     // rows kept that a newer release should have, and has not
    std::uint64_t beyond_newer = 0;           // rows kept on days that the newer release does not cover
    std::uint64_t copies = 0;                 // rows left out since another file of the release has them
    std::uint64_t warnings = 0;               // rows kept, but doubtful
    std::string filter;                       // the filter that holds for it, as written; empty: none
    std::uint64_t filtered_out = 0;           // events that the filter leaves out of the table
    std::shared_ptr<const events::ActorCourses> actors;  // of the table's rows; needed when coloured by actor
    std::shared_ptr<const EventPoints> points;           // of the table's rows; made anew wherever it is missing
};

struct Timeline {
    base::DayRange bounds;  // --from .. --to, both days included
    base::WindowLength window;
    // For frame n of a film: start + n * step, so that the last frame stands at the end of bounds.last.
    base::Instant start() const;
    base::Instant end() const;
};

// The instant of frame `index` of `frame_count` frames spread evenly from the timeline's start to its end: a
// function of the index alone. With one frame, the end.
base::Instant instant_of_frame(const Timeline& timeline, std::int64_t index, std::int64_t frame_count);

// The part of the projected plane that is fitted into the frame's free rectangle.
struct Camera {
    geo::PlanarBox box;
};

struct FurnitureSwitches {
    bool title = true, legend = true, scale_bar = true, histogram = true, sources = true, locator = true,
         graticule = true;
};

struct Scene {
    std::string title_en, title_fr, subtitle_en, subtitle_fr;
    std::shared_ptr<const geo::Projection> projection;
    std::vector<RasterLayer> rasters;  // from the bottom, below all layers
    std::vector<FeatureLayer> layers;
    std::vector<EventLayer> event_layers;  // the first is the primary source
    std::vector<std::string>
        focus_iso3;  // countries the story is about; all others are drawn as neighbours. Empty: all
    Timeline timeline;
    Camera camera;
    ThemeName theme = ThemeName::paper;
    ColourBy colour_by = ColourBy::type;
    DisplayStyle display;
    // What density, hexagons and areas are drawn from (scene/event_spread.h), made for the events, display,
    // projection and time line as they stand; null for all else.
    std::shared_ptr<const EventSpread> spread = nullptr;
    Estimates estimates = Estimates::best;
    base::Language language = base::Language::en;
    FurnitureSwitches furniture;
    // How the picture is dated: the playhead and window, or the whole of bounds when no instant was asked for.
    bool shows_whole_span = false;
};

using ScenePtr = std::shared_ptr<const Scene>;

// The first feature layer of a role, or null.
const FeatureLayer* layer_of(const Scene& scene, Role role);

// The visible layers of a role that have a table, from the bottom.
std::vector<const FeatureLayer*> visible_layers(const Scene& scene, Role role);

// The days on which visible rasters and areas of communities appear or vanish, in order, each once: between two of
// them the map below the events stays as it is.
std::vector<base::Day> days_of_map_changes(const Scene& scene);

// The first event layer, or null.
const EventLayer* primary_events(const Scene& scene);

// The event layers that are visible and have a table, in the scene's order.
std::vector<const EventLayer*> shown_events(const Scene& scene);

// How many days an event takes to fade out in a frame at `instant`: the window's whole length, also where the time
// line's bounds cut it short, or 0 where nothing ever leaves the window and nothing fades.
double fading_days(const Scene& scene, base::Instant instant);

// The length of window that a frame shows: without end where it shows the whole span.
base::WindowLength shown_window(const Scene& scene);

// What the sizes of symbols go by, one for all sources that are shown: a function of the tables and the window's
// length alone, so that sizes can be compared across a film.
struct SizeScale {
    std::int32_t reference = 0;  // the 97th percentile (nearest rank) of what a symbol can stand for: diameter_px
    std::int32_t greatest = 0;   // the most
    friend bool operator==(const SizeScale&, const SizeScale&) = default;
};
// Over the greatest sums of all points and areas (scene/event_points.h); zeros where no estimate is known.
SizeScale size_scale(const Scene& scene);

// The sources of what is visible, each once: the events' first, then the layers' from the bottom. Printed on every
// picture.
std::vector<Source> visible_sources(const Scene& scene);

// Text in the scene's language, English where the French is missing.
std::string_view in_language(const Scene& scene, std::string_view en, std::string_view fr);

}  // namespace harmattan::scene
