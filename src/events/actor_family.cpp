#include "events/actor_family.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace harmattan::events {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, family_hue_count> hue_words{"navy",  "steel", "plum", "olive", "umber",
                                                                   "green", "amber", "grey", "black"};
constexpr std::array<std::string_view, 3> part_words{"armed", "force", "none"};

std::span<const std::string_view> hues_of_families() {
    return std::span(hue_words).first(family_hue_count - 1);
}

template <typename Enumeration>
std::optional<Enumeration> parse(std::span<const std::string_view> words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enumeration>(found - words.begin());
}

}  // namespace

std::optional<FamilyHue> parse_family_hue(std::string_view word) {
    return parse<FamilyHue>(hues_of_families(), word);
}
std::optional<FamilyPart> parse_family_part(std::string_view word) {
    return parse<FamilyPart>(part_words, word);
}
std::string_view word_of(FamilyHue hue) {
    return hue_words[static_cast<std::size_t>(hue)];
}
std::string family_hue_words() {
    return fmt::format("{}", fmt::join(hues_of_families(), ", "));
}
std::string family_part_words() {
    return fmt::format("{}", fmt::join(part_words, ", "));
}

}  // namespace harmattan::events
