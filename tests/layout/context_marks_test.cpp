#include "layout/context_marks.h"

#include <set>

#include "layout/blocks.h"
#include "layout/pen.h"
#include "layout/sample_scene.h"
#include "support/catch.h"

using namespace harmattan;
using Kind = scene::ContextKind;

namespace {

struct Made {
    const char *kind, *from, *to;
    double lon_deg, lat_deg;
};

scene::Scene scene_with(const std::vector<Made>& rows) {
    auto scene = test::sample_scene();
    features::FeatureTableBuilder builder(features::GeometryKind::point, {"kind", "from", "to", "name_en"});
    for (const Made& made : rows) {
        builder.add_feature({made.kind, made.from, made.to, "something"});
        builder.add_part({{made.lon_deg, made.lat_deg}});
    }
    scene::FeatureLayer layer;
    layer.id = "context";
    layer.role = scene::Role::context;
    layer.table = std::make_shared<features::FeatureTable>(std::move(builder).build());
    scene.layers.push_back(layer);
    return scene;
}

base::DayRange days(const char* first, const char* last) {
    return {*base::parse_iso_day(first), *base::parse_iso_day(last)};
}

}  // namespace

TEST_CASE("every kind of context has a word that reads back, and other words have none") {
    for (std::size_t i = 0; i < scene::context_kind_count; ++i)
        CHECK(scene::parse_context_kind(scene::context_kind_words[i]) == static_cast<Kind>(i));
    CHECK_FALSE(scene::parse_context_kind("battle"));
    CHECK_FALSE(scene::parse_context_kind(""));
}

TEST_CASE("a context event shows in the windows that it holds in, those of a kind at one place together") {
    const auto scene = scene_with({{"coup", "2013-03-01", "2013-03-01", 2, 12},
                                   {"coup", "2013-03-20", "2013-03-20", 2, 12},
                                   {"agreement", "2013-02-01", "2014", 2, 12},
                                   {"truce", "2013-03-05", "2013-03-25", 8, 15}});
    const layout::TextShaper shaper;
    const auto plan = layout::plan_frame(scene, {1280, 720}, shaper);
    const layout::ContextMarks marks(scene, plan);
    const auto kinds = [&](base::DayRange window) {
        std::vector<std::pair<Kind, std::size_t>> out;
        for (const auto& mark : marks.of_window(window)) out.emplace_back(mark.kind, mark.of.size());
        return out;
    };
    using Kinds = std::vector<std::pair<Kind, std::size_t>>;
    CHECK(kinds(days("2013-03-01", "2013-03-31")) ==
          Kinds{{Kind::coup, 2}, {Kind::agreement, 1}, {Kind::truce, 1}});
    CHECK(kinds(days("2013-03-02", "2013-03-04")) == Kinds{{Kind::agreement, 1}});
    CHECK(kinds(days("2014-12-31", "2015-01-31")) == Kinds{{Kind::agreement, 1}});
    CHECK(kinds(days("2015-01-01", "2015-01-31")).empty());
    CHECK(kinds(days("2013-03-02", "2013-03-01")).empty());
}

TEST_CASE("rows of symbols keep clear of each other, and stand where they stood as time goes on") {
    std::vector<Made> rows;
    for (int i = 0; i < 12; ++i)
        rows.push_back({scene::context_kind_words[static_cast<std::size_t>(i % 9)].data(),
                        i % 2 == 0 ? "2013" : "2014", "2015", 2 + 1.4 * (i % 4), 12 + 0.7 * (i / 4)});
    const auto scene = scene_with(rows);
    const layout::TextShaper shaper;
    const auto plan = layout::plan_frame(scene, {1280, 720}, shaper);
    const layout::ContextMarks marks(scene, plan);
    const auto all = marks.of_window(days("2015-01-01", "2015-12-31"));
    std::size_t shown = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        shown += all[i].of.size();
        for (std::size_t j = i + 1; j < all.size(); ++j) CHECK_FALSE(all[i].box.overlaps(all[j].box));
    }
    CHECK(shown == rows.size());
    std::set<float> before, now;
    for (const auto& mark : marks.of_window(days("2013-01-01", "2013-12-31"))) before.insert(mark.box.y);
    for (const auto& mark : all) now.insert(mark.box.y);
    for (const float y : before) CHECK(now.count(y) == 1);
}

TEST_CASE("the legend has the kinds that the time line holds, and nothing without a layer") {
    auto scene = scene_with({{"coup", "2013-03-01", "2013-03-01", 2, 12}, {"truce", "1950", "1951", 2, 12}});
    auto kinds = layout::context_kinds(scene);
    CHECK(kinds[static_cast<std::size_t>(Kind::coup)]);
    CHECK(std::count(kinds.begin(), kinds.end(), true) == 1);
    const layout::TextShaper shaper;
    const layout::Pen pen(scene, shaper, {}, 1);
    CHECK(layout::context_block(pen, 240).height > 0);
    scene.layers.back().visible = false;
    CHECK(layout::context_block(pen, 240).height == 0);
    const auto plan = layout::plan_frame(scene, {1280, 720}, shaper);
    CHECK(layout::ContextMarks(scene, plan).of_window(days("2013-01-01", "2013-12-31")).empty());
}
