#include "features/feature_days.h"

#include "support/catch.h"

using namespace harmattan;
using features::FeatureDays;

namespace {

features::FeatureTable areas(std::initializer_list<std::pair<const char*, const char*>> from_to) {
    features::FeatureTableBuilder builder(features::GeometryKind::polygon, {"from", "to"});
    for (const auto& [from, to] : from_to) {
        builder.add_feature({from, to});
        builder.add_part({{0, 0}, {1, 0}, {1, 1}});
    }
    return std::move(builder).build();
}

base::Day day(int year, int month, int of_month) {
    return base::day_of({year, month, of_month});
}

}  // namespace

TEST_CASE("a year holds from its first day to its last") {
    const FeatureDays days(areas({{"1946", "1990"}, {"1991.0", "2013.000"}}));
    CHECK(days.holds(0, day(1946, 1, 1)));
    CHECK(days.holds(0, day(1990, 12, 31)));
    CHECK_FALSE(days.holds(0, day(1945, 12, 31)));
    CHECK_FALSE(days.holds(0, day(1991, 1, 1)));
    CHECK(days.holds(1, day(1991, 1, 1)));
    CHECK(days.holds(1, day(2013, 12, 31)));
    CHECK_FALSE(days.holds(1, day(2014, 1, 1)));
    CHECK(days.changes() == std::vector<base::Day>{day(1946, 1, 1), day(1991, 1, 1), day(2014, 1, 1)});
}

TEST_CASE("days are days, and what is no date is open") {
    const FeatureDays days(areas({{"2012-04-06", "2013-02-14"}, {"", "2012"}, {"2013", ""}, {"Gao", "soon"}}));
    CHECK(days.holds(0, day(2012, 4, 6)));
    CHECK(days.holds(0, day(2013, 2, 14)));
    CHECK_FALSE(days.holds(0, day(2012, 4, 5)));
    CHECK_FALSE(days.holds(0, day(2013, 2, 15)));
    CHECK(days.holds(1, day(1, 1, 1)));
    CHECK_FALSE(days.holds(1, day(2013, 1, 1)));
    CHECK(days.holds(2, day(9999, 12, 31)));
    CHECK_FALSE(days.holds(2, day(2012, 12, 31)));
    CHECK(days.holds(3, day(1, 1, 1)));
    CHECK(days.holds(3, day(9999, 12, 31)));
}

TEST_CASE("an end before the beginning holds never, and changes nothing") {
    const FeatureDays days(areas({{"2013", "2012"}}));
    CHECK_FALSE(days.holds(0, day(2012, 6, 1)));
    CHECK_FALSE(days.holds(0, day(2013, 6, 1)));
    CHECK(days.changes().empty());
}

TEST_CASE("without the columns all hold always") {
    features::FeatureTableBuilder builder(features::GeometryKind::point, {"name"});
    builder.add_feature({"a"});
    builder.add_part({{0, 0}});
    const FeatureDays days(std::move(builder).build());
    CHECK(days.holds(0, day(1, 1, 1)));
    CHECK(days.changes().empty());
}
