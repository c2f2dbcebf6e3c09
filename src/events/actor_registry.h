// The actors of conflict events: one for all spellings of its name, with its history.
//
// The source's own codings stay as they are. GED, for one, goes on coding AQIM after AQIM's Sahara branch went
// into JNIM in March 2017, codes the CMA's members as CMA in 2012, before it was founded, and all affiliates of
// Islamic State as IS. The registry changes no name of an event: it says which actor a name means, and groups
// actors by their history. Who wants the source's own names takes EventTable's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "events/actor.h"
#include "events/actor_family.h"
#include "events/actor_lineage.h"
#include "events/actor_names.h"

namespace harmattan::events {

// Immutable; made with ActorRegistryBuilder. Functions that take an ActorId want one of this registry.
class ActorRegistry {
  public:
    std::span<const Actor> actors() const { return actors_; }
    const Actor& actor(ActorId id) const { return actors_[id.value]; }
    // By Actor::id; no value for an id that is not there.
    std::optional<ActorId> id_of(std::string_view id) const;

    std::span<const ActorAlias> aliases() const { return aliases_; }
    // In order of day.
    std::span<const ActorChange> changes() const { return changes_; }
    // Those in which the actor takes part, in order of day.
    std::vector<const ActorChange*> changes_of(ActorId id) const;

    // The actor that a name means in a country on a day. Upper and lower case, accents, blanks, apostrophes,
    // quotation marks and hyphens make no difference. `country` as GED, ACLED or ISO 3166 name it in English or
    // French; empty where it is not known. `lon_deg` is wanted where one name means several actors in one country
    // (GED's IS in Niger: ISWAP in the east, ISGS in the west). No value for a name that is not known, or that
    // could mean several actors there and then.
    std::optional<ActorId> actor_of(std::string_view name, std::string_view country, base::Day day,
                                    std::optional<double> lon_deg = std::nullopt) const;
    // All actors that the text of a side names.
    SideActors actors_of(std::string_view side, std::string_view country, base::Day day,
                         std::optional<double> lon_deg = std::nullopt) const;

    // For a search box: actors whose id, name or other spelling is the query, then those with one that begins with
    // it, then those with one that holds it; each in order of the registry. Nothing for a query without letters.
    std::vector<ActorId> find(std::string_view query) const;

    // Those who went into the actor, belong to it or are its allies, through all steps. Among them: who became
    // part of it by merger, by joining or under another name. Not: who it broke away from.
    ActorLine line_of(ActorId id) const { return lineage_.line_of(id); }
    std::vector<LineMember> forerunners(ActorId id) const { return lineage_.line_of(id).members(); }
    // What the actor became or belonged to, through all steps; sorted.
    std::vector<ActorId> successors(ActorId id) const { return lineage_.successors(id); }
    // What it belongs to on that day, through all steps: Ansar Dine to JNIM from 2 March 2017. Itself where it
    // belongs to none. Where only the month or year of a change is known, it counts from its first day.
    ActorId affiliation_at(ActorId id, base::Day day) const { return lineage_.affiliation_at(id, day); }
    // The colour family on that day: that of whom its affiliation owes allegiance to, else of the affiliation.
    const std::string& family_at(ActorId id, base::Day day) const;

    std::span<const ActorFamily> families() const { return families_; }
    // By ActorFamily::key; null for a family that no file describes.
    const ActorFamily* family(std::string_view key) const;

    const ActorNames& names() const { return names_; }

  private:
    friend class ActorRegistryBuilder;
    std::vector<Actor> actors_;
    std::vector<ActorAlias> aliases_;
    std::vector<ActorChange> changes_;
    std::vector<ActorFamily> families_;
    ActorNames names_;
    ActorLineage lineage_;
};

// Where a row stands, for messages.
struct ActorRowPlace {
    std::string file;
    std::uint64_t line = 0;
};

// Rows of the data files, actors by their ids.
struct ActorAliasRow {
    ActorAlias alias;  // without `actor`
    std::string actor;
    ActorRowPlace place;
};
struct ActorChangeRow {
    ActorChange change;  // without `from` and `to`
    std::vector<std::string> from;
    std::string to;  // may be empty
    ActorRowPlace place;
};

// Limits that keep a file that is not meant for it from taking all memory or time.
inline constexpr std::size_t most_actors = 10'000, most_actor_changes = 10'000, most_actor_aliases = 100'000,
                             most_actor_countries = 10'000, most_actor_families = 1'000;

// Collects rows of one or more files, in any order. A later file may replace an actor, a family, a country's
// spelling or an alias (same spelling and same limits) of an earlier one; within one file each may stand only
// once.
class ActorRegistryBuilder {
  public:
    ActorRegistryBuilder();
    ~ActorRegistryBuilder();
    ActorRegistryBuilder(ActorRegistryBuilder&& other) noexcept;
    ActorRegistryBuilder& operator=(ActorRegistryBuilder&& other) noexcept;

    // All throw Error "actors.too_many" (file, line, most); add_actor, add_family and add_country also
    // "actors.twice" (file, line, value).
    void add_actor(Actor actor, ActorRowPlace place);
    void add_alias(ActorAliasRow row);
    void add_change(ActorChangeRow row);
    void add_country(std::string spelling, std::string code, ActorRowPlace place);
    void add_family(ActorFamily family, ActorRowPlace place);

    // Names and acronyms of actors are aliases too. Throws Error "actors.unknown_actor" (file, line, column,
    // value), "actors.unknown_country" (file, line, value), "actors.no_letters" (file, line, value),
    // "actors.twice", "actors.alias_conflict" (file, line, value, actor, other), "actors.change_sides" (file,
    // line, kind), "actors.circle" (file, line, from, to), "actors.hue_names" (file, line, value, other, hue).
    ActorRegistry build() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace harmattan::events
