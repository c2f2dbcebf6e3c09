#include "layout/place_symbols.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

#include "layout/pen.h"
#include "scene/event_colours.h"
#include "scene/event_style.h"

namespace harmattan::layout {
namespace {

// What a place's events come to in one window.
struct Sums {
    std::int64_t best = 0, low = 0, high = 0;
    std::uint64_t events = 0;
    double opacity = 0;
    std::array<std::int64_t, events::family_hue_count> fatalities_of{}, events_of{};  // by colour
};

std::int64_t known(std::int32_t fatalities, std::int64_t otherwise) {
    return fatalities == events::fatalities_unknown ? otherwise : fatalities;
}

// Sizes and opacities of one layer in one frame.
class PlaceReader {
  public:
    PlaceReader(const scene::Scene& scene, const scene::EventLayer& layer, const PlacesInPlane& of,
                std::span<const std::uint8_t> colours, base::Instant instant, base::DayRange window)
        : scene_(&scene),
          layer_(&layer),
          of_(&of),
          colours_(colours),
          now_(instant),
          window_(window),
          fading_days_(scene::fading_days(scene, instant)) {}

    Sums sums(const scene::EventPlaces::Place& place) const {
        Sums sums;
        const auto rows = std::span(of_->places.rows).subspan(place.first, place.count);
        const auto day_of = [&](std::uint32_t row) { return of_->table.first_day()[row]; };
        const auto first = std::partition_point(rows.begin(), rows.end(),
                                                [&](std::uint32_t row) { return day_of(row) < window_.first; });
        for (auto row = first; row != rows.end() && day_of(*row) <= window_.last; ++row) add(sums, *row);
        return sums;
    }

  private:
    void add(Sums& sums, std::uint32_t row) const {
        const events::EventTable& table = of_->table;
        const std::int64_t best = known(table.best()[row], 0);
        const std::uint32_t weight = table.weight(row);
        const std::size_t colour = colours_[scene::event_class(*layer_, scene_->colour_by, row)];
        sums.best += best;
        sums.low += known(table.low()[row], best);
        sums.high += known(table.high()[row], best);
        sums.events += weight;
        sums.fatalities_of[colour] += best;
        sums.events_of[colour] += weight;
        const double age_days = now_.days - table.first_day()[row].value;
        const double length_days = table.length_days()[row] + 1.0;
        sums.opacity = std::max(sums.opacity, scene::event_opacity(age_days, fading_days_, length_days));
    }

    const scene::Scene* scene_;
    const scene::EventLayer* layer_;
    const PlacesInPlane* of_;
    std::span<const std::uint8_t> colours_;
    base::Instant now_;
    base::DayRange window_;
    double fading_days_;
};

void set_parts(PlaceSymbol& symbol, const std::array<std::int64_t, events::family_hue_count>& parts) {
    std::int64_t all = 0, passed = 0;
    for (const std::int64_t part : parts) all += part;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        passed += parts[i];
        symbol.part_ends[i] = static_cast<std::uint8_t>(255 * passed / all);
    }
}

float diameter_of(std::int64_t sum, std::int32_t reference) {
    const auto capped = static_cast<std::int32_t>(std::min<std::int64_t>(sum, INT32_MAX));
    return static_cast<float>(scene::diameter_px(capped, reference));
}

PlaceSymbol symbol_of(std::size_t place, PointPx centre, const Sums& sums, std::int32_t reference) {
    PlaceSymbol symbol{place,
                       centre,
                       diameter_of(sums.best, reference),
                       diameter_of(sums.low, reference),
                       diameter_of(sums.high, reference),
                       static_cast<float>(sums.opacity),
                       sums.best == 0,
                       sums.events,
                       {}};
    set_parts(symbol, sums.best > 0 ? sums.fatalities_of : sums.events_of);
    return symbol;
}

bool is_larger(const PlaceSymbol& a, const PlaceSymbol& b) {
    return a.diameter_px > b.diameter_px;
}

// No number is narrower.
constexpr float least_numbered_px = 12;

RectPx grown(const RectPx& box, float by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

// The symbol's mean colour as it stands on the land, which a hollow one leaves bare.
base::Colour ground_of(const Pen& pen, const PlaceSymbol& symbol) {
    const auto& theme = pen.theme();
    if (symbol.is_hollow) return theme.land;
    const auto fill = scene::event_palette(theme, pen.scene().colour_by).fill;
    base::Colour mean = theme.land;
    double passed = 0;
    for (std::size_t i = 0; i < fill.size(); ++i) {
        const double end = symbol.part_ends[i] / 255.0, part = end - passed;
        if (part > 0) mean = base::mixed(mean, fill[i], part / end);
        passed = end;
    }
    return base::mixed(theme.land, mean, 0.92 * static_cast<double>(symbol.opacity));
}

TextStyle count_style(const Pen& pen, const PlaceSymbol& symbol) {
    const base::Colour ground = ground_of(pen, symbol);
    const auto& theme = pen.theme();
    const bool is_title_clearer =
        base::contrast_ratio(theme.title, ground) >= base::contrast_ratio(theme.land, ground);
    TextStyle style = pen.style(Face::bold, 11, is_title_clearer ? theme.title : theme.land);
    style.halo = ground;
    style.halo_px = pen.px(1);
    return style;
}

bool touches_any(const RectPx& box, std::span<const RectPx> others) {
    return std::any_of(others.begin(), others.end(), [&](const RectPx& other) { return other.overlaps(box); });
}

// Where a number of that size stands on its symbol: in the middle, or below or above a mark.
std::optional<RectPx> place_for(PointPx size, const PlaceSymbol& symbol, const Pen& pen,
                                std::span<const RectPx> marks) {
    const float radius = symbol.diameter_px * pen.unit() / 2, margin = pen.px(3);
    for (const float step : {0.F, 1.F, -1.F}) {
        const float dy = step * (size.y / 2 + pen.px(7));
        // Its corners must lie inside.
        if (std::hypot(size.x / 2, std::abs(dy) + size.y / 2) + margin > radius) continue;
        const RectPx box{symbol.centre.x - size.x / 2, symbol.centre.y + dy - size.y / 2, size.x, size.y};
        if (!touches_any(box, marks)) return box;
    }
    return {};
}

// The map, and as far beyond it as the largest symbol reaches.
RectPx with_margin(const RectPx& map, float unit) {
    const auto margin = static_cast<float>(scene::greatest_diameter_px) * unit;
    return {map.x - margin, map.y - margin, map.width + 2 * margin, map.height + 2 * margin};
}

}  // namespace

double scale_m(const FrameLayout& layout) {
    return layout.view.metres_per_px * static_cast<double>(layout.unit);
}

bool is_side_by_side(const PlacesInPlane& of, std::size_t place, double scale_m) {
    return static_cast<float>(scale_m) <= of.greatest_scale_m[place];
}

PointPx symbol_centre(const PlacesInPlane& of, std::size_t row, const FrameLayout& layout) {
    const PointPx point = layout.view.to_px(of.points[row]);
    const std::uint32_t place = of.places.place_of[row];
    if (place == scene::EventPlaces::alone || !is_side_by_side(of, place, scale_m(layout))) return point;
    const auto& offset = of.places.offset[row];
    return {point.x + offset.x_px * layout.unit, point.y + offset.y_px * layout.unit};
}

std::vector<PlaceSymbol> place_symbols(const scene::Scene& scene, const scene::EventLayer& layer,
                                       const PlacesInPlane& of, std::span<const std::uint8_t> colours,
                                       const FrameLayout& layout, base::Instant instant, base::DayRange window) {
    const PlaceReader reader(scene, layer, of, colours, instant, window);
    const RectPx shown = with_margin(layout.map, layout.unit);
    const double scale = scale_m(layout);
    std::vector<PlaceSymbol> symbols;
    for (std::size_t i = 0; i < of.places.places.size(); ++i) {
        if (is_side_by_side(of, i, scale)) continue;
        const auto& place = of.places.places[i];
        const PointPx centre = layout.view.to_px(of.points[of.places.rows[place.first]]);
        if (!shown.contains(centre)) continue;  // what is no number is in no map
        const Sums sums = reader.sums(place);
        if (sums.events > 0) symbols.push_back(symbol_of(i, centre, sums, layout.facts.sizes.reference));
    }
    std::stable_sort(symbols.begin(), symbols.end(), is_larger);
    return symbols;
}

DisplayList place_counts(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                         std::span<const std::vector<PlaceSymbol>> layers, std::span<const RectPx> marks) {
    const Pen pen(scene, shaper, layout.dress, layout.unit);
    std::vector<PlaceSymbol> symbols;
    const auto can_be_numbered = [&](const PlaceSymbol& symbol) {
        return symbol.events > 1 && symbol.diameter_px > least_numbered_px && layout.map.contains(symbol.centre);
    };
    for (const auto& of_layer : layers)
        std::copy_if(of_layer.begin(), of_layer.end(), std::back_inserter(symbols), can_be_numbered);
    std::stable_sort(symbols.begin(), symbols.end(), is_larger);
    DisplayList list;
    std::vector<RectPx> taken;
    for (const PlaceSymbol& symbol : symbols) {
        const TextStyle style = count_style(pen, symbol);
        const std::string text = pen.grouped(symbol.events);
        const auto box = place_for({shaper.width_px(text, style), shaper.cap_height_px(style.face, style.size_px)},
                                   symbol, pen, marks);
        if (!box || touches_any(*box, taken)) continue;
        taken.push_back(grown(*box, pen.px(2.5F)));
        shaper.add_text(list, text, {box->x, box->bottom()}, style);
    }
    return list;
}

}  // namespace harmattan::layout
