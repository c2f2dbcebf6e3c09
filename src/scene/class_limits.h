// Values in classes: where the limits lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace harmattan::scene {

enum class ClassMethod : std::uint8_t { quantile, jenks, pretty };

// "quantile", "jenks" or "pretty"; throws Error "classes.unknown" (text).
ClassMethod parse_class_method(std::string_view text);
std::string_view to_string(ClassMethod method);

// The functions of the methods: `values` are finite, in any order.

// Upper limits of `count` classes that hold about equally many values, the last the greatest value: quantiles by
// linear interpolation (type 7 of Hyndman and Fan 1996, as numpy and R have it). Limits that would be equal are
// one.
std::vector<double> quantile_limits(std::span<const double> values, std::size_t count);

// Upper limits of `count` classes with the least sum of squared differences from the classes' means, each limit
// the greatest value of its class: Fisher 1958 ("On grouping for maximum homogeneity", J. Amer. Stat. Assoc. 53),
// by his exact dynamic programme, as Jenks's natural breaks are computed. Fewer where there are fewer different
// values. Takes time with the square of the number of different values; from 1,000 on every n-th of them stands
// for all.
std::vector<double> jenks_limits(std::span<const double> values, std::size_t count);

// Equally spaced round numbers (1, 2, 5 times a power of ten) that cover `low` to `high` in about `count` steps:
// R's pretty() with its default parameters (Becker, Chambers and Wilks 1988).
std::vector<double> pretty_numbers(double low, double high, std::size_t count);

// Classes of values above zero: class i holds lower[i] <= value < lower[i + 1], the last everything from its own
// limit on. What lies below lower[0] is in no class.
struct Classes {
    std::vector<double> lower;  // ascending

    // No value below the first limit.
    std::optional<std::size_t> class_of(double value) const;
};

inline constexpr std::size_t class_count = 5;

// 1, 2 or 5 times a power of ten: the greatest that is not above `value` (above 0).
double round_below(double value);

// At most class_count classes for `values` (those above zero count), each beginning with a round number: one that
// leaves every value in its class or, where there is none, lies less than a tenth lower. `whole`: values are whole
// numbers, and so are the limits. Empty for no value above zero.
Classes classes_of(std::span<const double> values, ClassMethod method, bool whole);

}  // namespace harmattan::scene
