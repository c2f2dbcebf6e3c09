#include "layout/frame_layout.h"

#include <cmath>
#include <set>

#include "layout/paint_display_list.h"
#include "layout/reading.h"
#include "layout/sample_scene.h"
#include "support/catch.h"

using namespace harmattan;
using layout::Part;
using layout::RectPx;

namespace {

const std::vector<base::PixelSize> sizes{{640, 360},   {854, 480},   {1024, 768},  {1280, 720},  {1366, 768},
                                         {1600, 900},  {1920, 1080}, {3440, 1440}, {3840, 2160}, {7680, 4320},
                                         {1440, 1080}, {1080, 1080}, {1080, 1350}, {1080, 1920}, {720, 1280},
                                         {360, 640},   {2480, 3508}, {3508, 2480}};

// Every part in which something is drawn must stay while any other is dropped.
const std::vector<Part> never_dropped{Part::title,     Part::date,  Part::counts,    Part::selection,
                                      Part::colours,   Part::sizes, Part::scale_bar, Part::histogram_caption,
                                      Part::histogram, Part::foot};

layout::FrameCounts some_counts(base::DayRange window) {
    return {window, {{480, 120, 600, 3, 4321, 2210, 8642, 22}, {200, 11, 240, 0, 4800, 0, 0, 20}}};
}

// Draws one part alone: everything static or moving that has its origin in the part's box belongs to it.
void check_inside_own_boxes(const layout::DisplayList& list, const layout::FrameLayout& frame,
                            const layout::TextShaper& shaper) {
    const float slack = 2.5f * frame.unit + 1.5f;
    const auto belongs = [&](const RectPx& box) {
        return std::any_of(frame.parts.begin(), frame.parts.end(),
                           [&](const layout::PlacedPart& part) { return test::is_inside(box, part.box, slack); });
    };
    for (const auto& glyph : list.glyphs) {
        const RectPx box = test::extent_of(glyph, shaper);
        if (box.width > 0) CHECK(belongs(box));
    }
}

void check_parts(const scene::Scene& scene, base::PixelSize size, const layout::TextShaper& shaper) {
    const auto frame = layout::plan_frame(scene, size, shaper);
    INFO(size.width << "x" << size.height << (scene.language == base::Language::fr ? " fr" : " en"));
    const RectPx whole{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
    for (std::size_t i = 0; i < frame.parts.size(); ++i) {
        INFO("part " << static_cast<int>(frame.parts[i].part));
        CHECK(test::is_inside(frame.parts[i].box, whole, 0.01f));
        for (std::size_t k = i + 1; k < frame.parts.size(); ++k) {
            INFO("and part " << static_cast<int>(frame.parts[k].part));
            CHECK_FALSE(frame.parts[i].box.overlaps(frame.parts[k].box));
        }
    }
    for (const Part part : never_dropped) {
        if (part == Part::selection && scene.event_layers.size() > 1) continue;  // a line of the counts
        INFO("part " << static_cast<int>(part));
        CHECK(frame.box_of(part) != nullptr);
    }
    CHECK(frame.free.width > 0);
    CHECK(frame.map.height > 0.3f * whole.height);
    CHECK(test::is_inside(frame.free, frame.map, 0.01f));
}

void check_texts(const scene::Scene& scene, base::PixelSize size, const layout::TextShaper& shaper) {
    const auto frame = layout::plan_frame(scene, size, shaper);
    INFO(size.width << "x" << size.height << (scene.language == base::Language::fr ? " fr" : " en"));
    check_inside_own_boxes(layout::static_furniture(scene, frame, shaper), frame, shaper);
    for (int month = 0; month < 60; ++month) {
        const base::Instant instant = base::end_of(base::add_months(base::day_of({2012, 1, 28}), month));
        const auto window = base::window_at(instant, scene.timeline.window, scene.timeline.bounds);
        check_inside_own_boxes(layout::moving_furniture(scene, frame, shaper, instant, some_counts(window)), frame,
                               shaper);
    }
}

}  // namespace

TEST_CASE("furniture stands inside the frame and none over another, at every size, in both languages") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    for (const auto language : {base::Language::en, base::Language::fr})
        for (const bool with_communities : {false, true})
            for (const auto size : sizes) {
                scene.language = language;
                scene.layers[1].visible = with_communities;
                check_parts(scene, size, shaper);
            }
}

TEST_CASE("furniture of several sources stands inside the frame and none over another") {
    const layout::TextShaper shaper;
    for (const std::size_t count : {2U, 3U, 4U}) {
        auto scene = test::sample_scene_of_sources(count);
        INFO(count << " sources");
        for (const auto language : {base::Language::en, base::Language::fr})
            for (const auto size : sizes) {
                scene.language = language;
                if (std::min(size.width, size.height) >= (count == 2 ? 720 : 1000))
                    check_parts(scene, size, shaper);
            }
    }
}

TEST_CASE("what is written stays inside its part's box, whatever the moment") {
    const layout::TextShaper shaper;
    for (const std::size_t sources : {1U, 2U}) {
        auto scene = test::sample_scene_of_sources(sources);
        for (const auto language : {base::Language::en, base::Language::fr})
            for (const auto size :
                 {base::PixelSize{1280, 720}, {1920, 1080}, {1080, 1920}, {1080, 1080}, {640, 360}}) {
                scene.language = language;
                check_texts(scene, size, shaper);
            }
    }
}

TEST_CASE("no text is smaller than 9 px from 720 lines on") {
    const layout::TextShaper shaper;
    const auto scene = test::sample_scene();
    for (const auto size : sizes) {
        if (std::min(size.width, size.height) < 720) continue;
        const auto frame = layout::plan_frame(scene, size, shaper);
        auto list = layout::static_furniture(scene, frame, shaper);
        list.append(layout::map_labels(scene, frame, shaper, test::label_day));
        list.append(layout::moving_furniture(scene, frame, shaper, scene.timeline.end(),
                                             some_counts(scene.timeline.bounds)));
        INFO(size.width << "x" << size.height);
        for (const auto& glyph : list.glyphs) CHECK(glyph.size_px >= 9);
    }
}

TEST_CASE("a wide frame keeps its column over the sea, and gives it a panel over land") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    const auto at_sea = layout::plan_frame(scene, {1920, 1080}, shaper);
    CHECK(at_sea.column_over_map);
    CHECK(at_sea.map.x == 0);
    CHECK(at_sea.panels.size() == 1);

    scene.camera.box = scene.projection->bounds_of({2, 8, 14, 16});
    const auto on_land = layout::plan_frame(scene, {1920, 1080}, shaper);
    CHECK_FALSE(on_land.column_over_map);
    CHECK(on_land.map.x == test::Approx(0.194 * 1920).margin(1));
    CHECK(on_land.panels.size() == 2);
}

TEST_CASE("the camera's box is shown whole in the free rectangle and touches two of its sides") {
    const layout::RectPx free{100, 50, 800, 400};
    const geo::PlanarBox box{-2000, 1000, 6000, 3000};  // 8 km x 2 km: as wide as the rectangle allows
    const auto view = layout::fitted(box, {1000, 500}, free);
    CHECK(view.metres_per_px == test::Approx(10));
    const auto upper_left = view.to_px({box.min_x_m, box.max_y_m}),
               lower_right = view.to_px({box.max_x_m, box.min_y_m});
    CHECK(upper_left.x == test::Approx(100));
    CHECK(upper_left.y == test::Approx(150));
    CHECK(lower_right.x == test::Approx(900));
    CHECK(lower_right.y == test::Approx(350));
    const auto back = view.to_planar(900, 350);
    CHECK(back.x_m == test::Approx(6000));
    CHECK(back.y_m == test::Approx(1000));
}

TEST_CASE("furniture that is switched off is not there, and the rest is") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    scene.furniture = {false, false, false, false, false, false, false};
    const auto frame = layout::plan_frame(scene, {1920, 1080}, shaper);
    for (const Part part : {Part::title, Part::colours, Part::sizes, Part::scale_bar, Part::histogram,
                            Part::locator, Part::graticule_label})
        CHECK(frame.box_of(part) == nullptr);
    CHECK(frame.box_of(Part::date) != nullptr);
    CHECK(frame.box_of(Part::counts) != nullptr);
}

TEST_CASE("a scene without events has neither legend of events nor counts") {
    const layout::TextShaper shaper;
    auto scene = test::sample_scene();
    scene.event_layers.clear();
    for (const auto size : {base::PixelSize{1920, 1080}, {1080, 1920}, {1440, 1080}}) {
        const auto frame = layout::plan_frame(scene, size, shaper);
        for (const Part part :
             {Part::colours, Part::sizes, Part::counts, Part::histogram, Part::age, Part::places})
            CHECK(frame.box_of(part) == nullptr);
        CHECK(frame.box_of(Part::foot) != nullptr);
        layout::FrameCounts none;
        none.window = scene.timeline.bounds;
        CHECK_FALSE(layout::moving_furniture(scene, frame, shaper, scene.timeline.end(), none).glyphs.empty());
    }
}

TEST_CASE("a plan and its lists are the same every time") {
    const layout::TextShaper one, two;
    const auto scene = test::sample_scene();
    const auto key = [&](const layout::TextShaper& shaper) {
        const auto frame = layout::plan_frame(scene, {1280, 720}, shaper);
        auto list = layout::static_furniture(scene, frame, shaper);
        list.append(layout::map_labels(scene, frame, shaper, test::label_day));
        std::vector<float> numbers;
        for (const auto& g : list.glyphs)
            for (const float v : {static_cast<float>(g.glyph), g.origin.x, g.origin.y, g.angle_rad, g.size_px})
                numbers.push_back(v);
        for (const auto& s : list.shapes)
            for (const float v : {s.a.x, s.a.y, s.b.x, s.b.y, s.c.x, s.width}) numbers.push_back(v);
        return numbers;
    };
    const auto first = key(one);
    CHECK(first == key(one));
    CHECK(first == key(two));
}
