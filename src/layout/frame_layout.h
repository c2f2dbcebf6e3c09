// Where everything stands in a frame of a given size: the map's view, the boxes of the furniture, the histogram.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time_window.h"
#include "layout/display_list.h"
#include "layout/map_view.h"
#include "layout/text_shaper.h"
#include "scene/event_spread.h"
#include "scene/scene.h"

namespace harmattan::layout {

struct HistogramPlace {
    RectPx plot;          // of all rows together
    base::DayRange days;  // its left edge is the start of days.first, its right edge the end of days.last
    // Where bars stand, on each one's lower edge: one row a source, as far as there is room; else the first
    // source's alone.
    std::vector<RectPx> rows = {};

    float x_of(double day) const;
    double day_at(float x_px) const;
};

// The histogram's bars: one a month, or one a day when the time line is short.
struct HistogramBars {
    struct Bar {
        base::DayRange days;
        std::vector<std::uint32_t> counts;  // by class of colour (scene::event_class)
    };
    std::vector<Bar> bars;
    bool by_month = true;
    std::uint32_t axis_step = 1;  // between two lines of the axis; the plot's upper edge is at 2 * axis_step
};

// A piece of furniture.
enum class Part {
    title,
    date,
    rule,
    counts,     // of one source
    selection,  // of a source that stands alone
    not_added,  // that sources stand side by side
    colours,    // what the events' colours say
    sizes,
    age,
    places,
    spread,        // the classes of density, hexagons or areas
    spread_notes,  // how they were made
    trail,
    caution,  // "not control of territory"
    neighbours,
    ethnic,
    rasters,  // and roads
    context,
    locator,
    scale_bar,
    graticule_label,
    histogram_caption,
    histogram,
    foot
};

struct PlacedPart {
    Part part = Part::title;
    RectPx box;  // what it draws lies inside (a graticule label's halo, and the histogram's axis labels, too)
    std::size_t layer = 0;  // of counts and selection: which of the scene's event layers
};

// What is left out when a frame is too small for everything, and how large its texts are.
struct Dress {
    bool locator = true, graticule_labels = true, histogram_rows = true, age = true, subtitle = true,
         histogram_labels = true, histogram_bars = true;
    float text_unit = 1;      // pixels per design pixel of text
    float least_text_px = 9;  // no text is smaller
};

// What the furniture needs to know of one source's events.
struct SourceFacts {
    std::size_t layer = 0;  // of scene.event_layers
    scene::EventSymbol symbol = scene::EventSymbol::disc;
    std::uint64_t total = 0;
    std::array<bool, events::family_hue_count> has_colour{};  // by place in the palette (scene::event_palette)
    bool has_wide_places = false;                             // known only to a district or wider
    std::uint64_t country_wide_places = 0;                    // known only to a country or wider
    std::uint64_t place_precision_missing = 0;                // events whose precision of place is not given
    std::uint64_t best_missing = 0;                           // events without a best estimate
    bool has_ranges = false;                                  // some high estimate is given
    bool has_shared_places = false;                           // a window can hold two events at one point
    std::int64_t high_sum = 0;  // of high (or best) estimates: no count of deaths is greater
};

// Of all sources that are shown, in the scene's order; nothing without an event layer that is shown.
struct EventFacts {
    std::vector<SourceFacts> sources;
    scene::SizeScale sizes;  // one for all

    bool is_side_by_side() const { return sources.size() > 1; }
};

// A pure function of scene and size.
struct FrameLayout {
    MapView view;
    float unit = 1;                // pixels per design pixel: shorter side / 1080
    RectPx free;                   // where the camera's box is fitted
    RectPx map;                    // what of the frame is map at all (the rest is opaque panel)
    std::vector<RectPx> occupied;  // where no label may go
    std::optional<HistogramPlace> histogram;
    bool column_over_map = false;     // the side column has no box of its own (it stands over the sea)
    std::optional<RectPx> sea_cover;  // drawn in the sea's colour: islands would lie behind the column's text

    Dress dress;
    std::vector<RectPx> panels;       // opaque, under the furniture
    std::vector<PlacedPart> parts;    // a part may be there several times (graticule labels)
    std::vector<HistogramBars> bars;  // of each of facts.sources
    EventFacts facts;

    const RectPx* box_of(Part part) const;  // the first of that kind, or null
};

FrameLayout plan_frame(const scene::Scene& scene, PixelSize size, const TextShaper& shaper);

// What of one source's events a frame shows.
struct EventCounts {
    std::uint64_t shown = 0;                   // in the window and inside the frame
    std::uint64_t outside_frame = 0;           // in the window, but outside the frame
    std::uint64_t total = 0;                   // of the table
    std::uint64_t rejected = 0;                // rows left out
    std::int64_t best = 0, low = 0, high = 0;  // sums over the shown events that give them
    std::uint64_t best_unknown = 0;            // shown events that give none
    scene::SpreadGaps gaps = {};               // of the whole window, while the source is shown as a surface
};

// What of the events a frame shows: never added up over sources.
struct FrameCounts {
    base::DayRange window;
    std::vector<EventCounts> layers;  // of each of scene.event_layers; of a hidden one only total and rejected

    // Of the primary source; all zero where there is none.
    EventCounts primary() const { return layers.empty() ? EventCounts{} : layers.front(); }
};

// Title, legend, scale bar, sources, disclaimer, histogram's dimmed bars, graticule labels: does not change in
// time.
DisplayList static_furniture(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper);

// Date, counts, the histogram's window and playhead.
DisplayList moving_furniture(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                             base::Instant instant, const FrameCounts& counts);

// Names of countries, towns, water, the main river, and of the communities whose areas hold on `day`, without
// collisions among themselves or with `occupied`.
DisplayList map_labels(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                       base::Day day);

}  // namespace harmattan::layout
