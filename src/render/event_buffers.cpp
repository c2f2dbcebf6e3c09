#include "render/event_buffers.h"

#include <cmath>
#include <cstddef>
#include <limits>

#include "render/gl/view_uniforms.h"
#include "scene/event_colours.h"
#include "scene/event_style.h"

namespace harmattan::render {
namespace {

// Lower ends of the classes, in design pixels.
constexpr std::array<double, size_class_count> class_floor_px{40, 28, 20, 14, 10, 7.5, 6, 0};

using DiscVertex = EventVertices::Disc;
using FootprintVertex = EventVertices::Footprint;
using Kind = gl::Attribute::Kind;

bool is_finite(geo::PlanarPoint p) {
    return std::isfinite(p.x_m) && std::isfinite(p.y_m);
}

template <typename Days>
Run run_of(const Days& days, std::size_t begin, std::size_t end, base::DayRange range) {
    if (range.empty()) return {static_cast<std::int32_t>(begin), 0};
    const auto first = std::lower_bound(days.begin() + static_cast<std::ptrdiff_t>(begin),
                                        days.begin() + static_cast<std::ptrdiff_t>(end), range.first);
    const auto last = std::upper_bound(first, days.begin() + static_cast<std::ptrdiff_t>(end), range.last);
    return {static_cast<std::int32_t>(first - days.begin()), static_cast<std::int32_t>(last - first)};
}

// EventPlaces::Place::greatest_scale_m in metres of the plane, which the projection may stretch.
std::vector<float> scales_in_plane(const scene::EventPlaces& places, const std::vector<geo::PlanarPoint>& points,
                                   const geo::Projection& projection) {
    std::vector<float> scales;
    scales.reserve(places.places.size());
    for (const auto& place : places.places) {
        const geo::PlanarPoint at = points[places.rows[place.first]];
        const bool is_separable = place.greatest_scale_m > 0 && is_finite(at);
        const double stretch = is_separable ? projection.ground_metres_per_metre(at) : 1;
        scales.push_back(is_separable ? place.greatest_scale_m / static_cast<float>(stretch) : 0);
    }
    return scales;
}

}  // namespace

std::size_t size_class(double diameter_px) {
    std::size_t i = 0;
    while (i + 1 < size_class_count && diameter_px < class_floor_px[i]) ++i;
    return i;
}

EventVertices make_event_vertices(const scene::EventLayer& layer, scene::ColourBy colour_by,
                                  const std::vector<geo::PlanarPoint>& points, const geo::Projection& projection,
                                  const scene::EventPlaces& places, std::int32_t reference) {
    const events::EventTable& table = *layer.table;
    EventVertices out;
    out.first_day = table.days().first;
    const std::size_t n = table.size();
    // The table is sorted by day, so a stable distribution leaves each class sorted by day.
    std::vector<float> diameter(n);
    std::vector<std::uint8_t> class_of(n);
    std::array<std::size_t, size_class_count> counts{};
    constexpr std::uint8_t left_out = 255;
    for (std::size_t row = 0; row < n; ++row) {
        diameter[row] = static_cast<float>(scene::diameter_px(table.best()[row], reference));
        out.greatest_diameter_px = std::max({out.greatest_diameter_px, static_cast<double>(diameter[row]),
                                             scene::diameter_px(table.high()[row], reference)});
        const bool is_disc = scene::footprint_radius_km(table.where_precision()[row]) == 0;
        class_of[row] = left_out;
        if (!is_disc || !is_finite(points[row])) continue;
        class_of[row] = static_cast<std::uint8_t>(size_class(static_cast<double>(diameter[row])));
        ++counts[class_of[row]];
    }
    for (std::size_t i = 0; i < size_class_count; ++i) out.class_start[i + 1] = out.class_start[i] + counts[i];

    out.greatest_scale_m = scales_in_plane(places, points, projection);

    out.discs.resize(out.class_start.back());
    out.disc_rows.resize(out.discs.size());
    out.disc_days.resize(out.discs.size());
    auto next = out.class_start;
    for (std::size_t row = 0; row < n; ++row) {
        if (!is_finite(points[row])) continue;
        const gl::SplitDouble x(points[row].x_m), y(points[row].y_m);
        const auto day = static_cast<float>(table.first_day()[row] - out.first_day);
        const auto length_days = static_cast<float>(table.length_days()[row] + 1);
        const std::uint16_t of_row = scene::event_class(layer, colour_by, row);
        const auto low = static_cast<std::uint8_t>(of_row & 0xFFU), high = static_cast<std::uint8_t>(of_row >> 8U);
        if (class_of[row] != left_out) {
            const std::size_t at = next[class_of[row]]++;
            const auto is_hollow = static_cast<std::uint8_t>(table.best()[row] <= 0);
            const auto estimate_px = [&](std::int32_t fatalities) {
                const bool is_known = fatalities != events::fatalities_unknown;
                return is_known ? static_cast<float>(scene::diameter_px(fatalities, reference)) : diameter[row];
            };
            const std::uint32_t place = places.place_of[row];
            out.discs[at] = {x.high,
                             y.high,
                             x.low,
                             y.low,
                             day,
                             length_days,
                             diameter[row],
                             estimate_px(table.low()[row]),
                             estimate_px(table.high()[row]),
                             low,
                             high,
                             is_hollow,
                             0,
                             places.offset[row].x_px,
                             places.offset[row].y_px,
                             place == scene::EventPlaces::alone ? std::numeric_limits<float>::infinity()
                                                                : out.greatest_scale_m[place]};
            out.disc_rows[at] = static_cast<std::uint32_t>(row);
            out.disc_days[at] = table.first_day()[row];
            continue;
        }
        const auto is_hatched = static_cast<std::uint8_t>(scene::is_country_wide(table.where_precision()[row]));
        const double radius_km = scene::footprint_radius_km(table.where_precision()[row]);
        const auto radius_m =
            static_cast<float>(radius_km * 1000 / projection.ground_metres_per_metre(points[row]));
        out.footprints.insert(
            out.footprints.end(), 6,
            {x.high, y.high, x.low, y.low, day, length_days, radius_m, diameter[row], low, high, is_hatched, 0});
        out.footprint_days.push_back(table.first_day()[row]);
    }
    return out;
}

EventBuffers::EventBuffers(EventVertices vertices)
    : discs_({{0, 4, Kind::floats, offsetof(DiscVertex, x_high)},
              {1, 2, Kind::floats, offsetof(DiscVertex, day)},
              {2, 3, Kind::floats, offsetof(DiscVertex, diameter_px)},
              {3, 3, Kind::unsigned_bytes, offsetof(DiscVertex, class_low)},
              {4, 3, Kind::floats, offsetof(DiscVertex, offset_x_px)}},
             sizeof(DiscVertex)),
      footprints_({{0, 4, Kind::floats, offsetof(FootprintVertex, x_high)},
                   {1, 2, Kind::floats, offsetof(FootprintVertex, day)},
                   {2, 1, Kind::floats, offsetof(FootprintVertex, radius_m)},
                   {3, 3, Kind::unsigned_bytes, offsetof(FootprintVertex, class_low)},
                   {4, 1, Kind::floats, offsetof(FootprintVertex, diameter_px)}},
                  sizeof(FootprintVertex)),
      kept_(std::move(vertices)) {
    discs_.upload(gl::bytes_of(kept_.discs));
    footprints_.upload(gl::bytes_of(kept_.footprints));
    kept_.discs = {};
    kept_.footprints = {};
}

std::array<Run, size_class_count> EventBuffers::disc_runs(base::DayRange days) const {
    std::array<Run, size_class_count> runs;
    for (std::size_t i = 0; i < size_class_count; ++i)
        runs[i] = run_of(kept_.disc_days, kept_.class_start[i], kept_.class_start[i + 1], days);
    return runs;
}

Run EventBuffers::footprint_run(base::DayRange days) const {
    const Run run = run_of(kept_.footprint_days, 0, kept_.footprint_days.size(), days);
    return {run.first * 6, run.count * 6};
}

}  // namespace harmattan::render
