#include "base/messages.h"
#include "geo/projection.h"
#include "layout/blocks.h"
#include "layout/frame_layout.h"
#include "layout/map_marks.h"
#include "layout/reading.h"
#include "layout/sample_scene.h"
#include "support/catch.h"

using namespace harmattan;
using layout::Face;

namespace {

struct Frame {
    scene::Scene scene = test::sample_scene();
    layout::TextShaper shaper;
    base::PixelSize size{1920, 1080};

    layout::DisplayList still() const {
        return layout::static_furniture(scene, layout::plan_frame(scene, size, shaper), shaper);
    }
    layout::DisplayList moving(base::Instant instant, const std::vector<layout::EventCounts>& layers) const {
        layout::FrameCounts counts{{}, layers};
        counts.window = base::window_at(instant, scene.timeline.window, scene.timeline.bounds);
        return layout::moving_furniture(scene, layout::plan_frame(scene, size, shaper), shaper, instant, counts);
    }
    bool says(const layout::DisplayList& list, std::string_view text, Face face = Face::regular) const {
        return test::says(list, shaper, text, face);
    }
};

const base::Instant mid_march = base::parse_instant("2015-03-31");

}  // namespace

TEST_CASE("date, window and counts in English") {
    Frame frame;
    const auto list = frame.moving(mid_march, {{389, 159, 7783, 1, 2586, 2570, 2866, 0}});
    CHECK(frame.says(list, "March 2015"));
    CHECK(frame.says(list, "window of 12 months"));
    CHECK(frame.says(list, "1 April 2014 – 31 March 2015"));
    CHECK(frame.says(list, "389 events shown of 7,783", Face::bold));
    CHECK(frame.says(list, "2,586 reported deaths"));
    CHECK(frame.says(list, "low 2,570 – high 2,866"));
    CHECK(frame.says(list, "159 more outside the frame; 1 row left out"));
    CHECK(frame.says(list, "2015", Face::bold));  // the histogram's year
}

TEST_CASE("date, window and counts in French") {
    Frame frame;
    frame.scene.language = base::Language::fr;
    const auto list = frame.moving(mid_march, {{389, 0, 7783, 2, 2586, 2570, 2866, 0}});
    CHECK(frame.says(list, "Mars 2015"));
    CHECK(frame.says(list, "fenêtre de 12\u00a0mois"));
    CHECK(frame.says(list, "1er avril 2014 – 31 mars 2015"));
    CHECK(frame.says(list, "389\u00a0événements montrés sur 7\u202f783", Face::bold));
    CHECK(frame.says(list, "2\u202f586\u00a0décès signalés"));
    CHECK(frame.says(list, "2\u00a0lignes écartées"));
}

TEST_CASE("one and none: English has a plural for 0, French has not") {
    Frame frame;
    auto list = frame.moving(mid_march, {{1, 0, 1, 0, 1, 1, 1, 0}});
    CHECK(frame.says(list, "1 event shown of 1", Face::bold));
    CHECK(frame.says(list, "1 reported death"));
    list = frame.moving(mid_march, {{0, 0, 600, 0, 0, 0, 0, 0}});
    CHECK(frame.says(list, "0 events shown of 600", Face::bold));
    frame.scene.language = base::Language::fr;
    list = frame.moving(mid_march, {{0, 0, 600, 0, 0, 0, 0, 0}});
    CHECK(frame.says(list, "0\u00a0événement montré sur 600", Face::bold));
}

TEST_CASE("events without a number of deaths are said, never counted as none") {
    Frame frame;
    auto list = frame.moving(mid_march, {{5, 0, 600, 0, 12, 12, 12, 2}});
    CHECK(frame.says(list, "2 events without a number of deaths"));
    list = frame.moving(mid_march, {{5, 0, 600, 0, 0, 0, 0, 5}});
    CHECK(frame.says(list, "reported deaths not given"));
    CHECK_FALSE(frame.says(list, "0 reported deaths"));
}

TEST_CASE("a short window is dated to the day, the whole span by its years") {
    Frame frame;
    frame.scene.timeline.window = {base::WindowLength::Unit::days, 7};
    CHECK(frame.says(frame.moving(mid_march, {}), "31 March 2015"));
    CHECK(frame.says(frame.moving(mid_march, {}), "window of 7 days"));

    frame.scene.timeline.window = {base::WindowLength::Unit::all, 0};
    CHECK(frame.says(frame.moving(mid_march, {}), "cumulative: 1 January 2012 – 31 March 2015"));

    frame.scene.shows_whole_span = true;
    const auto list = frame.moving(frame.scene.timeline.end(), {});
    CHECK(frame.says(list, "2012 – 2016"));
    CHECK(frame.says(list, "all events: 1 January 2012 – 31 December 2016"));
}

TEST_CASE("before the first day the frame says so") {
    Frame frame;
    const auto list = frame.moving(base::parse_instant("2011-12-01"), {});
    CHECK(frame.says(list, "nothing is shown before 1 January 2012"));
}

TEST_CASE("the legend holds what the table holds") {
    Frame frame;
    const auto list = frame.still();
    for (const char* text :
         {"State-based conflict", "Non-state conflict", "One-sided violence", "the place", "its district or wider",
          "hollow: 0, or not given", "this month to 12 months ago", "land outside the countries shown"})
        CHECK(frame.says(list, text));
    CHECK_FALSE(frame.says(list, "Type not given"));
    CHECK(frame.says(list, "Selection of documented events, not a full count.", Face::italic));
    CHECK_FALSE(frame.says(list, "Community areas", Face::bold));
    frame.scene.timeline.window = {base::WindowLength::Unit::all, 0};
    CHECK_FALSE(frame.says(frame.still(), "Age of the event", Face::bold));
}

TEST_CASE("community areas never come without their caution") {
    Frame frame;
    frame.scene.layers[1].visible = true;
    CHECK(frame.says(frame.still(), "Areas show where people live, not who is responsible.", Face::bold));
    frame.scene.language = base::Language::fr;
    frame.size = {1080, 1920};
    CHECK(
        frame.says(frame.still(), "Les aires montrent où vivent les gens, non qui est responsable.", Face::bold));
}

TEST_CASE("the foot names source, disclaimer, projection and the end of the data") {
    Frame frame;
    const auto list = frame.still();
    CHECK(frame.says(list,
                     "Events: invented (CC BY 4.0). Boundaries, names and areas shown imply no endorsement or "
                     "acceptance."));
    CHECK(frame.says(list, "Lambert azimuthal equal-area projection · Harmattan"));
    CHECK(frame.says(list, "data to 30 June 2016"));
    CHECK(frame.says(list, "no data after"));
}

TEST_CASE("every text of the layout is there in both languages, with the same placeholders") {
    const auto placeholders = [](std::string text) {
        std::vector<std::string> names;
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
            names.push_back(text.substr(at, text.find('}', at) - at));
        std::sort(names.begin(), names.end());
        return names;
    };
    int checked = 0;
    const auto french = base::message_keys(base::Language::fr);
    for (const auto& key : base::message_keys(base::Language::en))
        for (const char* prefix : {"date.", "counts.", "legend.", "histogram.", "scale.", "graticule.", "foot."})
            if (key.starts_with(prefix) && std::binary_search(french.begin(), french.end(), key)) {
                CHECK(placeholders(base::message(base::Language::en, key)) ==
                      placeholders(base::message(base::Language::fr, key)));
                ++checked;
            }
    CHECK(checked > 50);
}

TEST_CASE("the scale bar is as long as it says, at the map's middle") {
    Frame frame;
    // Mercator at 60 degrees north: a metre of the plane is half a metre of ground.
    frame.scene.projection = std::make_shared<geo::Projection>(geo::Projection::from_text("EPSG:3395"));
    frame.scene.camera.box = frame.scene.projection->bounds_of({-10, 55, 20, 65});
    const auto plan = layout::plan_frame(frame.scene, frame.size, frame.shaper);
    const layout::Pen pen(frame.scene, frame.shaper, plan.dress, plan.unit);
    const layout::PointPx centre{plan.free.x + plan.free.width / 2, plan.free.y + plan.free.height / 2};
    const auto bar = layout::scale_bar_block(pen, plan.view, centre, plan.free.width);
    // The longest level line without its halo, less the half line width by which it stands out at both ends.
    float length = 0;
    for (const auto& shape : bar.list.shapes)
        if (shape.kind == layout::Shape::Kind::segment && shape.a.y == shape.b.y && shape.colour.a == 255)
            length = std::max(length, shape.b.x - shape.a.x - shape.width);
    const auto at = [&](float x) {
        return frame.scene.projection->inverse(
            plan.view.to_planar(static_cast<double>(x), static_cast<double>(centre.y)));
    };
    const double metres = geo::distance_m(at(centre.x - length / 2), at(centre.x + length / 2));
    CHECK(metres == test::Approx(250'000).epsilon(0.01));
    CHECK(frame.says(bar.list, "250\u00a0km"));
}

TEST_CASE("the size legend shows round sums that the table holds") {
    layout::EventFacts facts;
    facts.sizes.reference = 57;
    facts.sizes.greatest = 900;  // the cap of 64 px is reached at 421
    CHECK(layout::legend_sums(facts) == std::vector<std::int32_t>{400, 100, 10});
    facts.sizes.greatest = 23;
    CHECK(layout::legend_sums(facts) == std::vector<std::int32_t>{20, 5, 1});
    facts.sizes.greatest = 1;
    CHECK(layout::legend_sums(facts) == std::vector<std::int32_t>{1});
    facts.sizes.greatest = 0;
    CHECK(layout::legend_sums(facts).empty());
}

TEST_CASE("a text is broken at spaces, never at no-break spaces, and a long word anywhere") {
    const layout::TextShaper shaper;
    const layout::TextStyle style{Face::regular, 10, 0, {}, 0, {}};
    const std::string text = "one two 3\u00a0000 four";
    const auto lines = layout::wrapped(shaper, text, style, shaper.width_px("one two 3", style));
    CHECK(lines == std::vector<std::string>{"one two", "3\u00a0000", "four"});
    const auto broken = layout::wrapped(shaper, "ééééééééé", style, shaper.width_px("éééé", style) + 0.5f);
    CHECK(broken == std::vector<std::string>{"éééé", "éééé", "é"});
}
