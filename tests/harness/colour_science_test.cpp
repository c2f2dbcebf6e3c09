#include "support/colour_science.h"

#include "support/catch.h"

using namespace harmattan::test;
using harmattan::base::Colour;

// Rows of table 1 of Sharma, Wu & Dalal (2005), which was made to catch mistakes of this formula's programs.
TEST_CASE("CIEDE2000 gives the published differences") {
    struct Row {
        Lab first, second;
        double delta_e;
    };
    const Row rows[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
        {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
        {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (const Row& row : rows) {
        CHECK_THAT(ciede2000(row.first, row.second), WithinAbs(row.delta_e, 0.00005));
        CHECK_THAT(ciede2000(row.second, row.first), WithinAbs(row.delta_e, 0.00005));
    }
}

// B. Lindbloom, "CIE color calculator": sRGB red, D65 without adaptation.
TEST_CASE("Lab of sRGB red, white and black") {
    const Lab red = lab_of(linear_of({255, 0, 0}));
    CHECK_THAT(red.l, WithinAbs(53.2408, 0.001));
    CHECK_THAT(red.a, WithinAbs(80.0925, 0.001));
    CHECK_THAT(red.b, WithinAbs(67.2032, 0.001));
    CHECK_THAT(lab_of(linear_of({255, 255, 255})).l, WithinAbs(100, 0.001));
    CHECK(lab_of(linear_of({0, 0, 0})).l == Approx(0).margin(1e-9));
}

// WCAG: black on white has 21; #767676 is the palest grey that has 4.5 on white, #777777 has not.
TEST_CASE("contrast as WCAG counts it") {
    const Colour white{255, 255, 255};
    CHECK_THAT(contrast({0, 0, 0}, white), WithinAbs(21, 1e-9));
    CHECK(contrast({0x76, 0x76, 0x76}, white) >= 4.5);
    CHECK(contrast(white, {0x77, 0x77, 0x77}) < 4.5);
}

TEST_CASE("grey stays grey without one kind of cone, and red comes near to a dark yellow") {
    for (const Vision vision : {Vision::protan, Vision::deutan, Vision::tritan}) {
        const LinearRgb grey = seen_with(vision, {0.4, 0.4, 0.4});
        for (const double channel : grey) CHECK_THAT(channel, WithinAbs(0.4, 0.001));
    }
    const LinearRgb red = seen_with(Vision::deutan, {1, 0, 0});
    CHECK(red[1] > 0.25);
    CHECK(red[2] < 0.01);
}
