// Colours that everybody can read and tell apart, in each theme.
#include "scene/theme.h"

#include <vector>

#include "base/error.h"
#include "base/messages.h"
#include "support/catch.h"
#include "support/colour_science.h"

using namespace harmattan::scene;
using namespace harmattan::test;
using harmattan::base::Colour;

namespace {

constexpr ThemeName themes[] = {ThemeName::paper, ThemeName::night};
constexpr Vision visions[] = {Vision::normal, Vision::protan, Vision::deutan, Vision::tritan};
constexpr const char* vision_names[] = {"normal", "protan", "deutan", "tritan"};

double difference(Colour a, Colour b, Vision vision) {
    return ciede2000(lab_of(seen_with(vision, linear_of(a))), lab_of(seen_with(vision, linear_of(b))));
}

struct TextOnGround {
    const char* name;
    Colour text, ground;
};

std::vector<TextOnGround> texts_of(const Theme& t) {
    return {{"title on panel", t.title, t.panel},
            {"body on panel", t.body, t.panel},
            {"muted on panel", t.muted, t.panel},
            {"country name on land", t.country_name, t.land},
            {"country name on neighbour", t.country_name, t.neighbour},
            {"region name on land", t.region_name, t.land},
            {"town on land", t.town, t.land},
            {"town on neighbour", t.town, t.neighbour},
            {"water on sea", t.water, t.sea},
            {"water on lake", t.water, t.lake},
            {"water on land", t.water, t.land},
            {"country name on its halo", t.country_name, t.halo_land},
            {"town on its halo", t.town, t.halo_land},
            {"water on the sea's halo", t.water, t.halo_sea}};
}

}  // namespace

// WCAG 2.1, success criterion 1.4.3.
TEST_CASE("texts have a contrast of 4.5 on their grounds") {
    for (const ThemeName name : themes)
        for (const TextOnGround& pair : texts_of(theme(name))) {
            INFO(to_string(name) << ": " << pair.name);
            CHECK(contrast(pair.text, pair.ground) >= 4.5);
        }
}

// CIEDE2000 of 12 is what is told apart at a glance and not only side by side; the simulations are Machado's.
TEST_CASE("types of violence are told apart, by colour-blind readers too") {
    for (const ThemeName name : themes) {
        const auto& fill = theme(name).event_fill;
        for (std::size_t v = 0; v < std::size(visions); ++v)
            for (std::size_t i = 0; i < fill.size(); ++i)
                for (std::size_t j = i + 1; j < fill.size(); ++j) {
                    INFO(to_string(name) << ", " << vision_names[v] << " sight: types " << i << " and " << j);
                    CHECK(difference(fill[i], fill[j], visions[v]) >= 12);
                }
    }
}

TEST_CASE("families of actors are told apart, by colour-blind readers too") {
    for (const ThemeName name : themes) {
        const auto& fill = theme(name).family_fill;
        for (std::size_t v = 0; v < std::size(visions); ++v)
            for (std::size_t i = 0; i < fill.size(); ++i)
                for (std::size_t j = i + 1; j < fill.size(); ++j) {
                    INFO(to_string(name) << ", " << vision_names[v] << " sight: families " << i << " and " << j);
                    CHECK(difference(fill[i], fill[j], visions[v]) >= 12);
                }
    }
}

TEST_CASE("events are told from the grounds they lie on") {
    for (const ThemeName name : themes) {
        const Theme& t = theme(name);
        std::vector<Colour> fills(t.event_fill.begin(), t.event_fill.end());
        fills.insert(fills.end(), t.family_fill.begin(), t.family_fill.end());
        for (const Colour fill : fills)
            for (const Colour ground : {t.land, t.neighbour, t.sea, t.lake, t.delta})
                for (const Vision vision : visions) {
                    INFO(to_string(name));
                    CHECK(difference(fill, ground, vision) >= 20);
                }
    }
}

TEST_CASE("no ethnic hatch has the hue of a type of violence") {
    for (const ThemeName name : themes) {
        const Theme& t = theme(name);
        for (const Colour hatch : t.hatch)
            for (const Colour fill : t.event_fill) {
                INFO(to_string(name));
                CHECK(difference(hatch, fill, Vision::normal) >= 12);
            }
    }
}

TEST_CASE("grounds and texts are opaque") {
    for (const ThemeName name : themes)
        for (const TextOnGround& pair : texts_of(theme(name))) {
            CHECK(pair.text.a == 255);
            CHECK(pair.ground.a == 255);
        }
}

TEST_CASE("themes and hatches have names") {
    for (const ThemeName name : themes) CHECK(parse_theme(to_string(name)) == name);
    for (const char* text : {"", "Paper", "dark"}) CHECK_THROWS_AS(parse_theme(text), harmattan::base::Error);
    CHECK(parse_hatch("rose") == Hatch::rose);
    CHECK(parse_hatch("moss") == Hatch::moss);
    CHECK(parse_hatch("nothing") == Hatch::grey);
}

TEST_CASE("a raster's greys are as bright as its colours") {
    for (const auto name : {ThemeName::paper, ThemeName::night}) {
        const auto& colours = theme(name);
        for (std::size_t i = 0; i < 6; ++i) {
            const auto colour = class_colour(colours, i, 6, false), grey = class_colour(colours, i, 6, true);
            CHECK(grey.r == grey.g);
            CHECK(grey.g == grey.b);
            CHECK(contrast(colour, grey) < 1.15);
        }
        CHECK(class_colour(colours, 0, 6, false) == colours.sequential.front());
        CHECK(class_colour(colours, 5, 6, false) == colours.sequential.back());
    }
}
