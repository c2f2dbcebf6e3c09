#include "events/actor_lookup.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <fmt/core.h>

namespace harmattan::events {
namespace {

std::string key_of(const SideActors& side) {
    std::string key = fmt::format("{}", side.unknown_parts);
    for (const ActorId id : side.actors) key += fmt::format(",{}", id.value);
    return key;
}

// One text in one country: the days and longitudes between which the actors that it means do not change.
struct Cells {
    std::vector<base::Day> days;        // where a new span of days begins; the first has no beginning
    std::vector<double> lons_deg;       // likewise
    std::vector<std::uint32_t> groups;  // by span of days, then of longitudes

    std::uint32_t group_at(base::Day day, double lon_deg) const {
        const auto span = std::upper_bound(days.begin(), days.end(), day) - days.begin();
        const auto stripe = std::upper_bound(lons_deg.begin(), lons_deg.end(), lon_deg) - lons_deg.begin();
        return groups[static_cast<std::size_t>(span) * (lons_deg.size() + 1) + static_cast<std::size_t>(stripe)];
    }
};

class GroupMaker {
  public:
    GroupMaker(const ActorRegistry& registry, std::vector<SideActors>& groups)
        : registry_(registry), groups_(groups) {}

    Cells cells_of(std::string_view side, std::string_view country) {
        const auto parts = registry_.names().parts(side);
        Cells cells = limits_of(parts);
        NameSetting setting{registry_.names().country_of(country), {}, {}};
        for (std::size_t span = 0; span <= cells.days.size(); ++span)
            for (std::size_t stripe = 0; stripe <= cells.lons_deg.size(); ++stripe) {
                setting.day = span == 0 ? earliest_day : cells.days[span - 1];
                setting.lon_deg = stripe == 0 ? west_of_all : cells.lons_deg[stripe - 1];
                cells.groups.push_back(group_of(registry_.names().meant(parts, setting)));
            }
        return cells;
    }

  private:
    static constexpr double west_of_all = -1000;

    template <typename Value>
    static void sort_once(std::vector<Value>& values) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    }

    Cells limits_of(std::span<const std::vector<std::uint32_t>> parts) const {
        Cells cells;
        for (const auto& part : parts)
            for (const std::uint32_t alias : part) {
                const auto& limits = registry_.names().limits(alias);
                if (limits.first) cells.days.push_back(*limits.first);
                if (limits.last) cells.days.push_back(*limits.last + 1);
                if (limits.west_deg) cells.lons_deg.push_back(*limits.west_deg);
                if (limits.east_deg) cells.lons_deg.push_back(*limits.east_deg);
            }
        sort_once(cells.days);
        sort_once(cells.lons_deg);
        return cells;
    }

    std::uint32_t group_of(SideActors side) {
        const auto [found, is_new] =
            numbers_.try_emplace(key_of(side), static_cast<std::uint32_t>(groups_.size()));
        if (is_new) groups_.push_back(std::move(side));
        return found->second;
    }

    const ActorRegistry& registry_;
    std::vector<SideActors>& groups_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

// The cells of each pair of text and country, made when first met. Most pairs have one group for ever.
class KnownPairs {
  public:
    explicit KnownPairs(GroupMaker& maker) : maker_(maker) {}

    std::uint32_t group(std::uint64_t key, std::string_view side, std::string_view country, base::Day day,
                        double lon_deg) {
        if (last_ == nullptr || key != last_key_) {
            auto found = pairs_.find(key);
            if (found == pairs_.end()) found = pairs_.emplace(key, made(side, country)).first;
            last_ = &found->second;
            last_key_ = key;
        }
        return last_->cells == no_cells ? last_->group : cells_[last_->cells].group_at(day, lon_deg);
    }

  private:
    static constexpr std::uint32_t no_cells = 0xFFFFFFFF;
    struct Pair {
        std::uint32_t group = 0, cells = no_cells;
    };

    Pair made(std::string_view side, std::string_view country) {
        Cells cells = maker_.cells_of(side, country);
        if (cells.groups.size() == 1) return {cells.groups.front(), no_cells};
        cells_.push_back(std::move(cells));
        return {0, static_cast<std::uint32_t>(cells_.size() - 1)};
    }

    GroupMaker& maker_;
    std::unordered_map<std::uint64_t, Pair> pairs_;
    std::vector<Cells> cells_;
    std::uint64_t last_key_ = 0;
    const Pair* last_ = nullptr;  // rows of one conflict stand together in most files
};

void fill(const TextColumn& texts, const EventTable& table, GroupMaker& maker,
          std::vector<std::uint32_t>& groups) {
    const TextColumn& countries = table.text(Text::country);
    KnownPairs known(maker);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::uint64_t key = std::uint64_t(texts.code(row)) << 32U | countries.code(row);
        groups[row] =
            known.group(key, texts.at(row), countries.at(row), table.first_day()[row], table.lon_deg()[row]);
    }
}

}  // namespace

ActorLookup::ActorLookup(const ActorRegistry& registry, const EventTable& table) {
    for (const Side side : {Side::a, Side::b}) groups_[static_cast<std::size_t>(side)].resize(table.size());
    GroupMaker maker(registry, actors_);
    for (const Side side : {Side::a, Side::b}) {
        const TextColumn& texts = table.text(side == Side::a ? Text::side_a : Text::side_b);
        fill(texts, table, maker, groups_[static_cast<std::size_t>(side)]);
    }
}

bool ActorLookup::is_in_line(const ActorLine& line, std::size_t row, base::Day day) const {
    for (const Side side : {Side::a, Side::b})
        for (const ActorId id : actors(side, row).actors)
            if (line.contains(id, day)) return true;
    return false;
}

std::size_t ActorLookup::count_known_rows() const {
    std::size_t count = 0;
    for (std::size_t row = 0; row < size(); ++row)
        if (actors(Side::a, row).is_known() && actors(Side::b, row).is_known()) ++count;
    return count;
}

}  // namespace harmattan::events
