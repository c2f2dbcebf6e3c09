// Areas that appear and vanish with the playhead.
#include "render/context.h"
#include "render/map_renderer.h"
#include "small_scene.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

constexpr base::PixelSize size{960, 540};

scene::ScenePtr scene_with_area(const char* from, const char* to) {
    auto scene = std::make_shared<scene::Scene>(*test::small_scene());
    features::FeatureTableBuilder builder(features::GeometryKind::polygon,
                                          {"name_en", "name_fr", "from", "to", "settlement", "hatch", "source"});
    builder.add_feature({"Hill people", "", from, to, "regional", "mauve", "made up"});
    builder.add_part({{-6, 11}, {2, 11}, {2, 17}, {-6, 17}});
    scene::FeatureLayer layer;
    layer.id = "people";
    layer.role = scene::Role::ethnic;
    layer.table = std::make_shared<const features::FeatureTable>(std::move(builder).build());
    scene->layers.push_back(layer);
    scene->event_layers.clear();
    scene->timeline.bounds = {base::day_of({2012, 1, 1}), base::day_of({2016, 12, 31})};
    return scene;
}

// Furniture changes with the day; only the middle of the map is compared.
std::vector<std::uint8_t> middle_of(const base::Image& image) {
    std::vector<std::uint8_t> out;
    for (int y = 200; y < 300; ++y) {
        const auto row = static_cast<std::size_t>(y) * 960 * 4;
        out.insert(out.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(row + 500 * 4),
                   image.rgba.begin() + static_cast<std::ptrdiff_t>(row + 700 * 4));
    }
    return out;
}

}  // namespace

TEST_CASE("an area is seen from its first day to its last, forwards and back") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
    const auto dated = scene_with_area("2013", "2014-06-30");
    const auto never = scene_with_area("2020", "2021");
    const auto always = scene_with_area("", "");
    const auto at = [&](const scene::ScenePtr& scene, base::CivilDate date) {
        return middle_of(renderer.render(scene, base::end_of(base::day_of(date)), size));
    };
    const auto without = at(never, {2013, 5, 1}), with = at(always, {2013, 5, 1});
    REQUIRE(with != without);
    const auto check = [&](base::CivilDate date, bool is_seen) {
        INFO(date.year << "-" << date.month << "-" << date.day);
        const bool is_right = at(dated, date) == (is_seen ? with : without);
        CHECK(is_right);
    };
    check({2012, 12, 31}, false);
    check({2013, 1, 1}, true);
    check({2014, 6, 30}, true);
    check({2014, 7, 1}, false);
    check({2013, 12, 1}, true);
    check({2012, 3, 1}, false);
}
