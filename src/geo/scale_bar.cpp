#include "geo/scale_bar.h"

#include <cmath>

namespace harmattan::geo {

double scale_bar_km(double km_per_px, double max_width_px) {
    // A length that fits but for the last bits of the product does fit.
    const double longest_km = km_per_px * max_width_px * (1 + 1e-12);
    const double power = std::pow(10.0, std::floor(std::log10(longest_km)));
    for (const double digit : {5.0, 2.5, 2.0})
        if (digit * power <= longest_km) return digit * power;
    return power;
}

}  // namespace harmattan::geo
