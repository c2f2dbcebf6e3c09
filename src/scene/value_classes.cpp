#include "scene/value_classes.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace harmattan::scene {
namespace {

constexpr double outer_share = 0.01;

std::vector<float> counted(std::span<const float> values, Classing classing) {
    std::vector<float> sorted;
    for (const float value : values)
        if (std::isfinite(value) && (classing != Classing::log || value > 0)) sorted.push_back(value);
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

double quantile(const std::vector<float>& sorted, double share) {
    return static_cast<double>(sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))]);
}

// The steps that are round: 1, 2, 2.5 and 5 times a power of ten.
std::vector<double> linear_limits(double least, double greatest, int count) {
    std::vector<double> limits;
    const double power = std::pow(10.0, std::floor(std::log10((greatest - least) / count)));
    for (const double digits : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0}) {
        const double step = digits * power;
        limits.clear();
        for (double i = std::floor(least / step) + 1; i * step < greatest; ++i) limits.push_back(i * step);
        if (limits.size() < static_cast<std::size_t>(count)) break;
    }
    return limits;
}

// The finest series that has few enough limits.
std::vector<double> log_limits(double least, double greatest, int count) {
    const auto most = static_cast<std::size_t>(count - 1);
    const int first = static_cast<int>(std::floor(std::log10(least))),
              last = static_cast<int>(std::ceil(std::log10(greatest)));
    const auto limits_of = [&](std::span<const double> digits, int stride) {
        std::vector<double> limits;
        for (int exponent = last - (last - first) / stride * stride; exponent <= last; exponent += stride)
            for (const double digit : digits)
                if (const double limit = digit * std::pow(10.0, exponent); limit > least && limit < greatest)
                    limits.push_back(limit);
        return limits;
    };
    constexpr double by_thirds[]{1, 2, 5}, by_halves[]{1, 3}, whole[]{1};
    for (const std::span<const double> digits : {std::span<const double>(by_thirds), {by_halves}, {whole}})
        if (auto limits = limits_of(digits, 1); limits.size() <= most) return limits;
    std::vector<double> limits;
    for (int stride = 2; (limits = limits_of(whole, stride)).size() > most;) ++stride;
    return limits;
}

// To as few digits as keep it between its neighbours' middles.
double rounded_between(double value, double low, double high) {
    if (value == 0) return 0;
    for (int digits = 0; digits < 6; ++digits) {
        const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - digits);
        const double rounded = std::round(value / unit) * unit;
        if (rounded > low && rounded < high) return rounded;
    }
    return value;
}

std::vector<double> quantile_limits(const std::vector<float>& sorted, int count) {
    std::vector<double> limits;
    for (int i = 1; i < count; ++i) {
        const auto at = [&](double place) { return quantile(sorted, place / count); };
        const double limit = rounded_between(at(i), at(i - 0.25), at(i + 0.25));
        if ((limits.empty() || limit > limits.back()) && limit > static_cast<double>(sorted.front()))
            limits.push_back(limit);
    }
    return limits;
}

}  // namespace

Classing parse_classing(std::string_view text) {
    if (text == "linear") return Classing::linear;
    if (text == "log") return Classing::log;
    if (text == "quantile") return Classing::quantile;
    throw base::Error("raster_classes.unknown", {{"text", std::string(text)}});
}

std::vector<double> class_limits(std::span<const float> values, Classing classing, int count) {
    const std::vector<float> sorted = counted(values, classing);
    if (sorted.empty()) return {};
    double least = quantile(sorted, outer_share), greatest = quantile(sorted, 1 - outer_share);
    if (least >= greatest) {
        least = static_cast<double>(sorted.front());
        greatest = static_cast<double>(sorted.back());
    }
    if (least >= greatest) return {};
    if (classing == Classing::quantile) return quantile_limits(sorted, count);
    return classing == Classing::log ? log_limits(least, greatest, count) : linear_limits(least, greatest, count);
}

}  // namespace harmattan::scene
