#include "story/context_layer.h"

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

features::FeatureTable table_of(const std::string& kind, const std::string& from, const std::string& to,
                                features::GeometryKind geometry = features::GeometryKind::point) {
    features::FeatureTableBuilder builder(geometry, {"kind", "from", "to"});
    builder.add_feature({kind, from, to});
    if (geometry == features::GeometryKind::point) builder.add_part({{1, 2}});
    return std::move(builder).build();
}

std::string key_of(const features::FeatureTable& table) {
    try {
        story::check_context_layer(table, "talks");
        return {};
    } catch (const base::Error& error) {
        return error.key();
    }
}

}  // namespace

TEST_CASE("a layer of context wants points, known kinds, and days or years") {
    CHECK(key_of(table_of("coup", "2020-08-18", "2020")).empty());
    CHECK(key_of(table_of("talks_local", "", "")).empty());
    CHECK(key_of(table_of("battle", "2020", "2020")) == "story.context_kind");
    CHECK(key_of(table_of("", "2020", "2020")) == "story.context_kind");
    CHECK(key_of(table_of("coup", "18/08/2020", "")) == "story.context_days");
    CHECK(key_of(table_of("coup", "", "2020-02-31")) == "story.context_days");
    CHECK(key_of(table_of("coup", "", "", features::GeometryKind::line)) == "story.context_points");
}
