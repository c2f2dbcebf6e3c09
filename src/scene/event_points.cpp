#include "scene/event_points.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>

#include "scene/event_style.h"
#include "scene/scene.h"

namespace harmattan::scene {
namespace {

struct Key {
    std::uint64_t lon, lat;
    friend bool operator==(const Key&, const Key&) = default;
};

struct Hash {
    std::size_t operator()(const Key& key) const {
        return static_cast<std::size_t>((key.lon ^ std::rotl(key.lat, 29)) * 0x9E3779B97F4A7C15ULL >> 7U);
    }
};

bool is_area(const events::EventTable& table, std::size_t row) {
    return footprint_radius_km(table.where_precision()[row]) > 0;
}

}  // namespace

EventPoints::EventPoints(const events::EventTable& table) {
    std::unordered_map<Key, std::uint32_t, Hash> known;
    std::vector<std::uint32_t> point_of(table.size(), none), counts;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (is_area(table, row)) continue;
        const geo::LonLat at{table.lon_deg()[row], table.lat_deg()[row]};
        const Key key{std::bit_cast<std::uint64_t>(at.lon_deg), std::bit_cast<std::uint64_t>(at.lat_deg)};
        const auto [found, is_new] = known.try_emplace(key, static_cast<std::uint32_t>(at_.size()));
        if (is_new) {
            at_.push_back(at);
            counts.push_back(0);
        }
        point_of[row] = found->second;
        ++counts[found->second];
    }
    first_.push_back(0);
    for (const std::uint32_t count : counts) first_.push_back(first_.back() + count);
    rows_.resize(first_.back());
    auto next = first_;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (point_of[row] != none) rows_[next[point_of[row]]++] = static_cast<std::uint32_t>(row);
}

std::shared_ptr<const EventPoints> points_of(const EventLayer& layer) {
    return layer.points ? layer.points : std::make_shared<const EventPoints>(*layer.table);
}

std::optional<int> days_kept(base::WindowLength window) {
    switch (window.unit) {
        case base::WindowLength::Unit::days:
            return window.count;
        case base::WindowLength::Unit::months:
            return window.count * 31;
        case base::WindowLength::Unit::years:
            return window.count * 366;
        case base::WindowLength::Unit::all:
            break;
    }
    return {};
}

bool has_shared_points(const events::EventTable& table, const EventPoints& points, base::WindowLength window) {
    const auto kept = days_kept(window);
    for (std::size_t point = 0; point < points.at().size(); ++point) {
        const auto rows = points.rows(point);
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (!kept || table.first_day()[rows[i]] - table.first_day()[rows[i - 1]] < *kept) return true;
    }
    return false;
}

std::vector<std::int32_t> greatest_sums(const events::EventTable& table, const EventPoints& points,
                                        base::WindowLength window) {
    std::vector<std::int32_t> sums;
    const auto kept = days_kept(window);
    const auto add = [&](std::int64_t sum) {
        sums.push_back(static_cast<std::int32_t>(std::min<std::int64_t>(sum, INT32_MAX)));
    };
    for (std::size_t point = 0; point < points.at().size(); ++point) {
        const auto rows = points.rows(point);
        std::int64_t sum = 0, greatest = events::fatalities_unknown;
        std::size_t oldest = 0;
        for (const std::uint32_t row : rows) {
            const auto best_of = [&](std::uint32_t of) { return std::max(table.best()[of], 0); };
            for (; kept && table.first_day()[rows[oldest]] + *kept <= table.first_day()[row]; ++oldest)
                sum -= best_of(rows[oldest]);
            sum += best_of(row);
            if (table.best()[row] != events::fatalities_unknown) greatest = std::max(greatest, sum);
        }
        if (greatest != events::fatalities_unknown) add(greatest);
    }
    for (std::size_t row = 0; row < table.size(); ++row)
        if (is_area(table, row) && table.best()[row] != events::fatalities_unknown) add(table.best()[row]);
    return sums;
}

}  // namespace harmattan::scene
