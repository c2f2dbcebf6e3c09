#include "events/actor_registry.h"

#include <algorithm>

#include "events/normalised_name.h"

namespace harmattan::events {
std::optional<ActorId> ActorRegistry::id_of(std::string_view id) const {
    for (std::size_t i = 0; i < actors_.size(); ++i)
        if (actors_[i].id == id) return actor_id(i);
    return std::nullopt;
}

std::vector<const ActorChange*> ActorRegistry::changes_of(ActorId id) const {
    std::vector<const ActorChange*> found;
    for (const ActorChange& change : changes_) {
        const bool is_from = std::find(change.from.begin(), change.from.end(), id) != change.from.end();
        if (is_from || change.to == id) found.push_back(&change);
    }
    return found;
}

std::optional<ActorId> ActorRegistry::actor_of(std::string_view name, std::string_view country, base::Day day,
                                               std::optional<double> lon_deg) const {
    return names_.chosen(names_.candidates(name), {names_.country_of(country), day, lon_deg});
}

SideActors ActorRegistry::actors_of(std::string_view side, std::string_view country, base::Day day,
                                    std::optional<double> lon_deg) const {
    return names_.meant(names_.parts(side), {names_.country_of(country), day, lon_deg});
}

std::vector<ActorId> ActorRegistry::find(std::string_view query) const {
    const std::string wanted = normalised_name(query);
    if (wanted.empty()) return {};
    constexpr int not_found = 3;
    std::vector<int> ranks(actors_.size(), not_found);  // 0 the same, 1 begins with it, 2 holds it
    const auto look_at = [&](ActorId id, std::string_view text) {
        const std::string name = normalised_name(text);
        const auto at = name.find(wanted);
        if (at == std::string::npos) return;
        const int rank = at != 0 ? 2 : name.size() == wanted.size() ? 0 : 1;
        ranks[id.value] = std::min(ranks[id.value], rank);
    };
    for (std::size_t i = 0; i < actors_.size(); ++i) look_at(actor_id(i), actors_[i].id);
    for (const ActorAlias& alias : aliases_) look_at(alias.actor, alias.name);
    std::vector<ActorId> found;
    for (int rank = 0; rank < not_found; ++rank)
        for (std::size_t i = 0; i < actors_.size(); ++i)
            if (ranks[i] == rank) found.push_back(actor_id(i));
    return found;
}

const ActorFamily* ActorRegistry::family(std::string_view key) const {
    const auto found =
        std::find_if(families_.begin(), families_.end(), [&](const ActorFamily& one) { return one.key == key; });
    return found == families_.end() ? nullptr : &*found;
}

const std::string& ActorRegistry::family_at(ActorId id, base::Day day) const {
    ActorId at = affiliation_at(id, day);
    while (const auto lord = lineage_.allegiance_at(at, day)) at = affiliation_at(*lord, day);
    return actors_[at.value].family;
}

}  // namespace harmattan::events
