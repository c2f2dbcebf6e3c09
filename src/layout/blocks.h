// The pieces of furniture, each drawn from its own upper left corner within a width. The same call measures a
// piece (plan_frame) and draws it (static_furniture, moving_furniture), so that the two can never disagree.
// Internal.
#pragma once

#include "base/time_window.h"
#include "layout/pen.h"

namespace harmattan::layout {

Block title_block(const Pen& pen, float width);

// Date and window. `window` is what is shown, `instant` the playhead.
Block date_block(const Pen& pen, float width, base::Instant instant, base::DayRange window);
// The greatest room that the date can want at any instant.
Block widest_date_block(const Pen& pen, float width);

// What a frame shows of one source, and what has to be said of it: provisional, filtered. Where it does not stand
// alone its symbol and name stand above, its coverage and whether it is hand-picked below.
Block counts_block(const Pen& pen, float width, const EventCounts& counts, const SourceFacts& facts,
                   bool is_alone);
// The greatest room that it can want at any instant.
Block widest_counts_block(const Pen& pen, float width, const SourceFacts& facts, bool is_alone);

// Legends. An empty block (height 0) has nothing to say.
// That a source which stands alone is hand-picked.
Block selection_block(const Pen& pen, float width, const scene::EventLayer& layer);
// That sources are counted side by side.
Block not_added_block(const Pen& pen, float width);
Block colours_block(const Pen& pen, float width, const EventFacts& facts);
Block sizes_block(const Pen& pen, float width, const EventFacts& facts);
Block age_block(const Pen& pen, float width, const EventFacts& facts);
Block places_block(const Pen& pen, float width, const EventFacts& facts);
// Of density, hexagons and areas, in the place of the four above: the classes, and how they were made.
Block spread_block(const Pen& pen, float width);
Block spread_notes_block(const Pen& pen, float width, const EventFacts& facts);
// Where events were before the window.
Block trail_block(const Pen& pen, float width);
// That reported events are no control of territory; nothing while each event is shown by itself.
Block caution_block(const Pen& pen, float width);
Block neighbours_block(const Pen& pen, float width);
Block ethnic_block(const Pen& pen, float width);
// The classes of rasters of values, and roads.
Block rasters_block(const Pen& pen, float width);
Block context_block(const Pen& pen, float width);

// Sums for the size legend: up to three round numbers, falling, that the table holds and that no cap hides.
std::vector<std::int32_t> legend_sums(const EventFacts& facts);

// Sources and disclaimer at the left, projection and program at the right.
Block foot_block(const Pen& pen, float width);

}  // namespace harmattan::layout
