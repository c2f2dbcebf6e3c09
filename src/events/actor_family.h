// Families of actors: those that a picture draws in one colour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace harmattan::events {

// The colours that families may have, by what they are on paper; scene::Theme has them. `black` is no family's:
// it stands for events between two families.
enum class FamilyHue : std::uint8_t { navy, steel, plum, olive, umber, green, amber, grey, black };
inline constexpr std::size_t family_hue_count = 9;

// What a family's part in an event says of the event's colour: armed groups give it theirs, whoever they fight;
// forces of states and of other countries where no armed group is named; `none` (civilians) never.
enum class FamilyPart : std::uint8_t { armed, force, none };

struct ActorFamily {
    std::string key;  // as in Actor::family
    FamilyHue hue = FamilyHue::grey;
    FamilyPart part = FamilyPart::armed;
    std::string name_en, name_fr;  // in the legend; families of one colour have one name
    std::string source;
};

// The words of the data file: "plum" (all but "black"), "armed". No value for another word.
std::optional<FamilyHue> parse_family_hue(std::string_view word);
std::optional<FamilyPart> parse_family_part(std::string_view word);
std::string_view word_of(FamilyHue hue);
// All words that parse_ takes, joined with ", ": for messages.
std::string family_hue_words();
std::string family_part_words();

}  // namespace harmattan::events
