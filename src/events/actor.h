// The sides of conflict events - armed groups, state forces, others - and what is known of them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/time_window.h"

namespace harmattan::events {

// The number of an actor in the registry that gave it; another registry numbers them anew. To be kept or shown,
// take Actor::id.
struct ActorId {
    std::uint16_t value = 0;
    friend constexpr auto operator<=>(ActorId, ActorId) = default;
};

// The id of the actor at `index` of ActorRegistry::actors(), of which there are at most 10,000.
constexpr ActorId actor_id(std::size_t index) {
    return {static_cast<std::uint16_t>(index)};
}

// What an actor is, coarsely: its form, never a judgement. `communal` is a side that a source names after a
// community; it says how the source names those who fought, not that the community did (UCDP: groups that are not
// organised for combat all the time, identified along communal lines).
enum class ActorKind : std::uint8_t {
    state_forces,
    international_force,
    private_force,
    armed_group,
    coalition,
    self_defence,
    communal,
    political,
    confraternity,
    civilians,
    unidentified
};

// How well a date is known. A month or a year is kept as its first day.
enum class ActorDatePrecision : std::uint8_t { day, month, year, approximate };

struct ActorDate {
    base::Day day;
    ActorDatePrecision precision = ActorDatePrecision::day;
};

struct Actor {
    std::string id;  // short and lasting, such as "jnim"
    std::string name_en, name_fr;
    std::string acronym_en, acronym_fr;  // may be empty
    ActorKind kind = ActorKind::unidentified;
    std::string family;  // the colour family's key, such as "al-qaida"
    std::optional<ActorDate> founded, ended;
    std::string source;
};

// Whose spelling a name is.
enum class NameVocabulary : std::uint8_t { ged, acled, press_en, press_fr };

// A spelling of an actor's name, and where and when it means this actor alone.
struct ActorAlias {
    ActorId actor;
    std::string name;  // " *" at its end: whatever follows
    NameVocabulary vocabulary = NameVocabulary::press_en;
    std::vector<std::string> countries;        // ISO 3166-1 alpha-3; empty: everywhere
    std::optional<base::Day> first, last;      // both included
    std::optional<double> west_deg, east_deg;  // longitude: west_deg <= lon < east_deg
    std::string source;
};

// What happened to actors.
enum class ActorChangeKind : std::uint8_t {
    merger,      // the from-actors become the to-actor and end
    joined,      // they belong to it from then on and keep their names
    left,        // and no longer belong to it (or no longer owe it allegiance)
    renamed,     // one becomes the other; the same actor twice: it took another name
    split,       // the to-actor comes out of the from-actor
    allegiance,  // they pledge allegiance to it and stay what they are
    umbrella,    // they are counted under it and go on acting by themselves
    alliance,    // they act with it
    dissolved    // they end
};

struct ActorChange {
    ActorDate when;
    ActorChangeKind kind = ActorChangeKind::joined;
    std::vector<ActorId> from;
    std::optional<ActorId> to;  // none for `dissolved`
    std::string note_en, note_fr;
    std::string source;
};

// The words of the data files: "state_forces", "day", "GED", "merger". No value for another word.
std::optional<ActorKind> parse_actor_kind(std::string_view word);
std::optional<ActorDatePrecision> parse_actor_date_precision(std::string_view word);
std::optional<NameVocabulary> parse_name_vocabulary(std::string_view word);
std::optional<ActorChangeKind> parse_actor_change_kind(std::string_view word);
std::string_view word_of(ActorKind kind);
std::string_view word_of(NameVocabulary vocabulary);
std::string_view word_of(ActorChangeKind kind);
// All words that parse_ takes, joined with ", ": for messages.
std::string actor_kind_words();
std::string actor_date_precision_words();
std::string name_vocabulary_words();
std::string actor_change_kind_words();

}  // namespace harmattan::events
