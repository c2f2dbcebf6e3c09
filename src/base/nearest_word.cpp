#include "base/nearest_word.h"

#include <algorithm>
#include <vector>

namespace harmattan::base {
namespace {

constexpr std::size_t least_length = 3;

std::size_t alignment_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> changes(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) changes[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) changes[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = changes[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            changes[i][j] = std::min({replaced, changes[i - 1][j] + 1, changes[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                changes[i][j] = std::min(changes[i][j], changes[i - 2][j - 2] + 1);
        }
    return changes[a.size()][b.size()];
}

}  // namespace

std::string nearest_word(std::string_view word, std::span<const std::string> candidates) {
    std::string nearest;
    if (word.size() < least_length) return nearest;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = alignment_distance(word, candidate);
        if (distance >= least) continue;
        least = distance;
        nearest = candidate;
    }
    return nearest;
}

}  // namespace harmattan::base
