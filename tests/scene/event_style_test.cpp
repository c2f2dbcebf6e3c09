#include "scene/event_style.h"

#include <limits>

#include "base/error.h"
#include "scene/estimates.h"
#include "support/catch.h"

using namespace harmattan::scene;
using namespace harmattan::test;

TEST_CASE("a symbol's area grows with reported fatalities") {
    constexpr int reference = 80;
    CHECK(diameter_px(0, reference) == 5);
    CHECK_THAT(diameter_px(reference, reference), WithinAbs(24, 1e-9));
    // Half of the 99th percentile has half of the area that is added: d^2 = (5^2 + 24^2) / 2.
    CHECK_THAT(diameter_px(40, reference), WithinAbs(17.3349, 0.0001));
    CHECK(diameter_px(40000, reference) == 64);
    CHECK(diameter_px(harmattan::events::fatalities_unknown, reference) == 5);
    CHECK(diameter_px(std::numeric_limits<std::int32_t>::max(), 1) == 64);
}

TEST_CASE("diameters never shrink, and a table without deaths has finite ones") {
    for (const int reference : {0, 1, 7, 80, 100000}) {
        double before = 0;
        for (int best = 0; best < 2000; ++best) {
            const double diameter = diameter_px(best, reference);
            CHECK(diameter >= before);
            CHECK(diameter >= 5);
            CHECK(diameter <= 64);
            before = diameter;
        }
    }
}

TEST_CASE("events fade with age and are gone at the window's end") {
    CHECK(age_opacity(0) == 1);
    CHECK(age_opacity(0.05) == 1);
    CHECK_THAT(age_opacity(0.92), WithinAbs(0.42, 1e-9));
    CHECK_THAT(age_opacity(0.96), WithinAbs(0.21, 1e-9));
    CHECK(age_opacity(1) == 0);
    CHECK(age_opacity(2) == 0);
    CHECK_THAT(age_opacity(0.92 - 1e-9) - age_opacity(0.92 + 1e-9), WithinAbs(0, 1e-6));
    for (double u = 0; u < 1; u += 0.001) CHECK(age_opacity(u + 0.001) <= age_opacity(u) + 1e-12);
}

TEST_CASE("an event known only roughly has a footprint, the wider the less is known") {
    for (const harmattan::events::WherePrecision precise : {0, 1, 2}) CHECK(footprint_radius_km(precise) == 0);
    CHECK(footprint_radius_km(3) > 0);
    CHECK(footprint_radius_km(4) > footprint_radius_km(3));
    CHECK(footprint_radius_km(6) > footprint_radius_km(4));
    CHECK(footprint_radius_km(7) >= footprint_radius_km(6));
    CHECK(footprint_radius_km(200) == 0);
}

TEST_CASE("only places known to a country or to waters between countries are country-wide") {
    for (harmattan::events::WherePrecision precision = 0; precision <= 7; ++precision)
        CHECK(is_country_wide(precision) == (precision >= 6));
}

TEST_CASE("an event rises over the days on one of which it happened, and then fades with its age") {
    CHECK(event_opacity(-0.5, 0, 1) == 0);
    CHECK_THAT(event_opacity(0, 0, 1), WithinAbs(0.3, 1e-12));
    CHECK_THAT(event_opacity(0.5, 0, 1), WithinAbs(0.65, 1e-12));
    CHECK(event_opacity(1, 0, 1) == 1);
    CHECK(event_opacity(4000, 0, 1) == 1);
    // Known to a month only: half way up on its 15th day.
    CHECK_THAT(event_opacity(15, 0, 30), WithinAbs(0.65, 1e-12));
    CHECK_THAT(event_opacity(50, 100, 1), WithinAbs(age_opacity(0.5), 1e-12));
    CHECK(event_opacity(100, 100, 1) == 0);
}

TEST_CASE("estimates are best or range") {
    CHECK(parse_estimates("best") == Estimates::best);
    CHECK(parse_estimates("range") == Estimates::range);
    CHECK(to_string(Estimates::range) == "range");
    CHECK_THROWS_AS(parse_estimates("low"), harmattan::base::Error);
}
