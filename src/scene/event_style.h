// How an event's numbers become a symbol: the same functions serve the map, the legend and the tests.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/time_window.h"
#include "events/event_table.h"

namespace harmattan::scene {

inline constexpr double least_diameter_px = 5;       // none reported: a hollow ring
inline constexpr double reference_diameter_px = 24;  // at SizeScale::reference
inline constexpr double greatest_diameter_px = 64;   // one event of 40,000 deaths must not hide a continent
inline constexpr double trail_diameter_px = 4;       // of the marks of a trail

// Sources stand side by side and are told apart by shape: hue is the type of violence, and hollow means that no
// deaths are reported. Towns are squares, so no source is. All shapes of one diameter have the area of the disc.
enum class EventSymbol : std::uint8_t { disc = 0, triangle = 1, inverted_triangle = 2, diamond = 3 };
inline constexpr std::size_t event_symbol_count = 4;

// How far a symbol of `diameter` reaches from its centre, as a share of diameter / 2: its corners stand out.
double symbol_reach(EventSymbol symbol);

// The dashes of the circle round a place that is known only to its district or wider, by the source's symbol, in
// design pixels; `off` is 0 for a whole line.
struct Dashes {
    double on_px, off_px;
};
Dashes footprint_dashes(EventSymbol symbol);

// Diameter in design pixels (at 1080 lines) for `best` reported fatalities: the area grows linearly from 5 px at 0
// to 24 px at `reference`, and is capped at 64 px. Unknown counts as 0 here and is drawn hollow too.
double diameter_px(std::int32_t best, std::int32_t reference);

// From how many fatalities on all symbols have the greatest diameter.
std::int32_t capped_from(std::int32_t reference);

// Opacity factor (0 to 1) by age, u = 0 (now) to 1 (leaving the window): full at first, then down to 0.42, gone
// at 1.
double age_opacity(double u);

// The same for an event `age_days` after the beginning of its first day, in a window of `window_days` (0: nothing
// fades): it rises over the `length_days` (1 or more) on one of which it happened, never before them.
double event_opacity(double age_days, double window_days, double length_days);

// Radius of the place's uncertainty in km for GED's where_prec; 0 for 0 (not given), 1 and 2, which are drawn as
// discs; 3 and above are drawn as footprints.
double footprint_radius_km(events::WherePrecision precision);

// Whether the place is known to the country only, or to waters or airspace between countries: such a footprint is
// a light hatch and an outline, never a wash, because it says next to nothing of the ground it covers.
bool is_country_wide(events::WherePrecision precision);

}  // namespace harmattan::scene
