// Colours by theme: the one palette table of the program. Contrast and colour distance are checked by tests.
#pragma once

#include <array>
#include <string>
#include <string_view>

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
    std::array<base::Colour, 7> ramp;          // sequential, from low to high
    base::Colour relief_shadow, relief_light;  // with the opacity of the deepest shadow and the brightest light
};

// The colour of class `index` of `count` (0 the lowest): evenly along the ramp, from end to end.
base::Colour class_colour(const Theme& theme, std::size_t index, std::size_t count);

const Theme& theme(ThemeName name);

}  // namespace harmattan::scene
