// Colours by theme: the one palette table of the program. Contrast and colour distance are checked by tests.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "events/actor_family.h"
#include "events/event_table.h"

namespace harmattan::scene {

enum class ThemeName { paper, night };

// "paper" or "night"; throws Error "theme.unknown".
ThemeName parse_theme(std::string_view text);
std::string_view to_string(ThemeName theme);

// Hatches of ethnic areas.
enum class Hatch { moss, sage, mauve, rose, grey };
inline constexpr std::size_t hatch_count = 5;
inline constexpr std::size_t ramp_count = 7;
// Unknown names become grey.
Hatch parse_hatch(std::string_view text);
// Of its lines, anticlockwise from the horizontal. Lines tell areas apart where hues cannot.
double hatch_angle_deg(Hatch hatch);

struct Theme {
    // Grounds.
    base::Colour sea, land, neighbour, unmapped, lake, lake_seasonal, delta, panel, frame;
    // Lines.
    base::Colour coast, country, region, disputed, river, road, lake_shore, graticule;
    std::array<base::Colour, 3> water_lines;  // pale lines along the coast, from wide to narrow
    // Texts.
    base::Colour title, body, muted, country_name, region_name, town, water, halo_land, halo_sea;
    // Events by type of violence, and their edges.
    std::array<base::Colour, events::violence_type_count> event_fill, event_edge;
    // Events by the family of their actors.
    std::array<base::Colour, events::family_hue_count> family_fill, family_edge;
    base::Colour event_casing;
    std::array<base::Colour, hatch_count> hatch;
    base::Colour relief_shadow, relief_light;  // with the opacity of the deepest shadow and the brightest light
    // From low to high; and from below a middle over it to above it.
    std::array<base::Colour, ramp_count> sequential, diverging;
    base::Colour trail;  // marks where events were before the window
};

// The colour of class `index` of `count` (0 the lowest) of a raster's values: evenly along the sequential ramp,
// from end to end; as a grey of the same brightness where the ramp's colours say something else (Scene::spread).
base::Colour class_colour(const Theme& theme, std::size_t index, std::size_t count, bool is_grey);

// The colours of `count` classes (1 to ramp_count) of the sequential ramp, from low to high, as far apart as it
// has them; its two palest tones, which land nearly has, are not among them.
std::vector<base::Colour> class_colours(const Theme& theme, std::size_t count);
inline constexpr double class_opacity = 0.7;      // over the ground
inline constexpr double no_figure_opacity = 0.5;  // of the muted ink's hatching where a figure is not known

const Theme& theme(ThemeName name);

}  // namespace harmattan::scene
