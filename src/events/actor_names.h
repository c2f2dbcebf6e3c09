// From a spelling, a place and a day to the actor that is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/day.h"
#include "events/actor.h"

namespace harmattan::events {

// A country by number, as ActorNames::country_of gives it.
using CountryNumber = std::uint16_t;
inline constexpr CountryNumber unknown_country = 0;

// Where and when a name was used; what is not known of it limits nothing and meets no limit.
struct NameSetting {
    CountryNumber country = unknown_country;
    base::Day day;
    std::optional<double> lon_deg;
};

// The actors that one side of an event names ("GATIA, MSA" names two).
struct SideActors {
    std::vector<ActorId> actors;    // sorted, each once
    std::size_t unknown_parts = 0;  // parts of the name that mean no actor, or one of several that cannot be told
    bool is_known() const { return unknown_parts == 0 && !actors.empty(); }
    friend bool operator==(const SideActors&, const SideActors&) = default;
};

class ActorNames {
  public:
    // `code` is the country's ISO 3166-1 alpha-3 code. Another code for the same spelling replaces the first.
    void add_country(std::string_view spelling, std::string_view code);
    // False when a country of the alias was not added.
    bool knows_countries(const ActorAlias& alias) const;
    // Aliases are numbered in the order in which they are added.
    void add(const ActorAlias& alias);

    // unknown_country for a spelling that was not added.
    CountryNumber country_of(std::string_view spelling) const;
    // All aliases that the spelling fits: the exact ones or, where there are none, of those that end in " *" the
    // longest.
    std::vector<std::uint32_t> candidates(std::string_view name) const;
    // The actor meant by candidates() in a setting. Limits of an alias are its countries, days and longitudes. Of
    // the aliases all of whose limits are met the one with the most limits is meant. Where there is none, the
    // aliases that the setting does not contradict are taken if they agree on one actor. No value otherwise.
    std::optional<ActorId> chosen(std::span<const std::uint32_t> candidates, const NameSetting& setting) const;

    // The candidates of each part of a side's text: of one where the whole text is a name, else of those that
    // parts_of_joint_name gives, through all kinds of joints. An empty list for an unknown part. A spelling that
    // ends in " *" stands for the whole text only where its parts are no names. Nothing for a text without
    // letters.
    std::vector<std::vector<std::uint32_t>> parts(std::string_view side) const;
    // The actors meant by parts().
    SideActors meant(std::span<const std::vector<std::uint32_t>> parts, const NameSetting& setting) const;

    // What limits an alias.
    struct Limits {
        ActorId actor;
        std::vector<CountryNumber> countries;
        std::optional<base::Day> first, last;
        std::optional<double> west_deg, east_deg;
        bool operator==(const Limits&) const = default;
    };
    const Limits& limits(std::uint32_t alias) const { return aliases_[alias]; }

  private:
    bool is_exact(std::string_view name) const;
    CountryNumber number_of(std::string_view code) const;
    struct Prefix {
        std::string text;  // normalised
        std::uint32_t alias;
    };

    std::vector<std::string> codes_{std::string()};
    std::unordered_map<std::string, CountryNumber> countries_;
    std::vector<Limits> aliases_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> exact_;
    std::vector<Prefix> prefixes_;
};

}  // namespace harmattan::events
