#include "scene/event_style.h"

#include <algorithm>
#include <cmath>

namespace harmattan::scene {

double symbol_reach(EventSymbol symbol) {
    // Of pi r^2: a square's half diagonal is sqrt(pi / 2) r, a triangle's outer circle 2 sqrt(pi / (3 sqrt 3)) r.
    switch (symbol) {
        case EventSymbol::disc:
            return 1;
        case EventSymbol::diamond:
            return 1.2533141;
        case EventSymbol::triangle:
        case EventSymbol::inverted_triangle:
            break;
    }
    return 1.5551203;
}

Dashes footprint_dashes(EventSymbol symbol) {
    switch (symbol) {
        case EventSymbol::disc:
            return {3.5, 3.5};
        case EventSymbol::triangle:
            return {10.5, 3.5};
        case EventSymbol::inverted_triangle:
            return {1.75, 3.5};
        case EventSymbol::diamond:
            break;
    }
    return {1, 0};
}

double diameter_px(std::int32_t best, std::int32_t reference) {
    constexpr double least_area = least_diameter_px * least_diameter_px;
    constexpr double reference_area = reference_diameter_px * reference_diameter_px;
    const double share = std::max(best, 0) / static_cast<double>(std::max(reference, 1));
    return std::min(std::sqrt(least_area + (reference_area - least_area) * share), greatest_diameter_px);
}

std::int32_t capped_from(std::int32_t reference) {
    constexpr auto area = [](double diameter) { return diameter * diameter; };
    constexpr double share = (area(greatest_diameter_px) - area(least_diameter_px)) /
                             (area(reference_diameter_px) - area(least_diameter_px));
    return static_cast<std::int32_t>(share * std::max(reference, 1));
}

double age_opacity(double u) {
    if (u >= 1) return 0;
    const double faded = 1 - 0.58 * std::clamp((u - 0.08) / 0.84, 0.0, 1.0);
    return u > 0.92 ? faded * (1 - u) / 0.08 : faded;
}

double event_opacity(double age_days, double window_days, double length_days) {
    const double aged = window_days > 0 ? age_opacity(age_days / window_days) : 1;
    return aged * std::clamp(0.3 + 0.7 * age_days / length_days, 0.0, 1.0);
}

double footprint_radius_km(events::WherePrecision precision) {
    switch (precision) {
        case 3:
            return 40;  // a second-order district
        case 4:
            return 120;  // a first-order region
        case 5:
            return 80;  // a linear or fuzzy feature
        case 6:
            return 300;  // a country
        case 7:
            return 300;  // international waters or airspace
        default:
            return 0;  // exact, near, or not given
    }
}

bool is_country_wide(events::WherePrecision precision) {
    return precision == 6 || precision == 7;
}

}  // namespace harmattan::scene
