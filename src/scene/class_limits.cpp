#include "scene/class_limits.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"

namespace harmattan::scene {
namespace {

std::vector<double> sorted(std::span<const double> values) {
    std::vector<double> out(values.begin(), values.end());
    std::sort(out.begin(), out.end());
    return out;
}

// Each different value with how often it is there, or every n-th of them with its neighbours' share.
struct Weighted {
    std::vector<double> value, weight;
};

Weighted different(std::span<const double> values) {
    constexpr std::size_t most = 1000;
    Weighted all;
    for (const double value : sorted(values)) {
        if (all.value.empty() || all.value.back() != value) {
            all.value.push_back(value);
            all.weight.push_back(0);
        }
        ++all.weight.back();
    }
    if (all.value.size() <= most) return all;
    Weighted some;
    const std::size_t step = (all.value.size() + most - 1) / most;
    for (std::size_t i = 0; i < all.value.size(); ++i) {
        if (i % step == 0) {
            some.value.push_back(0);
            some.weight.push_back(0);
        }
        some.value.back() = all.value[i];  // the greatest stands for its group, so that limits are values
        some.weight.back() += all.weight[i];
    }
    return some;
}

// Running sums over the ordered values: a group's sum of squared differences from its mean in constant time.
class Spread {
  public:
    explicit Spread(const Weighted& values) : w_(1, 0), x_(1, 0), xx_(1, 0) {
        // Differences from the middle value keep the squares small.
        const double middle = values.value[values.value.size() / 2];
        for (std::size_t i = 0; i < values.value.size(); ++i) {
            const double x = values.value[i] - middle, w = values.weight[i];
            w_.push_back(w_.back() + w);
            x_.push_back(x_.back() + w * x);
            xx_.push_back(xx_.back() + w * x * x);
        }
    }
    // Of values [first, last).
    double within(std::size_t first, std::size_t last) const {
        const double w = w_[last] - w_[first], x = x_[last] - x_[first];
        return std::max(xx_[last] - xx_[first] - x * x / w, 0.0);
    }

  private:
    std::vector<double> w_, x_, xx_;
};

// The roundest number from `low` (left out) to `high` (above 0): the multiple of the largest 1, 2 or 5 times a
// power of ten that has one there. `high` itself where none does.
double roundest(double low, double high, bool whole) {
    const double power = std::pow(10.0, std::floor(std::log10(high)));
    for (double tens = power; tens >= power / 1000; tens /= 10)
        for (const double digit : {5.0, 2.0, 1.0}) {
            const double step = digit * tens, at = std::floor(high / step * (1 + 1e-12)) * step;
            if (whole && step < 1) return high;
            if (at > low) return at;
        }
    return high;
}

// Lower limits: each class begins with the first value beyond the limit of the one before, or a rounder number
// that is as good, or less than a tenth lower.
std::vector<double> lower_of(const std::vector<double>& values, const std::vector<double>& upper, bool whole) {
    constexpr double least_share = 0.9;
    std::vector<double> lower;
    auto first = values.begin();
    for (const double limit : upper) {
        if (first == values.end()) break;
        const double before = first == values.begin() ? 0 : *(first - 1);
        lower.push_back(roundest(std::min(before, least_share * *first), *first, whole));
        first = std::upper_bound(first, values.end(), limit);
    }
    return lower;
}

std::vector<double> pretty_lower(const std::vector<double>& values, bool whole) {
    auto lower = pretty_numbers(0, values.back(), class_count);
    while (lower.size() > 1 && lower.back() >= values.back()) lower.pop_back();
    // Where nothing is, there is no class: the first begins with the least value.
    lower.front() = whole ? 1 : roundest(0.9 * values.front(), values.front(), false);
    return lower;
}

}  // namespace

ClassMethod parse_class_method(std::string_view text) {
    for (const auto method : {ClassMethod::quantile, ClassMethod::jenks, ClassMethod::pretty})
        if (text == to_string(method)) return method;
    throw base::Error("classes.unknown", {{"text", std::string(text)}});
}

std::string_view to_string(ClassMethod method) {
    switch (method) {
        case ClassMethod::quantile:
            return "quantile";
        case ClassMethod::jenks:
            return "jenks";
        case ClassMethod::pretty:
            break;
    }
    return "pretty";
}

std::vector<double> quantile_limits(std::span<const double> values, std::size_t count) {
    const auto all = sorted(values);
    std::vector<double> limits;
    if (all.empty()) return limits;
    for (std::size_t i = 1; i <= count; ++i) {
        const double at =
            static_cast<double>(all.size() - 1) * static_cast<double>(i) / static_cast<double>(count);
        const auto below = std::min(static_cast<std::size_t>(at), all.size() - 1);
        const double next = all[std::min(below + 1, all.size() - 1)];
        const double limit = all[below] + (at - static_cast<double>(below)) * (next - all[below]);
        if (limits.empty() || limit > limits.back()) limits.push_back(limit);
    }
    return limits;
}

std::vector<double> jenks_limits(std::span<const double> values, std::size_t count) {
    if (values.empty()) return {};
    const Weighted all = different(values);
    const std::size_t n = all.value.size(), k = std::min(count, n);
    const Spread spread(all);
    // best[j]: the least sum for the first j values in the classes so far; first[c][j]: where the last of c + 1
    // classes then begins.
    std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
    for (std::size_t j = 1; j <= n; ++j) best[j] = spread.within(0, j);
    std::vector<std::vector<std::size_t>> first(k, std::vector<std::size_t>(n + 1, 0));
    for (std::size_t c = 1; c < k; ++c) {
        std::vector<double> next(n + 1, std::numeric_limits<double>::infinity());
        for (std::size_t j = c + 1; j <= n; ++j)
            for (std::size_t i = c; i < j; ++i) {
                const double sum = best[i] + spread.within(i, j);
                if (sum < next[j]) {
                    next[j] = sum;
                    first[c][j] = i;
                }
            }
        best = std::move(next);
    }
    std::vector<double> limits;
    for (std::size_t c = k, end = n; c-- > 0; end = first[c][end]) limits.push_back(all.value[end - 1]);
    std::reverse(limits.begin(), limits.end());
    return limits;
}

std::vector<double> pretty_numbers(double low, double high, std::size_t count) {
    constexpr double bias = 1.5, bias5 = 0.5 + 1.5 * bias, shrink = 0.75, slack = 1e-10;
    const auto steps = static_cast<double>(std::max<std::size_t>(count, 1)), least = std::floor(steps / 3);
    const double range = high - low, magnitude = std::max(std::abs(low), std::abs(high));
    double cell = magnitude == 0 ? 1 : magnitude;
    if (range == 0 || range < 3 * cell * steps * DBL_EPSILON * (1 + 1 / (1 + bias))) {  // as good as one number
        if (cell > 10) cell = 9 + cell / 10;
        cell *= shrink;
        if (least > 1) cell /= least;
    } else {
        cell = range / steps;
    }
    double unit = std::pow(10.0, std::floor(std::log10(cell)));
    const double power = unit;
    for (const auto& [digit, favour] : {std::pair{2.0, bias}, {5.0, bias5}, {10.0, bias}}) {
        if (digit * power - cell >= favour * (cell - unit)) break;
        unit = digit * power;
    }
    double first = std::floor(low / unit + slack), last = std::ceil(high / unit - slack);
    while (first * unit > low + slack * unit) --first;
    while (last * unit < high - slack * unit) ++last;
    if (const double missing = least - std::floor(0.5 + last - first); missing > 0) {
        const double half = std::floor(missing / 2), other = missing - half;
        first -= first >= 0 ? other : half;
        last += first >= 0 ? half : other;
    }
    std::vector<double> out;
    for (double i = first; i <= last; ++i) out.push_back(i * unit);
    return out;
}

double round_below(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power;
}

std::optional<std::size_t> Classes::class_of(double value) const {
    const auto above = std::upper_bound(lower.begin(), lower.end(), value);
    if (above == lower.begin()) return std::nullopt;
    return static_cast<std::size_t>(above - lower.begin() - 1);
}

Classes classes_of(std::span<const double> values, ClassMethod method, bool whole) {
    auto above_zero = sorted(values);
    std::erase_if(above_zero, [](double value) { return !(value > 0); });
    Classes classes;
    if (above_zero.empty()) return classes;
    const auto limits = [&] {
        switch (method) {
            case ClassMethod::quantile:
                return lower_of(above_zero, quantile_limits(above_zero, class_count), whole);
            case ClassMethod::jenks:
                return lower_of(above_zero, jenks_limits(above_zero, class_count), whole);
            case ClassMethod::pretty:
                break;
        }
        return pretty_lower(above_zero, whole);
    }();
    for (const double limit : limits)
        if (classes.lower.empty() || limit > classes.lower.back()) classes.lower.push_back(limit);
    return classes;
}

}  // namespace harmattan::scene
