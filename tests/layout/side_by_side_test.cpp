// Several sources in one picture: what is written of each, and that nothing is added up.
#include "layout/blocks.h"
#include "layout/counted.h"
#include "layout/frame_layout.h"
#include "layout/histogram.h"
#include "layout/reading.h"
#include "layout/sample_scene.h"
#include "layout/source_notes.h"
#include "support/catch.h"

using namespace harmattan;
using layout::Face;
using layout::Part;

namespace {

struct Frame {
    scene::Scene scene = test::sample_scene_of_sources(2);
    layout::TextShaper shaper;
    base::PixelSize size{1920, 1080};

    layout::FrameLayout plan() const { return layout::plan_frame(scene, size, shaper); }
    layout::DisplayList drawn(const std::vector<layout::EventCounts>& layers) const {
        const base::Instant instant = base::parse_instant("2015-03-31");
        const auto frame = plan();
        auto list = layout::static_furniture(scene, frame, shaper);
        const layout::FrameCounts counts{base::window_at(instant, scene.timeline.window, scene.timeline.bounds),
                                         layers};
        list.append(layout::moving_furniture(scene, frame, shaper, instant, counts));
        return list;
    }
    bool says(const layout::DisplayList& list, std::string_view text, Face face = Face::regular) const {
        return test::says(list, shaper, text, face);
    }
};

const std::vector<layout::EventCounts> some_counts{{12, 0, 600, 3, 45, 40, 60, 0}, {7, 0, 240, 0, 30, 0, 0, 1}};

}  // namespace

TEST_CASE("each source has its own numbers below its name, and no number is their sum") {
    Frame frame;
    const auto list = frame.drawn(some_counts);
    CHECK(frame.says(list, "UCDP GED 23.1", Face::bold));
    CHECK(frame.says(list, "12 events shown of 600"));
    CHECK(frame.says(list, "45 reported deaths (40 to 60)"));
    CHECK(frame.says(list, "UCDP Candidate", Face::bold));
    CHECK(frame.says(list, "7 events shown of 240"));
    CHECK(frame.says(list, "30 reported deaths"));
    CHECK_FALSE(frame.says(list, "30 reported deaths ("));  // this source gives no range
    CHECK(frame.says(list, "Sources are counted side by side, never added up.", Face::italic));
    for (const char* sum : {"19 events", "75 reported", "840"}) CHECK_FALSE(frame.says(list, sum));
}

TEST_CASE("a source says in both languages what it is worth") {
    Frame frame;
    auto list = frame.drawn(some_counts);
    CHECK(frame.says(list, "Provisional: later releases", Face::bold));
    CHECK(frame.says(list, "Not settled from 1 January 2016", Face::bold));
    CHECK(frame.says(list, "Filter: country in ('Mali',"));
    CHECK(frame.says(list, "data to 30 June 2016"));    // the first source's
    CHECK(frame.says(list, "data: 1 June 2012 – 18"));  // the second's begins after the time line
    CHECK(frame.says(list, "Selection of documented events, not a full count.", Face::italic));
    frame.scene.language = base::Language::fr;
    list = frame.drawn(some_counts);
    CHECK(frame.says(list, "Provisoire\u00a0: des", Face::bold));
    CHECK(frame.says(list, "45\u00a0décès signalés (40 à 60)"));
    CHECK(frame.says(list, "jamais", Face::italic));
}

TEST_CASE("a source that stands alone says what it is worth too") {
    Frame frame;
    frame.scene.event_layers.erase(frame.scene.event_layers.begin());
    frame.scene.event_layers[0].replaced = 2;
    frame.scene.event_layers[0].missing_from_newer = 3;
    frame.scene.event_layers[0].beyond_newer = 4;
    const auto list = frame.drawn({some_counts[1]});
    CHECK(frame.says(list, "7 events shown of 240", Face::bold));
    CHECK(frame.says(list, "Provisional: later releases", Face::bold));
    CHECK(frame.says(list, "1,204 events left"));
    CHECK(frame.says(list, "17 doubtful"));
    CHECK(frame.says(list, "2 rows of"));
    CHECK(frame.says(list, "not have"));
    CHECK(frame.says(list, "not cover"));
    CHECK_FALSE(frame.says(list, "UCDP Candidate", Face::bold));
    CHECK_FALSE(frame.says(list, "Sources are", Face::italic));
}

TEST_CASE("no room is kept for a range that no event of the source has") {
    Frame frame;
    frame.scene.event_layers.erase(frame.scene.event_layers.begin());
    const auto plan = frame.plan();
    const layout::Pen pen(frame.scene, frame.shaper, plan.dress, plan.unit);
    auto facts = plan.facts.sources.at(0);
    CHECK_FALSE(facts.has_ranges);
    const float without = layout::widest_counts_block(pen, 400, facts, true).height;
    facts.has_ranges = true;
    CHECK(layout::widest_counts_block(pen, 400, facts, true).height > without + pen.px(12));
}

TEST_CASE("hidden sources are neither counted nor explained, and the others keep their shapes") {
    Frame frame;
    frame.scene.event_layers[0].visible = false;
    const auto plan = frame.plan();
    REQUIRE(plan.facts.sources.size() == 1);
    CHECK(plan.facts.sources[0].layer == 1);
    CHECK(plan.facts.sources[0].symbol == scene::EventSymbol::triangle);
    const auto list = frame.drawn(some_counts);
    CHECK(frame.says(list, "7 events shown of 240", Face::bold));
    CHECK_FALSE(frame.says(list, "12 events shown of 600"));
    const auto* types = plan.box_of(Part::colours);
    REQUIRE(types != nullptr);
    for (const auto& shape : list.shapes)
        if (types->contains(shape.a)) CHECK(shape.kind == layout::Shape::Kind::symbol);
}

TEST_CASE("the legend shows each type in the shape of every source that has it") {
    const Frame frame;
    const auto plan = frame.plan();
    const auto list = frame.drawn(some_counts);
    const auto* types = plan.box_of(Part::colours);
    REQUIRE(types != nullptr);
    int discs = 0, triangles = 0;
    for (const auto& shape : list.shapes) {
        if (!types->contains(shape.a)) continue;
        discs += shape.kind == layout::Shape::Kind::disc ? 1 : 0;
        triangles += shape.kind == layout::Shape::Kind::symbol ? 1 : 0;
    }
    // Types 0 to 2 in the first source, 1 to 3 in the second; a fill and an edge each.
    CHECK(discs == 6);
    CHECK(triangles == 6);
}

TEST_CASE("one scale of sizes holds for all sources that are shown") {
    Frame frame;
    const auto plan = frame.plan();
    std::vector<std::int32_t> known;
    for (const auto& layer : frame.scene.event_layers) {
        const auto sums =
            scene::greatest_sums(*layer.table, scene::EventPoints(*layer.table), scene::shown_window(frame.scene));
        known.insert(known.end(), sums.begin(), sums.end());
    }
    std::sort(known.begin(), known.end());
    // Nearest rank: the smallest value that at least 97 % do not exceed.
    const auto rank = (known.size() * 97 + 99) / 100;
    CHECK(plan.facts.sizes.reference == known[rank - 1]);
    CHECK(plan.facts.sizes.greatest == known.back());
    frame.scene.event_layers[1].visible = false;
    CHECK(frame.plan().facts.sizes.greatest <= known.back());
}

TEST_CASE("the chart has a row for each source where there is room, and else says whose it is") {
    Frame frame;
    auto plan = frame.plan();
    REQUIRE(plan.histogram);
    REQUIRE(plan.histogram->rows.size() == 2);
    REQUIRE(plan.bars.size() == 2);
    CHECK_FALSE(plan.histogram->rows[0].overlaps(plan.histogram->rows[1]));
    CHECK(plan.histogram->rows[0].y == test::Approx(plan.histogram->plot.y).margin(1));
    CHECK(plan.histogram->rows[1].bottom() == test::Approx(plan.histogram->plot.bottom()).margin(1));
    for (const std::size_t source : {0U, 1U}) {
        std::uint64_t counted = 0;
        for (const auto& bar : plan.bars[source].bars)
            for (const auto count : bar.counts) counted += count;
        CHECK(counted == frame.scene.event_layers[source].table->size());
    }
    // Every bar stands in the row of one source and reaches no higher.
    const auto list = frame.drawn(some_counts);
    for (const auto& shape : list.shapes)
        if (shape.kind == layout::Shape::Kind::rect && shape.a.y > plan.histogram->rows[0].bottom() + 2 &&
            shape.b.y <= plan.histogram->rows[1].bottom() && shape.a.x >= plan.histogram->plot.x)
            CHECK(shape.a.y >= plan.histogram->rows[1].y - 0.5f);
    frame.scene = test::sample_scene_of_sources(3);
    frame.size = {1920, 1080};
    plan = frame.plan();
    REQUIRE(plan.histogram->rows.size() == 1);
    CHECK(frame.says(frame.drawn(some_counts), "UCDP GED 23.1 only;"));
}

TEST_CASE("what a file brings cannot fill the picture") {
    Frame frame;
    auto& layer = frame.scene.event_layers[1];
    layer.name_en = layer.name_fr = std::string(5000, 'N') + "\x1b[31m";
    layer.filter = std::string(100000, 'f');
    CHECK(layout::source_name(frame.scene, layer) == std::string(48, 'N') + "…");
    for (const auto& note : layout::source_notes(frame.scene, layer)) CHECK(note.text.size() < 200);
    layer.name_en = layer.name_fr = "a\x1b[31mb";
    CHECK(layout::source_name(frame.scene, layer) == "a\\x1b[31mb");
    layer.name_en = layer.name_fr = "";
    CHECK(layout::source_name(frame.scene, layer) == "events-2");
    CHECK(frame.plan().box_of(Part::foot) != nullptr);
}
