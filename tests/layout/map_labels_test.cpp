#include <cmath>
#include <unordered_map>

#include "layout/ground.h"
#include "layout/label_space.h"
#include "layout/paint_display_list.h"
#include "layout/reading.h"
#include "layout/sample_scene.h"
#include "support/catch.h"

using namespace harmattan;
using layout::RectPx;

namespace {

// Who owns each pixel's ink, of the glyphs and the town marks.
class Ink {
  public:
    Ink(const layout::DisplayList& list, const layout::TextShaper& shaper) {
        for (std::size_t i = 0; i < list.glyphs.size(); ++i) {
            const auto& g = list.glyphs[i];
            const auto bitmap = shaper.rasterise(g.font, g.glyph, g.size_px, 0, 0, g.angle_rad, 0);
            for (int y = 0; y < bitmap.height; ++y)
                for (int x = 0; x < bitmap.width; ++x)
                    if (bitmap.coverage[static_cast<std::size_t>(y * bitmap.width + x)] > 100)
                        claim(static_cast<int>(std::floor(g.origin.x)) + bitmap.left + x,
                              static_cast<int>(std::floor(g.origin.y)) + bitmap.top + y, static_cast<int>(i));
        }
    }
    bool is_inked(int x, int y) const { return owner_.contains(key(x, y)); }
    // Neighbours in a word may touch (a kerned pair, a ligature); others may not.
    int collisions() const { return collisions_; }
    std::size_t pixels() const { return owner_.size(); }

  private:
    static std::int64_t key(int x, int y) { return static_cast<std::int64_t>(y) * 100000 + x; }
    void claim(int x, int y, int glyph) {
        const auto [entry, is_new] = owner_.emplace(key(x, y), glyph);
        if (!is_new && std::abs(entry->second - glyph) > 1) ++collisions_;
    }
    std::unordered_map<std::int64_t, int> owner_;
    int collisions_ = 0;
};

scene::Scene random_view(scene::Scene scene, test::Dice& dice) {
    const double lon = dice.between(-10, 18), lat = dice.between(3, 20),
                 width = std::pow(10, dice.between(-0.3, 1.6));
    const geo::Extent extent{lon - width / 2, lat - width / 3, lon + width / 2, lat + width / 3};
    scene.camera.box = scene.projection->bounds_of(extent);
    return scene;
}

}  // namespace

TEST_CASE("no name lies over another, over a town's mark, over furniture or beyond the map, in any view") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    test::Dice dice(2024);
    const std::vector<base::PixelSize> sizes{{1280, 720}, {1080, 1080}, {720, 1280}, {640, 360}};
    std::size_t glyphs = 0;
    for (int i = 0; i < 60; ++i) {
        const auto view = random_view(scene, dice);
        auto shown = view;
        shown.language = i % 2 == 0 ? base::Language::en : base::Language::fr;
        shown.layers[1].visible = i % 3 == 0;
        const auto frame = layout::plan_frame(shown, sizes[static_cast<std::size_t>(i) % sizes.size()], shaper);
        const auto list = layout::map_labels(shown, frame, shaper, test::label_day);
        INFO("view " << i);
        const Ink ink(list, shaper);
        CHECK(ink.collisions() == 0);
        for (const auto& shape : list.shapes) {
            int covered = 0;
            for (float y = std::floor(shape.a.y); y < shape.b.y; ++y)
                for (float x = std::floor(shape.a.x); x < shape.b.x; ++x)
                    covered += ink.is_inked(static_cast<int>(x), static_cast<int>(y)) ? 1 : 0;
            CHECK(covered == 0);
        }
        for (const auto& glyph : list.glyphs) {
            const RectPx box = test::extent_of(glyph, shaper);
            if (box.width <= 0) continue;
            CHECK(test::is_inside(box, frame.map, 1));
            for (const RectPx& taken : frame.occupied) {
                const RectPx inner{taken.x + 1, taken.y + 1, taken.width - 2, taken.height - 2};
                CHECK_FALSE(inner.overlaps(box));
            }
        }
        glyphs += list.glyphs.size();
    }
    CHECK(glyphs > 6000);  // the views are not empty
}

TEST_CASE("names follow the scene's language") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    CHECK(test::says(layout::map_labels(scene, frame, shaper, test::label_day), shaper, "Town 1",
                     layout::Face::bold));
    scene.language = base::Language::fr;
    CHECK(test::says(layout::map_labels(scene, frame, shaper, test::label_day), shaper, "Ville 1",
                     layout::Face::bold));
}

TEST_CASE("coast towns are named at sea where there is room") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    // One capital on the south coast and nothing else.
    features::FeatureTableBuilder builder(features::GeometryKind::point, {"name_en", "name_fr", "iso3", "rank"});
    builder.add_feature({"Portville", "Portville", "AAA", "1"});
    builder.add_part({{6, 5.02}});
    scene.layers[4].table = std::make_shared<features::FeatureTable>(std::move(builder).build());
    scene.layers[5].visible = scene.layers[2].visible = scene.layers[0].visible = true;
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    const layout::Ground ground(scene, frame.view);
    const auto list = layout::map_labels(scene, frame, shaper, test::label_day);
    int letters = 0;
    for (const auto& glyph : list.glyphs)
        if (glyph.font == layout::FontId::sans_bold) {
            ++letters;
            CHECK_FALSE(ground.is_land(glyph.origin));
            CHECK(glyph.halo.r == scene::theme(scene.theme).halo_sea.r);
        }
    CHECK(letters == 9);
}

TEST_CASE("a river's name runs along its course, upright, and is repeated far apart") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    scene.layers[4].visible = scene.layers[3].visible = scene.layers[5].visible = false;
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    const auto list = layout::map_labels(scene, frame, shaper, test::label_day);
    std::vector<layout::PlacedGlyph> letters;
    for (const auto& glyph : list.glyphs)
        if (glyph.font == layout::FontId::sans_italic) letters.push_back(glyph);
    const std::size_t length = shaper.shape("Long River", layout::Face::italic, 14, 0.12f).glyphs.size();
    REQUIRE(letters.size() >= 2 * length);
    REQUIRE(letters.size() % length == 0);
    const auto& river = *scene.layers[2].table;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        CHECK(std::abs(letters[i].angle_rad) < 1.3f);
        if (i % length > 0) CHECK(letters[i].origin.x > letters[i - 1].origin.x);
        // Beside the river, neither on it nor far from it.
        float nearest = 1e9f;
        for (const auto& v : river.vertices()) {
            const auto p = frame.view.to_px(scene.projection->forward(v));
            nearest = std::min(nearest, std::hypot(p.x - letters[i].origin.x, p.y - letters[i].origin.y));
        }
        CHECK(nearest < 30);
    }
    CHECK(std::hypot(letters[0].origin.x - letters[length].origin.x,
                     letters[0].origin.y - letters[length].origin.y) > 150);
}

TEST_CASE("more towns are named as one zooms in") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    const auto marks = [&](const geo::Extent& extent) {
        scene.camera.box = scene.projection->bounds_of(extent);
        const auto list =
            layout::map_labels(scene, layout::plan_frame(scene, {1920, 1080}, shaper), shaper, test::label_day);
        float least = 1e9f;
        for (const auto& shape : list.shapes) least = std::min(least, shape.b.x - shape.a.x);
        return least;
    };
    const float far = marks({-60, -20, 60, 30}), near = marks({0, 8, 8, 13});
    CHECK(far > near);  // the smallest marks belong to the smallest towns
}

TEST_CASE("the ground knows land from sea, and whose land it is") {
    auto scene = test::sample_scene();
    const layout::TextShaper shaper;
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    const layout::Ground ground(scene, frame.view);
    const auto at = [&](double lon, double lat) {
        return frame.view.to_px(scene.projection->forward({lon, lat}));
    };
    test::Dice dice(5);
    for (int i = 0; i < 500; ++i) {
        const double lon = dice.between(-14, 21), lat = dice.between(1, 20);
        const bool is_land = lon > -12 && lat > 5;
        if (std::abs(lon + 12) < 0.05 || std::abs(lat - 5) < 0.05 || std::abs(lon) < 0.05 ||
            std::abs(lon - 9) < 0.05)
            continue;
        const auto country = ground.country_at(at(lon, lat));
        CHECK(country.has_value() == is_land);
        if (is_land) CHECK(*country == (lon < 0 ? 0U : lon < 9 ? 1U : 2U));
    }
    CHECK(ground.kind_at(at(5, 10)) == layout::GroundKind::land);
    CHECK(ground.kind_at(at(15, 10)) == layout::GroundKind::neighbour);
    CHECK(ground.kind_at(at(5, 3)) == layout::GroundKind::sea);
}

TEST_CASE("capitals are made of letters with accents too") {
    CHECK(layout::capitals("Côte d’Ivoire") == "CÔTE D’IVOIRE");
    CHECK(layout::capitals("São Tomé, ÿ œ ž ł") == "SÃO TOMÉ, Ÿ Œ Ž Ł");
    CHECK(layout::capitals("÷ ß 北 5") == "÷ ß 北 5");
}

TEST_CASE("a name is broken where its two lines are nearly equal") {
    CHECK(layout::in_two_lines("CENTRAL AFRICAN REPUBLIC") ==
          std::vector<std::string>{"CENTRAL AFRICAN", "REPUBLIC"});
    CHECK_FALSE(layout::in_two_lines("MALI"));
}
