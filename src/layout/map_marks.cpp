#include "layout/map_marks.h"

#include <cmath>

#include "base/number_format.h"
#include "geo/graticule.h"
#include "geo/scale_bar.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

std::string label_text(const Pen& pen, bool is_meridian, double degree) {
    if (std::abs(degree) < 1e-9) return pen.say("graticule.zero");
    const std::string degrees = base::decimal(std::abs(degree), 4, pen.scene().language);
    const char* key = is_meridian ? (degree < 0 ? "graticule.west" : "graticule.east")
                                  : (degree < 0 ? "graticule.south" : "graticule.north");
    return pen.say(key, {{"degrees", degrees}});
}

// Where a line crosses y = `level` (meridians) or x = `level` (parallels).
class Crossing {
  public:
    Crossing(const geo::GraticuleLine& line, const geo::Projection& projection, const MapView& view, float level)
        : line_(line), projection_(projection), view_(view), level_(level) {}

    std::optional<PointPx> find() const {
        // The lines are far finer than a label needs: coarse steps first, then the steps between the two found.
        constexpr std::size_t coarse = 10;
        const std::size_t last = line_.path.size() - 1;
        for (std::size_t i = 0; i < last; i += coarse)
            if (const std::size_t end = std::min(i + coarse, last); crosses(i, end))
                for (std::size_t k = i; k < end; ++k)
                    if (const auto at = crosses(k, k + 1)) return at;
        return std::nullopt;
    }

  private:
    std::optional<PointPx> crosses(std::size_t from, std::size_t to) const {
        const auto a = point(from), b = point(to);
        if (!a || !b) return std::nullopt;
        const float u = (line_.is_meridian ? a->y : a->x) - level_, v = (line_.is_meridian ? b->y : b->x) - level_;
        if ((u <= 0) == (v <= 0)) return std::nullopt;
        const float share = u / (u - v);
        return PointPx{a->x + (b->x - a->x) * share, a->y + (b->y - a->y) * share};
    }
    std::optional<PointPx> point(std::size_t i) const {
        const auto plane = projection_.forward(line_.path[i]);
        if (!std::isfinite(plane.x_m) || !std::isfinite(plane.y_m)) return std::nullopt;
        return view_.to_px(plane);
    }

    const geo::GraticuleLine& line_;
    const geo::Projection& projection_;
    const MapView& view_;
    float level_;
};

}  // namespace

std::optional<GraticulePlan> graticule_of(const MapView& view, const geo::Projection& projection) {
    constexpr int steps = 16;
    const geo::PlanarBox box = view.visible_box();
    geo::Extent extent{1e9, 1e9, -1e9, -1e9};
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const auto p = projection.inverse(
                {box.min_x_m + box.width_m() * i / steps, box.min_y_m + box.height_m() * j / steps});
            if (!std::isfinite(p.lon_deg) || !std::isfinite(p.lat_deg)) return std::nullopt;
            extent = {std::min(extent.west_deg, p.lon_deg), std::min(extent.south_deg, p.lat_deg),
                      std::max(extent.east_deg, p.lon_deg), std::max(extent.north_deg, p.lat_deg)};
        }
    const bool is_plain =
        extent.east_deg - extent.west_deg < 170 && extent.north_deg < 80 && extent.south_deg > -80;
    if (!is_plain) return std::nullopt;
    extent = {extent.west_deg - 1, extent.south_deg - 1, extent.east_deg + 1, extent.north_deg + 1};
    return GraticulePlan{extent, geo::graticule_step_deg(std::min(extent.width_deg(), extent.height_deg()))};
}

std::vector<GraticuleLabel> graticule_labels(const Pen& pen, const MapView& view, const RectPx& window) {
    std::vector<GraticuleLabel> labels;
    const auto& projection = *pen.scene().projection;
    const auto plan = graticule_of(view, projection);
    if (!plan) return labels;
    const TextStyle style = pen.style(Face::regular, 11, pen.theme().muted);
    const float cap = pen.shaper().cap_height_px(style.face, style.size_px), inset = pen.px(8);
    const float top = window.y + inset + cap / 2, side = window.right() - pen.px(10);
    for (const auto& line : geo::graticule(plan->extent, plan->step_deg)) {
        const auto at = Crossing(line, projection, view, line.is_meridian ? top : side).find();
        if (!at) continue;
        const std::string text = label_text(pen, line.is_meridian, line.degree);
        const float width = pen.shaper().width_px(text, style);
        const float left = line.is_meridian ? at->x - width / 2 : side - width;
        const RectPx box{left - pen.px(3), at->y - cap / 2 - pen.px(4), width + pen.px(6), cap + pen.px(8)};
        // Below the longitudes, so that no corner holds two labels.
        if (!line.is_meridian && box.y < top + pen.px(24)) continue;
        const bool inside = box.x >= window.x + inset && box.right() <= window.right() && box.y >= window.y &&
                            box.bottom() <= window.bottom() - inset;
        // A parallel that leaves through the corner would push its label onto a longitude's.
        const bool is_free = std::none_of(labels.begin(), labels.end(),
                                          [&](const GraticuleLabel& other) { return other.box.overlaps(box); });
        if (inside && is_free) labels.push_back({text, {left, at->y + cap / 2}, box});
    }
    return labels;
}

Block scale_bar_block(const Pen& pen, const MapView& view, PointPx centre, float map_width_px) {
    const auto plane = view.to_planar(static_cast<double>(centre.x), static_cast<double>(centre.y));
    const double ground_scale = pen.scene().projection->ground_metres_per_metre(plane);
    const double km_per_px = view.metres_per_px * ground_scale / 1000;
    if (!std::isfinite(km_per_px) || km_per_px <= 0) return {};
    const double km = geo::scale_bar_km(km_per_px, static_cast<double>(std::max(40.f, map_width_px * 0.14f)));
    const float length = static_cast<float>(km / km_per_px);
    const TextStyle style = pen.style(Face::regular, 12, pen.theme().body);
    const auto& shaper = pen.shaper();
    const auto language = pen.scene().language;
    const auto figure_of = [&](double value) {
        return value >= 1000 ? pen.grouped(static_cast<std::uint64_t>(std::llround(value)))
                             : base::decimal(value, 6, language);
    };
    const std::string zero = "0", half = figure_of(km / 2);
    const std::string full = pen.say("scale.km", {{"value", figure_of(km)}});
    const float left = shaper.width_px(zero, style) / 2 + pen.px(3);
    const float base_line = style.size_px, tick_top = base_line + pen.px(4), y = tick_top + pen.px(6);
    const float line = std::max(1.f, 1.3f * pen.unit());

    Block block;
    const base::Colour halo = base::faded(pen.ground(), 0.8), ink = pen.theme().title;
    const auto stroke = [&](PointPx a, PointPx b, float width, base::Colour colour) {
        block.list.shapes.push_back({Shape::Kind::segment, a, b, {}, width, colour});
    };
    for (const bool is_halo : {true, false}) {
        const float width = is_halo ? line + pen.px(3.5f) : line;
        const float reach = is_halo ? pen.px(1.75f) : 0;
        const base::Colour colour = is_halo ? halo : ink;
        stroke({left - reach - line / 2, y}, {left + length + reach + line / 2, y}, width, colour);
        for (const float share : {0.f, 0.5f, 1.f})
            stroke({left + length * share, tick_top - reach}, {left + length * share, y}, width, colour);
    }
    shaper.add_text(block.list, zero, {left, base_line}, style, TextShaper::Align::centre);
    // The figure stands over its tick; the unit hangs out to the right.
    const float figure = shaper.width_px(figure_of(km), style);
    const float half_width = shaper.width_px(half, style);
    if (half_width / 2 + figure / 2 + pen.px(8) < length / 2)
        shaper.add_text(block.list, half, {left + length / 2, base_line}, style, TextShaper::Align::centre);
    shaper.add_text(block.list, full, {left + length - figure / 2, base_line}, style);
    block.width = left + length - figure / 2 + shaper.width_px(full, style) + pen.px(3);
    block.height = y + line + pen.px(2);
    return block;
}

}  // namespace harmattan::layout
