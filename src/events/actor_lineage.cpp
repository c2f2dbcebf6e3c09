#include "events/actor_lineage.h"

#include <algorithm>

namespace harmattan::events {
namespace {

constexpr std::int32_t never = earliest_day.value - 1;

bool makes_membership(const ActorChange& change) {
    return change.kind == ActorChangeKind::merger || change.kind == ActorChangeKind::joined ||
           change.kind == ActorChangeKind::renamed;
}

bool makes_bond(const ActorChange& change) {
    return makes_membership(change) || change.kind == ActorChangeKind::allegiance;
}

// Whether `goal` can be reached from `start`.
bool reaches(std::uint16_t start, std::uint16_t goal, const std::vector<std::vector<std::uint16_t>>& edges) {
    std::vector<bool> seen(edges.size());
    std::vector<std::uint16_t> open{start};
    while (!open.empty()) {
        const std::uint16_t at = open.back();
        open.pop_back();
        if (at == goal) return true;
        if (seen[at]) continue;
        seen[at] = true;
        open.insert(open.end(), edges[at].begin(), edges[at].end());
    }
    return false;
}

}  // namespace

ActorLineage::ActorLineage(std::size_t actors, std::span<const ActorChange> changes)
    : memberships_(actors), allegiances_(actors), alliances_(actors) {
    for (const ActorChange& change : changes) apply(change);
}

std::optional<std::size_t> ActorLineage::change_in_circle(std::size_t actors,
                                                          std::span<const ActorChange> changes) {
    std::vector<std::vector<std::uint16_t>> edges(actors);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!makes_bond(changes[i]) || !changes[i].to) continue;
        const std::uint16_t to = changes[i].to->value;
        for (const ActorId from : changes[i].from) {
            if (from.value == to) continue;  // another name for the same actor
            if (reaches(to, from.value, edges)) return i;
            edges[from.value].push_back(to);
        }
    }
    return std::nullopt;
}

// Ends the open bond, the one with `to` where one is named.
void ActorLineage::end_bond(std::vector<Bond>& bonds, std::optional<ActorId> to, base::Day day) {
    for (Bond& bond : bonds)
        if (bond.last == latest_day && (!to || bond.to == *to)) bond.last = day - 1;
    // A bond that ends on the day of its beginning has never held.
    std::erase_if(bonds, [](const Bond& bond) { return bond.last < bond.from; });
}

void ActorLineage::apply(const ActorChange& change) {
    const base::Day day = change.when.day;
    if (change.kind == ActorChangeKind::dissolved) {
        for (const ActorId ended : change.from)
            for (Bonds* all : {&memberships_, &allegiances_, &alliances_})
                for (auto& bonds : *all) end_bond(bonds, ended, day);
        return;
    }
    if (!change.to) return;
    const ActorId to = *change.to;
    for (const ActorId from : change.from) {
        if (makes_membership(change) && from != to) {
            end_bond(memberships_[from.value], std::nullopt, day);
            memberships_[from.value].push_back({to, day, latest_day});
        } else if (change.kind == ActorChangeKind::allegiance) {
            end_bond(allegiances_[from.value], std::nullopt, day);
            allegiances_[from.value].push_back({to, day, latest_day});
        } else if (change.kind == ActorChangeKind::alliance) {
            alliances_[from.value].push_back({to, day, latest_day});
        } else if (change.kind == ActorChangeKind::left) {
            for (Bonds* all : {&memberships_, &allegiances_, &alliances_}) end_bond((*all)[from.value], to, day);
        } else if (change.kind == ActorChangeKind::split) {
            end_bond(memberships_[to.value], from, day);
        }
    }
}

ActorId ActorLineage::affiliation_at(ActorId id, base::Day day) const {
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (const Bond& bond : memberships_[id.value]) {
            if (day < bond.from || bond.last < day) continue;
            id = bond.to;
            goes_on = true;
            break;
        }
    }
    return id;
}

std::optional<ActorId> ActorLineage::allegiance_at(ActorId id, base::Day day) const {
    for (const Bond& bond : allegiances_[id.value])
        if (bond.from <= day && day <= bond.last) return bond.to;
    return std::nullopt;
}

// The last day on which `id` belongs to the line whose actor is `known` to: before a membership in a member it is
// a forerunner, during it a member, after it neither. So its days have an end and no beginning.
std::optional<base::Day> ActorLineage::last_day_in_line(ActorId id,
                                                        std::vector<std::optional<std::int32_t>>& known) const {
    auto& last = known[id.value];
    if (!last) {
        std::int32_t latest = never;
        for (const Bond& bond : memberships_[id.value]) {
            const auto of_group = last_day_in_line(bond.to, known);
            if (of_group && bond.from <= *of_group)
                latest = std::max(latest, std::min(bond.last.value, of_group->value));
        }
        last = latest;
    }
    return *last == never ? std::nullopt : std::optional(base::Day{*last});
}

ActorLine ActorLineage::line_of(ActorId id) const {
    std::vector<std::optional<std::int32_t>> known(memberships_.size());
    known[id.value] = latest_day.value;
    ActorLine line;
    line.actor_ = id;
    line.last_days_.assign(memberships_.size(), never);
    for (std::size_t i = 0; i < memberships_.size(); ++i) {
        LineMember member{actor_id(i)};
        if (const auto last = last_day_in_line(member.actor, known)) {
            member.last_day = *last;
        } else {
            for (const Bond& bond : alliances_[i])
                if (bond.to == id) member = {member.actor, true, bond.last};
            if (!member.is_ally) continue;
        }
        line.last_days_[i] = member.last_day.value;
        if (member.actor != id) line.members_.push_back(member);
    }
    return line;
}

std::vector<ActorId> ActorLineage::successors(ActorId id) const {
    std::vector<ActorId> found, open{id};
    while (!open.empty()) {
        const ActorId at = open.back();
        open.pop_back();
        for (const Bond& bond : memberships_[at.value]) {
            if (std::find(found.begin(), found.end(), bond.to) != found.end()) continue;
            found.push_back(bond.to);
            open.push_back(bond.to);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace harmattan::events
