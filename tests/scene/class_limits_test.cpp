#include "scene/class_limits.h"

#include <algorithm>
#include <limits>
#include <random>

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;
using scene::ClassMethod;

namespace {

// Jobs per square mile in the counties of California, rounded to two decimals: the example of PySAL's mapclassify.
const std::vector<double> california{
    329.92, 0.42, 5.9,   14.03,  2.78,  1.34,  181.27, 1.65,    10.03, 16.7,  1.32,   3.99,  3.16,   0.22,  8.7,
    6.56,   3.27, 0.33,  370.5,  4.51,  75.29, 0.99,   2.74,    8.68,  0.14,  0.92,   12.63, 28.7,   12.02, 722.85,
    36.68,  0.74, 29.82, 192.05, 3.38,  11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39,
    0.13,   0.61, 50.65, 40.48,  36.67, 13.09, 1.81,   0.2,     7.6,   2.51,  57.26,  24.32, 6.97};

void check(const std::vector<double>& got, const std::vector<double>& wanted, double margin = 1e-9) {
    REQUIRE(got.size() == wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) CHECK(got[i] == Approx(wanted[i]).margin(margin));
}

// The least sum of squares over all ways to cut sorted values into so many classes, by trying each.
double least_by_trying(const std::vector<double>& values, std::size_t first, std::size_t count) {
    const auto within = [&](std::size_t a, std::size_t b) {
        double mean = 0, sum = 0;
        for (std::size_t i = a; i < b; ++i) mean += values[i] / static_cast<double>(b - a);
        for (std::size_t i = a; i < b; ++i) sum += (values[i] - mean) * (values[i] - mean);
        return sum;
    };
    if (count == 1) return within(first, values.size());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t end = first + 1; end + count - 1 <= values.size(); ++end)
        least = std::min(least, within(first, end) + least_by_trying(values, end, count - 1));
    return least;
}

double sum_of_squares(const std::vector<double>& values, const std::vector<double>& limits) {
    double sum = 0;
    auto begin = values.begin();
    for (const double limit : limits) {
        const auto end = std::upper_bound(begin, values.end(), limit);
        double mean = 0;
        for (auto at = begin; at != end; ++at) mean += *at / static_cast<double>(end - begin);
        for (auto at = begin; at != end; ++at) sum += (*at - mean) * (*at - mean);
        begin = end;
    }
    return sum;
}

}  // namespace

TEST_CASE("quantiles and natural breaks are those that mapclassify documents") {
    check(scene::quantile_limits(california, 5), {1.464, 5.798, 13.278, 54.616, 4111.45}, 0.006);
    check(scene::jenks_limits(california, 5), {75.29, 192.05, 370.5, 722.85, 4111.45});
}

TEST_CASE("natural breaks have the least sum of squares of all ways to cut") {
    std::mt19937 random(23);
    std::lognormal_distribution<double> value(1, 1.2);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 14; ++i) values.push_back(value(random));
        std::sort(values.begin(), values.end());
        for (const std::size_t count : {2U, 3U, 4U}) {
            const auto limits = scene::jenks_limits(values, count);
            CHECK(limits.size() == count);
            CHECK(sum_of_squares(values, limits) == Approx(least_by_trying(values, 0, count)));
        }
    }
}

TEST_CASE("natural breaks of few or of very many values") {
    check(scene::jenks_limits(std::vector<double>{3, 3, 3}, 5), {3});
    check(scene::jenks_limits(std::vector<double>{1, 2, 2, 9}, 5), {1, 2, 9});
    CHECK(scene::jenks_limits({}, 5).empty());
    std::vector<double> many;
    for (int i = 0; i < 30000; ++i) many.push_back(i % 3 == 0 ? 1000 + i * 1e-4 : i * 1e-4);
    const auto limits = scene::jenks_limits(many, 2);
    REQUIRE(limits.size() == 2);
    CHECK(limits[0] == Approx(3).margin(0.1));
}

TEST_CASE("pretty numbers are those that R documents for pretty()") {
    check(scene::pretty_numbers(1, 10, 5), {0, 2, 4, 6, 8, 10});
    check(scene::pretty_numbers(1, 10, 21),
          {1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10});
    check(scene::pretty_numbers(1, 20, 2), {0, 10, 20});
    check(scene::pretty_numbers(1, 20, 10), {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20});
    check(scene::pretty_numbers(0, 1, 5), {0, 0.2, 0.4, 0.6, 0.8, 1});
    check(scene::pretty_numbers(0, 97, 5), {0, 20, 40, 60, 80, 100});
    check(scene::pretty_numbers(-1, 1, 5), {-1, -0.5, 0, 0.5, 1});
}

TEST_CASE("limits for people are round and leave every value where the method has it") {
    const auto of = [](std::vector<double> values, ClassMethod method, bool whole) {
        return scene::classes_of(values, method, whole).lower;
    };
    CHECK(of(california, ClassMethod::jenks, false) == std::vector<double>{0.1, 100, 200, 500, 4000});
    CHECK(of({1, 1, 1, 2, 3, 5, 8, 40, 41, 300}, ClassMethod::jenks, true) ==
          std::vector<double>{1, 3, 8, 40, 200});
    CHECK(of({1, 2, 3, 4, 97}, ClassMethod::pretty, true) == std::vector<double>{1, 20, 40, 60, 80});
    CHECK(of({0, 0, -3}, ClassMethod::quantile, true).empty());
    CHECK(of({7}, ClassMethod::quantile, true).size() == 1);
    // Each value's class is the one that its limits were made for.
    std::mt19937 random(31);
    std::lognormal_distribution<double> value(2, 1.5);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 40; ++i) values.push_back(std::ceil(value(random)));
        const auto classes = scene::classes_of(values, ClassMethod::quantile, true);
        CHECK(classes.lower.size() <= scene::class_count);
        CHECK(std::is_sorted(classes.lower.begin(), classes.lower.end()));
        for (const double v : values) {
            REQUIRE(classes.class_of(v));
            CHECK(classes.lower[*classes.class_of(v)] <= v);
        }
    }
}

TEST_CASE("classes begin at their limits") {
    const scene::Classes classes{{1, 5, 20}};
    CHECK_FALSE(classes.class_of(0.99));
    CHECK(classes.class_of(1) == 0U);
    CHECK(classes.class_of(4.99) == 0U);
    CHECK(classes.class_of(5) == 1U);
    CHECK(classes.class_of(1e9) == 2U);
}

TEST_CASE("ways to make classes have their names") {
    for (const auto method : {ClassMethod::quantile, ClassMethod::jenks, ClassMethod::pretty})
        CHECK(scene::parse_class_method(scene::to_string(method)) == method);
    CHECK_THROWS_AS(scene::parse_class_method("equal"), base::Error);
}
