#include "events/actor_names.h"

#include <algorithm>

#include "events/normalised_name.h"

namespace harmattan::events {
namespace {

constexpr std::string_view whatever_follows = " *";

enum class Fit { contradicted, open, met };

Fit both(Fit a, Fit b) {
    return std::min(a, b);
}

Fit fit_of_country(const ActorNames::Limits& limits, const NameSetting& setting) {
    if (limits.countries.empty()) return Fit::met;
    if (setting.country == unknown_country) return Fit::open;
    const auto found = std::find(limits.countries.begin(), limits.countries.end(), setting.country);
    return found == limits.countries.end() ? Fit::contradicted : Fit::met;
}

Fit fit_of_longitude(const ActorNames::Limits& limits, const NameSetting& setting) {
    if (!limits.west_deg && !limits.east_deg) return Fit::met;
    if (!setting.lon_deg) return Fit::open;
    const bool is_inside = (!limits.west_deg || *limits.west_deg <= *setting.lon_deg) &&
                           (!limits.east_deg || *setting.lon_deg < *limits.east_deg);
    return is_inside ? Fit::met : Fit::contradicted;
}

Fit fit_of(const ActorNames::Limits& limits, const NameSetting& setting) {
    if ((limits.first && setting.day < *limits.first) || (limits.last && *limits.last < setting.day))
        return Fit::contradicted;
    return both(fit_of_country(limits, setting), fit_of_longitude(limits, setting));
}

int number_of_limits(const ActorNames::Limits& limits) {
    const bool has_days = limits.first || limits.last, has_longitudes = limits.west_deg || limits.east_deg;
    return (limits.countries.empty() ? 0 : 1) + (has_days ? 1 : 0) + (has_longitudes ? 1 : 0);
}

// An actor, none, or several that exclude each other.
struct Choice {
    std::optional<ActorId> actor;
    bool is_ambiguous = false;

    void take(ActorId another) {
        is_ambiguous = is_ambiguous || (actor && *actor != another);
        actor = another;
    }
    std::optional<ActorId> result() const { return is_ambiguous ? std::nullopt : actor; }
};

}  // namespace

CountryNumber ActorNames::number_of(std::string_view code) const {
    const auto found = std::find(codes_.begin() + 1, codes_.end(), code);
    return found == codes_.end() ? unknown_country : static_cast<CountryNumber>(found - codes_.begin());
}

void ActorNames::add_country(std::string_view spelling, std::string_view code) {
    CountryNumber number = number_of(code);
    if (number == unknown_country) {
        number = static_cast<CountryNumber>(codes_.size());
        codes_.emplace_back(code);
        countries_[normalised_name(code)] = number;
    }
    countries_[normalised_name(spelling)] = number;
}

bool ActorNames::knows_countries(const ActorAlias& alias) const {
    return std::none_of(alias.countries.begin(), alias.countries.end(),
                        [&](const std::string& code) { return number_of(code) == unknown_country; });
}

void ActorNames::add(const ActorAlias& alias) {
    Limits limits{alias.actor, {}, alias.first, alias.last, alias.west_deg, alias.east_deg};
    for (const std::string& code : alias.countries) limits.countries.push_back(number_of(code));
    std::sort(limits.countries.begin(), limits.countries.end());
    const auto index = static_cast<std::uint32_t>(aliases_.size());
    aliases_.push_back(std::move(limits));
    std::string_view name = alias.name;
    if (name.ends_with(whatever_follows)) {
        name.remove_suffix(whatever_follows.size());
        prefixes_.push_back({normalised_name(name), index});
    } else {
        exact_[normalised_name(name)].push_back(index);
    }
}

CountryNumber ActorNames::country_of(std::string_view spelling) const {
    const auto found = countries_.find(normalised_name(spelling));
    return found == countries_.end() ? unknown_country : found->second;
}

std::vector<std::uint32_t> ActorNames::candidates(std::string_view name) const {
    const std::string normal = normalised_name(name);
    if (const auto found = exact_.find(normal); found != exact_.end()) return found->second;
    std::vector<std::uint32_t> fitting;
    std::size_t longest = 0;
    for (const Prefix& prefix : prefixes_) {
        const std::size_t length = prefix.text.size();
        if (length < longest || !normal.starts_with(prefix.text)) continue;
        if (normal.size() > length && normal[length] != ' ') continue;
        if (length > longest) fitting.clear();
        longest = length;
        fitting.push_back(prefix.alias);
    }
    return fitting;
}

std::optional<ActorId> ActorNames::chosen(std::span<const std::uint32_t> candidates,
                                          const NameSetting& setting) const {
    Choice met, open;
    int most_limits = -1;
    for (const std::uint32_t index : candidates) {
        const Limits& limits = aliases_[index];
        const Fit fit = fit_of(limits, setting);
        if (fit == Fit::open) open.take(limits.actor);
        if (fit != Fit::met || number_of_limits(limits) < most_limits) continue;
        if (number_of_limits(limits) > most_limits) met = {};
        most_limits = number_of_limits(limits);
        met.take(limits.actor);
    }
    return most_limits >= 0 ? met.result() : open.result();
}

// Whole names first: "Islam and Muslims" is no joint of the name that holds it. But "Government of Chad,
// Government of Niger" is two names, though "Government of *" fits the whole of it.
std::vector<std::vector<std::uint32_t>> ActorNames::parts(std::string_view side) const {
    if (normalised_name(side).empty()) return {};
    std::vector<std::vector<std::uint32_t>> whole{candidates(side)};
    const auto names = parts_of_joint_name(side);
    if (names.size() < 2 || is_exact(side)) return whole;
    std::vector<std::vector<std::uint32_t>> found;
    for (const std::string_view name : names)
        for (auto& part : parts(name)) found.push_back(std::move(part));
    const bool all_known = std::none_of(found.begin(), found.end(), [](const auto& part) { return part.empty(); });
    const bool is_joint = all_known || whole.front().empty() ||
                          std::any_of(names.begin(), names.end(), [&](auto name) { return is_exact(name); });
    return is_joint ? found : whole;
}

bool ActorNames::is_exact(std::string_view name) const {
    return exact_.contains(normalised_name(name));
}

SideActors ActorNames::meant(std::span<const std::vector<std::uint32_t>> parts, const NameSetting& setting) const {
    SideActors side;
    for (const auto& part : parts) {
        if (const auto actor = chosen(part, setting))
            side.actors.push_back(*actor);
        else
            ++side.unknown_parts;
    }
    std::sort(side.actors.begin(), side.actors.end());
    side.actors.erase(std::unique(side.actors.begin(), side.actors.end()), side.actors.end());
    return side;
}

}  // namespace harmattan::events
