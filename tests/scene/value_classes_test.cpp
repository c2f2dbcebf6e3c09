#include "scene/value_classes.h"

#include <cmath>
#include <limits>

#include "support/catch.h"

using namespace harmattan;
using scene::Classing;

namespace {

std::vector<float> values_of(int count, double (*value)(int)) {
    std::vector<float> values;
    for (int i = 0; i < count; ++i) values.push_back(static_cast<float>(value(i)));
    return values;
}

void check(const std::vector<double>& limits, const std::vector<double>& expected) {
    REQUIRE(limits.size() == expected.size());
    for (std::size_t i = 0; i < limits.size(); ++i) CHECK(limits[i] == Approx(expected[i]));
}

}  // namespace

TEST_CASE("limits of classes are round") {
    const auto even = values_of(1001, [](int i) { return static_cast<double>(i); });
    check(scene::class_limits(even, Classing::linear, 4), {250, 500, 750});
    check(scene::class_limits(even, Classing::linear, 6), {200, 400, 600, 800});
    check(scene::class_limits(even, Classing::quantile, 5), {200, 400, 600, 800});
    const auto steep = values_of(1001, [](int i) { return std::pow(10.0, i / 200.0); });
    check(scene::class_limits(steep, Classing::log, 6), {10, 100, 1000, 10000});
    check(scene::class_limits(steep, Classing::log, 3), {10, 1000});
}

TEST_CASE("limits rise and are fewer than the classes, whatever the values") {
    const auto kind = GENERATE(Classing::linear, Classing::log, Classing::quantile);
    const auto count = GENERATE(2, 3, 5, 7, 9);
    const auto values = GENERATE(values_of(500, [](int i) { return i % 7 == 0 ? 0.0 : std::exp(i * 0.04); }),
                                 values_of(500, [](int i) { return -300.0 + i; }),
                                 values_of(50, [](int i) { return 1e-6 * (i % 3); }),
                                 values_of(9, [](int) { return 4.0; }), std::vector<float>{});
    const auto limits = scene::class_limits(values, kind, count);
    CHECK(limits.size() < static_cast<std::size_t>(count));
    for (std::size_t i = 1; i < limits.size(); ++i) CHECK(limits[i - 1] < limits[i]);
    for (const double limit : limits) CHECK(std::isfinite(limit));
}

TEST_CASE("values that are missing do not count for classes") {
    auto values = values_of(1001, [](int i) { return static_cast<double>(i); });
    values.insert(values.end(), 500, std::numeric_limits<float>::quiet_NaN());
    check(scene::class_limits(values, Classing::linear, 6), {200, 400, 600, 800});
}
