// Kinds of events that are no violence and give it its context.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace harmattan::scene {

enum class ContextKind : std::uint8_t {
    coup,           // or an attempt
    intervention,   // a force from outside begins
    withdrawal,     // such a force ends or leaves
    agreement,      // signed between parties to the conflict
    truce,          // fighting is to stop for a time
    talks_formal,   // of a state with movements it negotiates with
    talks_forced,   // over hostages, prisoners or a blockade
    talks_local,    // of communities, and with those who hold their surroundings
    leader_killed,  // of an armed group
};
inline constexpr std::size_t context_kind_count = 9;

// As they stand in a file: "talks_formal".
inline constexpr std::array<std::string_view, context_kind_count> context_kind_words{
    "coup",         "intervention", "withdrawal",  "agreement",    "truce",
    "talks_formal", "talks_forced", "talks_local", "leader_killed"};

// No value for any other text.
std::optional<ContextKind> parse_context_kind(std::string_view text);

}  // namespace harmattan::scene
