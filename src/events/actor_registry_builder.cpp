#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/error.h"
#include "events/actor_registry.h"
#include "events/normalised_name.h"

namespace harmattan::events {
namespace {

base::NamedValues at(const ActorRowPlace& place, base::NamedValues values = {}) {
    values.insert(values.begin(), {{"file", place.file}, {"line", fmt::format("{}", place.line)}});
    return values;
}

void check_count(std::size_t count, std::size_t most, const ActorRowPlace& place) {
    if (count >= most) throw base::Error("actors.too_many", at(place, {{"most", fmt::format("{}", most)}}));
}

// What makes two aliases one: the spelling and all limits.
std::string key_of(const ActorAlias& alias) {
    std::vector<std::string> countries = alias.countries;
    std::sort(countries.begin(), countries.end());
    std::string key = normalised_name(alias.name);
    key += alias.name.ends_with(" *") ? "|*" : "|";
    for (const std::string& code : countries) key += code + " ";
    const auto day = [](std::optional<base::Day> d) { return d ? base::iso(*d) : std::string(); };
    const auto degrees = [](std::optional<double> d) { return d ? fmt::format("{}", *d) : std::string(); };
    return key + fmt::format("|{}|{}|{}|{}", day(alias.first), day(alias.last), degrees(alias.west_deg),
                             degrees(alias.east_deg));
}

}  // namespace

struct ActorRegistryBuilder::Impl {
    struct ActorEntry {
        Actor actor;
        ActorRowPlace place;
    };
    struct CountryEntry {
        std::string spelling, code;
        ActorRowPlace place;
    };
    struct FamilyEntry {
        ActorFamily family;
        ActorRowPlace place;
    };
    std::vector<ActorEntry> actors;
    std::vector<FamilyEntry> families;
    std::vector<CountryEntry> countries;
    std::vector<ActorAliasRow> aliases;
    std::vector<ActorChangeRow> changes;
    std::map<std::string, std::size_t, std::less<>> actor_at, country_at;

    ActorId resolved(const std::string& id, const ActorRowPlace& place, std::string_view column) const;
    void check_alias(ActorAliasRow& row, const ActorNames& names) const;
    static bool replaces(const ActorAliasRow& row, bool is_own_name, const ActorAliasRow& known);
    void put_aliases(ActorRegistry& registry);
    void put_changes(ActorRegistry& registry) const;
    void add_own_names();
    void put_families(ActorRegistry& registry) const;
};

ActorRegistryBuilder::ActorRegistryBuilder() : impl_(std::make_unique<Impl>()) {}
ActorRegistryBuilder::~ActorRegistryBuilder() = default;
ActorRegistryBuilder::ActorRegistryBuilder(ActorRegistryBuilder&&) noexcept = default;
ActorRegistryBuilder& ActorRegistryBuilder::operator=(ActorRegistryBuilder&&) noexcept = default;

void ActorRegistryBuilder::add_actor(Actor actor, ActorRowPlace place) {
    check_count(impl_->actors.size(), most_actors, place);
    const auto [found, is_new] = impl_->actor_at.try_emplace(actor.id, impl_->actors.size());
    if (is_new) {
        impl_->actors.push_back({std::move(actor), std::move(place)});
        return;
    }
    Impl::ActorEntry& known = impl_->actors[found->second];
    if (known.place.file == place.file) throw base::Error("actors.twice", at(place, {{"value", actor.id}}));
    known = {std::move(actor), std::move(place)};
}

void ActorRegistryBuilder::add_country(std::string spelling, std::string code, ActorRowPlace place) {
    check_count(impl_->countries.size(), most_actor_countries, place);
    const auto [found, is_new] = impl_->country_at.try_emplace(normalised_name(spelling), impl_->countries.size());
    if (is_new) {
        impl_->countries.push_back({std::move(spelling), std::move(code), std::move(place)});
        return;
    }
    Impl::CountryEntry& known = impl_->countries[found->second];
    if (known.place.file == place.file) throw base::Error("actors.twice", at(place, {{"value", spelling}}));
    known = {std::move(spelling), std::move(code), std::move(place)};
}

void ActorRegistryBuilder::add_family(ActorFamily family, ActorRowPlace place) {
    check_count(impl_->families.size(), most_actor_families, place);
    const auto known = std::find_if(impl_->families.begin(), impl_->families.end(),
                                    [&](const auto& one) { return one.family.key == family.key; });
    if (known == impl_->families.end()) {
        impl_->families.push_back({std::move(family), std::move(place)});
        return;
    }
    if (known->place.file == place.file) throw base::Error("actors.twice", at(place, {{"value", family.key}}));
    *known = {std::move(family), std::move(place)};
}

// One colour, one entry of the legend.
void ActorRegistryBuilder::Impl::put_families(ActorRegistry& registry) const {
    for (const FamilyEntry& entry : families) {
        const ActorFamily& family = entry.family;
        for (const ActorFamily& other : registry.families_)
            if (family.part != FamilyPart::none && other.part != FamilyPart::none && other.hue == family.hue &&
                (other.name_en != family.name_en || other.name_fr != family.name_fr))
                throw base::Error(
                    "actors.hue_names",
                    at(entry.place,
                       {{"value", family.key}, {"other", other.key}, {"hue", std::string(word_of(family.hue))}}));
        registry.families_.push_back(family);
    }
}

void ActorRegistryBuilder::add_alias(ActorAliasRow row) {
    check_count(impl_->aliases.size(), most_actor_aliases, row.place);
    impl_->aliases.push_back(std::move(row));
}

void ActorRegistryBuilder::add_change(ActorChangeRow row) {
    check_count(impl_->changes.size(), most_actor_changes, row.place);
    impl_->changes.push_back(std::move(row));
}

ActorId ActorRegistryBuilder::Impl::resolved(const std::string& id, const ActorRowPlace& place,
                                             std::string_view column) const {
    const auto found = actor_at.find(id);
    if (found == actor_at.end())
        throw base::Error("actors.unknown_actor", at(place, {{"column", std::string(column)}, {"value", id}}));
    return actor_id(found->second);
}

// The names of the actors' own rows, behind the aliases: a row of aliases.csv for the same spelling goes first.
void ActorRegistryBuilder::Impl::add_own_names() {
    for (const ActorEntry& entry : actors) {
        const auto add = [&](const std::string& name, NameVocabulary vocabulary) {
            if (normalised_name(name).empty()) return;
            ActorAlias alias{{}, name, vocabulary, {}, {}, {}, {}, {}, entry.actor.source};
            aliases.push_back({std::move(alias), entry.actor.id, entry.place});
        };
        add(entry.actor.acronym_en, NameVocabulary::press_en);
        add(entry.actor.acronym_fr, NameVocabulary::press_fr);
        add(entry.actor.name_en, NameVocabulary::press_en);
        add(entry.actor.name_fr, NameVocabulary::press_fr);
    }
}

void ActorRegistryBuilder::Impl::check_alias(ActorAliasRow& row, const ActorNames& names) const {
    row.alias.actor = resolved(row.actor, row.place, "actor");
    if (normalised_name(row.alias.name).empty())
        throw base::Error("actors.no_letters", at(row.place, {{"value", row.alias.name}}));
    if (!names.knows_countries(row.alias))
        throw base::Error("actors.unknown_country",
                          at(row.place, {{"value", fmt::format("{}", fmt::join(row.alias.countries, " "))}}));
}

// Of two rows for the same spelling and limits: true when the later one replaces the earlier. An actor's own name
// never does, and the actor may well have a row for it.
bool ActorRegistryBuilder::Impl::replaces(const ActorAliasRow& row, bool is_own_name, const ActorAliasRow& known) {
    const bool is_other_file = !is_own_name && known.place.file != row.place.file;
    if (known.alias.actor != row.alias.actor && !is_other_file)
        throw base::Error(
            "actors.alias_conflict",
            at(row.place, {{"value", row.alias.name}, {"actor", row.actor}, {"other", known.actor}}));
    if (!is_own_name && !is_other_file)
        throw base::Error("actors.twice", at(row.place, {{"value", row.alias.name}}));
    return is_other_file;
}

void ActorRegistryBuilder::Impl::put_aliases(ActorRegistry& registry) {
    const std::size_t own_rows = aliases.size();
    add_own_names();
    std::map<std::string, std::size_t> place_of;  // key -> position in `rows`
    std::vector<std::size_t> rows;                // those that hold, in order
    for (std::size_t i = 0; i < aliases.size(); ++i) {
        check_alias(aliases[i], registry.names_);
        const auto [found, is_new] = place_of.try_emplace(key_of(aliases[i].alias), rows.size());
        if (is_new)
            rows.push_back(i);
        else if (replaces(aliases[i], i >= own_rows, aliases[rows[found->second]]))
            rows[found->second] = i;
    }
    for (const std::size_t i : rows) {
        registry.names_.add(aliases[i].alias);
        registry.aliases_.push_back(std::move(aliases[i].alias));
    }
}

void ActorRegistryBuilder::Impl::put_changes(ActorRegistry& registry) const {
    std::vector<std::size_t> order(changes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return changes[a].change.when.day < changes[b].change.when.day;
    });
    for (const std::size_t i : order) {
        const ActorChangeRow& row = changes[i];
        ActorChange change = row.change;
        const bool is_end = change.kind == ActorChangeKind::dissolved;
        const bool is_new_name = change.kind == ActorChangeKind::renamed;
        const auto fail = [&] {
            throw base::Error("actors.change_sides", at(row.place, {{"kind", std::string(word_of(change.kind))}}));
        };
        if (row.from.empty() || row.to.empty() != is_end) fail();
        for (const std::string& id : row.from) change.from.push_back(resolved(id, row.place, "from"));
        if (!row.to.empty()) change.to = resolved(row.to, row.place, "to");
        for (const ActorId from : change.from)
            if (change.to == from && !is_new_name) fail();
        registry.changes_.push_back(std::move(change));
    }
    if (const auto bad = ActorLineage::change_in_circle(actors.size(), registry.changes_)) {
        const ActorChangeRow& row = changes[order[*bad]];
        throw base::Error("actors.circle",
                          at(row.place, {{"from", fmt::format("{}", fmt::join(row.from, " "))}, {"to", row.to}}));
    }
}

ActorRegistry ActorRegistryBuilder::build() && {
    ActorRegistry registry;
    for (const auto& entry : impl_->countries) registry.names_.add_country(entry.spelling, entry.code);
    impl_->put_aliases(registry);
    impl_->put_changes(registry);
    impl_->put_families(registry);
    for (auto& entry : impl_->actors) registry.actors_.push_back(std::move(entry.actor));
    registry.lineage_ = ActorLineage(registry.actors_.size(), registry.changes_);
    return registry;
}

}  // namespace harmattan::events
