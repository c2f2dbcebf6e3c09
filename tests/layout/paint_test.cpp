// What furniture and labels look like, by what is painted.
#include "layout/blocks.h"
#include "layout/frame_layout.h"
#include "layout/paint_display_list.h"
#include "layout/sample_scene.h"
#include "scene/event_style.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

base::Colour at(const base::Image& image, int x, int y) {
    const auto i =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) + static_cast<std::size_t>(x)) *
        4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], 255};
}

int differing(const base::Image& a, const base::Image& b, const layout::RectPx& box) {
    int count = 0;
    for (int y = static_cast<int>(box.y); y < static_cast<int>(box.bottom()); ++y)
        for (int x = static_cast<int>(box.x); x < static_cast<int>(box.right()); ++x)
            count += at(a, x, y) == at(b, x, y) ? 0 : 1;
    return count;
}

}  // namespace

TEST_CASE("every placed part has ink, and the map between them has none of the furniture's") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    for (const auto theme : {scene::ThemeName::paper, scene::ThemeName::night}) {
        scene.theme = theme;
        const auto frame = layout::plan_frame(scene, {1280, 720}, shaper);
        const auto sea = test::blank({1280, 720}, scene::theme(theme).sea);
        auto image = sea;
        auto list = layout::static_furniture(scene, frame, shaper);
        layout::FrameCounts counts{scene.timeline.bounds, {{10, 2, 600, 3, 50, 20, 90, 1}}};
        list.append(layout::moving_furniture(scene, frame, shaper, scene.timeline.end(), counts));
        test::paint(image, list, shaper);
        for (const auto& part : frame.parts) {
            INFO("part " << static_cast<int>(part.part));
            CHECK(differing(image, sea, part.box) > 10);
        }
        const layout::RectPx middle{frame.free.x + 60, 60, frame.free.width - 160, frame.free.height - 140};
        CHECK(differing(image, sea, middle) == 0);
        // The band at the foot is the panel's colour where nothing is written.
        CHECK(at(image, 3, 717) == scene::theme(theme).panel);
    }
}

TEST_CASE("the legend's discs have the map's sizes") {
    const layout::TextShaper shaper;
    const auto scene = test::sample_scene();
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    const auto list = layout::static_furniture(scene, frame, shaper);
    const auto* box = frame.box_of(layout::Part::sizes);
    REQUIRE(box != nullptr);
    std::vector<float> diameters;
    for (const auto& shape : list.shapes)
        if (shape.kind == layout::Shape::Kind::disc && box->contains(shape.a)) diameters.push_back(2 * shape.b.x);
    REQUIRE(diameters.size() == 4);  // none, and three sums
    CHECK(diameters[0] == test::Approx(5));
    // The greatest sum that the sample's table holds below the cap, and its quarter and fortieth, rounded down.
    const auto size_of = [&](int sum) {
        return static_cast<float>(scene::diameter_px(sum, frame.facts.sizes.reference));
    };
    const int top = layout::legend_sums(frame.facts).front();
    CHECK(top <= frame.facts.sizes.greatest);
    CHECK(diameters[1] == test::Approx(size_of(top / 40)));
    CHECK(diameters[3] == test::Approx(size_of(top)));
}
