#include "scene/event_places.h"

#include <algorithm>
#include <optional>
#include <span>

#include "geo/near_points.h"
#include "scene/circle_pack.h"
#include "scene/event_style.h"

namespace harmattan::scene {
namespace {

constexpr double farthest_ground_m = 12'000;
constexpr double farthest_design_px = 40;
constexpr double gap_design_px = 1;  // between two symbols, for their casings
constexpr std::size_t most_side_by_side = 64;

// Which of a point's events take turns at one spot: each the lowest that is free on its day.
struct Spots {
    std::vector<std::size_t> of_event;
    std::vector<double> diameter_px;  // of the largest that ever stands there
};

Spots spots_of(const events::EventTable& table, std::span<const std::uint32_t> rows, std::optional<int> kept,
               std::int32_t reference) {
    Spots spots;
    std::vector<base::Day> free_from;
    for (const std::uint32_t row : rows) {
        const base::Day day = table.first_day()[row];
        std::size_t spot = 0;
        while (spot < free_from.size() && (!kept || day < free_from[spot])) ++spot;
        if (spot > most_side_by_side) spot = most_side_by_side;  // too many: which one no longer matters
        if (spot == free_from.size()) {
            free_from.push_back(day);
            spots.diameter_px.push_back(0);
        }
        if (kept) free_from[spot] = day + *kept;
        spots.of_event.push_back(spot);
        spots.diameter_px[spot] = std::max(spots.diameter_px[spot], diameter_px(table.best()[row], reference));
    }
    return spots;
}

// Nothing where they would take too much of the map.
std::optional<PackedCircles> packed(const Spots& spots) {
    if (spots.diameter_px.size() > most_side_by_side) return {};
    std::vector<double> radii;
    double squares = 0;
    for (const double diameter : spots.diameter_px) {
        radii.push_back((diameter + gap_design_px) / 2);
        squares += radii.back() * radii.back();
    }
    if (squares > farthest_design_px * farthest_design_px) return {};
    auto packing = pack_circles(radii);
    if (packing.reach > farthest_design_px) return {};
    return packing;
}

}  // namespace

EventPlaces arrange_places(const events::EventTable& table, const EventPoints& points, base::WindowLength window,
                           std::int32_t reference) {
    EventPlaces out;
    out.place_of.assign(table.size(), EventPlaces::alone);
    out.offset.resize(table.size());
    const auto kept = days_kept(window);
    const geo::NearPoints near(points.at(), 2 * farthest_ground_m);
    for (std::size_t point = 0; point < points.at().size(); ++point) {
        const auto rows = points.rows(point);
        if (rows.size() < 2) continue;
        const Spots spots = spots_of(table, rows, kept, reference);
        if (spots.diameter_px.size() < 2) continue;  // never two in one window
        EventPlaces::Place place{static_cast<std::uint32_t>(out.rows.size()),
                                 static_cast<std::uint32_t>(rows.size()), 0};
        if (const auto packing = packed(spots)) {
            place.greatest_scale_m = static_cast<float>(near.nearest_m(point) / 2 / packing->reach);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const auto& centre = packing->centres[spots.of_event[i]];
                out.offset[rows[i]] = {static_cast<float>(centre.x), static_cast<float>(centre.y)};
            }
        }
        for (const std::uint32_t row : rows) out.place_of[row] = static_cast<std::uint32_t>(out.places.size());
        out.rows.insert(out.rows.end(), rows.begin(), rows.end());
        out.places.push_back(place);
    }
    return out;
}

}  // namespace harmattan::scene
