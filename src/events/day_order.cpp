#include "events/day_order.h"

#include <algorithm>
#include <numeric>

namespace harmattan::events {
namespace {

constexpr unsigned bits_per_pass = 16;
constexpr std::uint32_t digit_mask = (1u << bits_per_pass) - 1;

// One stable pass over the digit that begins at bit `shift` of (day - first).
void sort_by_digit(std::span<const base::Day> days, base::Day first, unsigned shift,
                   std::vector<std::uint32_t>& order) {
    const auto digit = [&](std::uint32_t row) {
        const auto distance =
            static_cast<std::uint32_t>(days[row].value) - static_cast<std::uint32_t>(first.value);
        return distance >> shift & digit_mask;
    };
    std::vector<std::uint32_t> places(digit_mask + 2);
    for (std::uint32_t row = 0; row < days.size(); ++row) ++places[digit(row) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<std::uint32_t> sorted(order.size());
    for (const std::uint32_t row : order) sorted[places[digit(row)]++] = row;
    order = std::move(sorted);
}

}  // namespace

std::vector<std::uint32_t> order_by_day(std::span<const base::Day> days) {
    if (std::is_sorted(days.begin(), days.end())) return {};
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    const auto spread = static_cast<std::uint32_t>(last->value) - static_cast<std::uint32_t>(first->value);
    std::vector<std::uint32_t> order(days.size());
    std::iota(order.begin(), order.end(), 0u);
    sort_by_digit(days, *first, 0, order);
    if (spread > digit_mask) sort_by_digit(days, *first, bits_per_pass, order);
    return order;
}

}  // namespace harmattan::events
