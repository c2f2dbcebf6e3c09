#include "scene/theme.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace harmattan::scene {
namespace {

using base::colour_from_hex;

// The edge of a disc: its fill, darker on paper and lighter on night.
void set_edges(Theme& theme, base::Colour towards, double share) {
    for (std::size_t i = 0; i < theme.event_fill.size(); ++i)
        theme.event_edge[i] = base::mixed(theme.event_fill[i], towards, share);
    for (std::size_t i = 0; i < theme.family_fill.size(); ++i)
        theme.family_edge[i] = base::mixed(theme.family_fill[i], towards, share);
}

Theme make_paper() {
    Theme t;
    t.sea = colour_from_hex("#DCE5E8");
    t.land = colour_from_hex("#F6F2E8");
    t.neighbour = colour_from_hex("#EBE6DA");
    t.unmapped = colour_from_hex("#E3E0D8");
    t.lake = colour_from_hex("#CADBE2");
    t.lake_seasonal = colour_from_hex("#DDE6E4");
    t.delta = colour_from_hex("#E3EADF");
    t.panel = colour_from_hex("#FBF9F3");
    t.frame = colour_from_hex("#3B3731");
    t.coast = colour_from_hex("#7C97A2");
    t.country = colour_from_hex("#6B6257");
    t.region = colour_from_hex("#B3A895");
    t.disputed = colour_from_hex("#8A7F70");
    t.river = colour_from_hex("#7FA3B3");
    t.road = colour_from_hex("#C4A98A");
    t.lake_shore = colour_from_hex("#8FB0BD");
    t.graticule = colour_from_hex("#CFCBBF");
    t.water_lines = {colour_from_hex("#D8E2E6"), colour_from_hex("#D3DEE3"), colour_from_hex("#CDDAE0")};
    t.title = colour_from_hex("#26231F");
    t.body = colour_from_hex("#3F3A33");
    t.muted = colour_from_hex("#625B50");
    t.country_name = colour_from_hex("#57504A");
    t.region_name = colour_from_hex("#655C4E");
    t.town = colour_from_hex("#2E2A25");
    t.water = colour_from_hex("#2F6178");
    t.halo_land = colour_from_hex("#F6F2E8");
    t.halo_sea = t.sea;
    t.event_fill = {colour_from_hex("#3E4A86"), colour_from_hex("#A8741A"), colour_from_hex("#96402F"),
                    colour_from_hex("#687173")};
    t.family_fill = {colour_from_hex("#263782"), colour_from_hex("#2C6D93"), colour_from_hex("#82254B"),
                     colour_from_hex("#4A3C0C"), colour_from_hex("#7A6241"), colour_from_hex("#4E9A71"),
                     colour_from_hex("#AF7928"), colour_from_hex("#687173"), colour_from_hex("#000000")};
    set_edges(t, colour_from_hex("#000000"), 0.28);
    t.event_casing = t.land;
    t.hatch = {colour_from_hex("#CDCFA2"), colour_from_hex("#B9D2C3"), colour_from_hex("#B899C4"),
               colour_from_hex("#E6BBD8"), colour_from_hex("#AAABB0")};
    t.relief_shadow = colour_from_hex("#4A402F5A");
    t.relief_light = colour_from_hex("#FFFFFFA0");
    t.sequential = {colour_from_hex("#F3E9D2"), colour_from_hex("#E3CDA6"), colour_from_hex("#CFAB7E"),
                    colour_from_hex("#B5875F"), colour_from_hex("#926549"), colour_from_hex("#6B4637"),
                    colour_from_hex("#422A26")};
    t.diverging = {colour_from_hex("#2F5D73"), colour_from_hex("#6A93A3"), colour_from_hex("#AFC6CC"),
                   colour_from_hex("#F3EFE6"), colour_from_hex("#DDBFA0"), colour_from_hex("#B58561"),
                   colour_from_hex("#7D4C35")};
    t.trail = base::mixed(t.land, t.muted, 0.65);
    return t;
}

Theme make_night() {
    Theme t;
    t.sea = colour_from_hex("#0E1519");
    t.land = colour_from_hex("#23282B");
    t.neighbour = colour_from_hex("#1A1F22");
    t.unmapped = colour_from_hex("#15191B");
    t.lake = colour_from_hex("#183039");
    t.lake_seasonal = colour_from_hex("#1F2C2F");
    t.delta = colour_from_hex("#213231");
    t.panel = colour_from_hex("#14191C");
    t.frame = colour_from_hex("#8C9294");
    t.coast = colour_from_hex("#4E6670");
    t.country = colour_from_hex("#777B7A");
    t.region = colour_from_hex("#4A5052");
    t.disputed = colour_from_hex("#6F7373");
    t.river = colour_from_hex("#3E6B7C");
    t.road = colour_from_hex("#5E5344");
    t.lake_shore = colour_from_hex("#45707F");
    t.graticule = colour_from_hex("#343C40");
    t.water_lines = {colour_from_hex("#10181C"), colour_from_hex("#121C21"), colour_from_hex("#152127")};
    t.title = colour_from_hex("#F1EDE4");
    t.body = colour_from_hex("#D5D1C7");
    t.muted = colour_from_hex("#A5A49D");
    t.country_name = colour_from_hex("#BDBAB1");
    t.region_name = colour_from_hex("#9C9A92");
    t.town = colour_from_hex("#E0DCD3");
    t.water = colour_from_hex("#86B2C3");
    t.halo_land = colour_from_hex("#1B2023");
    t.halo_sea = t.sea;
    t.event_fill = {colour_from_hex("#93A6E8"), colour_from_hex("#E3BE74"), colour_from_hex("#CF6E62"),
                    colour_from_hex("#7B8687")};
    t.family_fill = {colour_from_hex("#7CABFE"), colour_from_hex("#B19DBB"), colour_from_hex("#DD8D82"),
                     colour_from_hex("#9A813D"), colour_from_hex("#E4CAEA"), colour_from_hex("#B2CFBD"),
                     colour_from_hex("#FCCB74"), colour_from_hex("#7B8687"), colour_from_hex("#FFFFFF")};
    set_edges(t, colour_from_hex("#FFFFFF"), 0.18);
    t.event_casing = t.land;
    t.hatch = {colour_from_hex("#4A4823"), colour_from_hex("#304E3E"), colour_from_hex("#70557A"),
               colour_from_hex("#613A58"), colour_from_hex("#5A5B5C")};
    t.relief_shadow = colour_from_hex("#00000088");
    t.relief_light = colour_from_hex("#DDE2E028");
    t.sequential = {colour_from_hex("#2C2A28"), colour_from_hex("#4A3D33"), colour_from_hex("#6C523F"),
                    colour_from_hex("#91704F"), colour_from_hex("#B59268"), colour_from_hex("#D5B98C"),
                    colour_from_hex("#F0E1BF")};
    t.diverging = {colour_from_hex("#8FC1D3"), colour_from_hex("#5A8C9E"), colour_from_hex("#36606F"),
                   colour_from_hex("#2B3032"), colour_from_hex("#6B4A36"), colour_from_hex("#A5724F"),
                   colour_from_hex("#DDAA82")};
    t.trail = base::mixed(t.land, t.muted, 0.65);
    return t;
}

}  // namespace

ThemeName parse_theme(std::string_view text) {
    if (text == "paper") return ThemeName::paper;
    if (text == "night") return ThemeName::night;
    throw base::Error("theme.unknown", {{"text", std::string(text)}});
}

std::string_view to_string(ThemeName theme) {
    return theme == ThemeName::paper ? "paper" : "night";
}

Hatch parse_hatch(std::string_view text) {
    if (text == "moss") return Hatch::moss;
    if (text == "sage") return Hatch::sage;
    if (text == "mauve") return Hatch::mauve;
    if (text == "rose") return Hatch::rose;
    return Hatch::grey;
}

double hatch_angle_deg(Hatch hatch) {
    constexpr std::array<double, hatch_count> angles_deg{125, 80, -35, 0, 25};
    return angles_deg[static_cast<std::size_t>(hatch)];
}

base::Colour class_colour(const Theme& theme, std::size_t index, std::size_t count, bool is_grey) {
    const double last = static_cast<double>(theme.sequential.size() - 1);
    const double place = count > 1 ? last * static_cast<double>(index) / static_cast<double>(count - 1) : last / 2;
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, theme.sequential.size() - 1);
    const auto colour =
        base::mixed(theme.sequential[below], theme.sequential[above], place - static_cast<double>(below));
    if (!is_grey) return colour;
    // Luma of ITU-R BT.601.
    const auto grey =
        static_cast<std::uint8_t>(std::lround(0.299 * colour.r + 0.587 * colour.g + 0.114 * colour.b));
    return {grey, grey, grey, colour.a};
}

std::vector<base::Colour> class_colours(const Theme& theme, std::size_t count) {
    constexpr double first = 2, last = ramp_count - 1;
    std::vector<base::Colour> colours;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0.5;
        const double at = first + (last - first) * share, below = std::min(std::floor(at), last - 1);
        const auto index = static_cast<std::size_t>(below);
        colours.push_back(base::mixed(theme.sequential[index], theme.sequential[index + 1], at - below));
    }
    return colours;
}

const Theme& theme(ThemeName name) {
    static const Theme paper = make_paper(), night = make_night();
    return name == ThemeName::paper ? paper : night;
}

}  // namespace harmattan::scene
