// Classes of values with round limits, for colours on the map and in the legend.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace harmattan::scene {

enum class Classing {
    linear,    // of equal width
    log,       // each reaches to a multiple of the last: 1, 10, 100, or 1, 3, 10, or 1, 2, 5, 10
    quantile,  // with equally many values in each, as far as round limits let it be
};

// "linear", "log" or "quantile"; throws Error "raster_classes.unknown" (text).
Classing parse_classing(std::string_view text);

inline constexpr int least_class_count = 2, greatest_class_count = 9;

// The limits between about `count` classes (2 to 9) of the values, rising, each a round number; never more than
// count - 1, fewer where the values do not differ enough, none where they are all alike. The lowest and highest
// hundredth of the values do not widen the range. Values that are not finite do not count; for `log` neither do
// those that are not above 0.
std::vector<double> class_limits(std::span<const float> values, Classing classing, int count);

}  // namespace harmattan::scene
