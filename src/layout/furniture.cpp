#include "layout/blocks.h"
#include "layout/histogram.h"
#include "layout/label_space.h"
#include "layout/locator.h"
#include "layout/map_marks.h"
#include "layout/plan_parts.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

bool is_in_column(const FrameLayout& layout, const RectPx& box) {
    return box.right() <= layout.free.x;
}

// Furniture in the column stands over the sea when the column has no panel.
Pen pen_for(const Pen& pen, const FrameLayout& layout, const RectPx& box) {
    const bool over_map = layout.column_over_map && is_in_column(layout, box) && box.y < layout.map.bottom();
    return over_map ? pen.over_map(pen.theme().sea) : pen;
}

// The opaque grounds, with a line where they meet the map.
void draw_panels(const Pen& pen, const FrameLayout& layout, DisplayList& list) {
    const float line = std::max(1.f, std::round(0.9f * layout.unit));
    const base::Colour edge = base::mixed(pen.theme().panel, pen.theme().frame, 0.38);
    const RectPx& map = layout.map;
    if (layout.sea_cover) add_rect(list, *layout.sea_cover, pen.theme().sea);
    for (const RectPx& panel : layout.panels) add_rect(list, panel, pen.theme().panel);
    for (const RectPx& panel : layout.panels) {
        // Sea, drawn or covered, meets the foot's panel all along.
        const float left = layout.sea_cover ? 0 : map.x;
        if (panel.y == map.bottom()) add_rect(list, {left, panel.y, map.right() - left, line}, edge);
        if (panel.bottom() == map.y) add_rect(list, {map.x, panel.bottom() - line, map.width, line}, edge);
        if (panel.right() == map.x && panel.height >= map.height)
            add_rect(list, {panel.right() - line, panel.y, line, panel.height}, edge);
    }
}

const SourceFacts* facts_of(const FrameLayout& layout, std::size_t layer) {
    for (const SourceFacts& source : layout.facts.sources)
        if (source.layer == layer) return &source;
    return nullptr;
}

Block static_block(const Pen& pen, const FrameLayout& layout, const PlacedPart& placed) {
    const float width = placed.box.width;
    switch (placed.part) {
        case Part::title:
            return title_block(pen, width);
        case Part::selection:
            return selection_block(pen, width, pen.scene().event_layers[placed.layer]);
        case Part::not_added:
            return not_added_block(pen, width);
        case Part::colours:
            return colours_block(pen, width, layout.facts);
        case Part::sizes:
            return sizes_block(pen, width, layout.facts);
        case Part::age:
            return age_block(pen, width, layout.facts);
        case Part::places:
            return places_block(pen, width, layout.facts);
        case Part::spread:
            return spread_block(pen, width);
        case Part::spread_notes:
            return spread_notes_block(pen, width, layout.facts);
        case Part::trail:
            return trail_block(pen, width);
        case Part::caution:
            return caution_block(pen, width);
        case Part::neighbours:
            return neighbours_block(pen, width);
        case Part::ethnic:
            return ethnic_block(pen, width);
        case Part::rasters:
            return rasters_block(pen, width);
        case Part::context:
            return context_block(pen, width);
        case Part::histogram_caption:
            return caption_block(pen, width, layout.facts, layout.bars.front().by_month);
        case Part::foot:
            return foot_block(pen, width);
        default:
            return {};  // drawn below, or moving
    }
}

void draw_graticule_labels(const Pen& pen, const FrameLayout& layout, const Ground& ground, DisplayList& list) {
    for (const auto& label : graticule_labels(pen, layout.view, graticule_window(layout))) {
        const bool is_placed =
            std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PlacedPart& placed) {
                return placed.part == Part::graticule_label && placed.box.x == label.box.x &&
                       placed.box.y == label.box.y;
            });
        if (!is_placed) continue;
        const PointPx middle{label.box.x + label.box.width / 2, label.box.y + label.box.height / 2};
        const Pen on = pen.over_map(halo_colour(pen.theme(), ground.kind_at(middle)));
        pen.shaper().add_text(list, label.text, label.base_line, on.style(Face::regular, 11, pen.theme().muted));
    }
}

}  // namespace

DisplayList static_furniture(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper) {
    const Pen pen(scene, shaper, layout.dress, layout.unit);
    const Ground ground(scene, layout.view);
    DisplayList list;
    draw_panels(pen, layout, list);
    for (const PlacedPart& placed : layout.parts) {
        const RectPx& box = placed.box;
        const Pen here = pen_for(pen, layout, box);
        if (placed.part == Part::rule) {
            add_rect(list, box, base::mixed(here.ground(), pen.theme().muted, 0.45));
        } else if (placed.part == Part::scale_bar) {
            const GroundKind kind = ground.kind_at({box.x + box.width / 2, box.y + box.height / 2});
            const Pen on = pen.over_map(halo_colour(pen.theme(), kind));
            append_moved(list, scale_bar_block(on, layout.view, map_centre(layout), layout.free.width).list, box.x,
                         box.y);
        } else if (placed.part == Part::histogram) {
            draw_histogram(pen, layout, list);
        } else if (placed.part == Part::locator) {
            draw_locator(pen, box, list);
        } else {
            append_moved(list, static_block(here, layout, placed).list, box.x, box.y);
        }
    }
    draw_graticule_labels(pen, layout, ground, list);
    return list;
}

DisplayList moving_furniture(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                             base::Instant instant, const FrameCounts& counts) {
    const Pen pen(scene, shaper, layout.dress, layout.unit);
    DisplayList list;
    const auto draw = [&](Part part, auto&& block_of) {
        for (const PlacedPart& placed : layout.parts) {
            if (placed.part != part) continue;
            const RectPx& box = placed.box;
            append_moved(list, block_of(pen_for(pen, layout, box), placed).list, box.x, box.y);
        }
    };
    draw(Part::date, [&](const Pen& here, const PlacedPart& placed) {
        return date_block(here, placed.box.width, instant, counts.window);
    });
    draw(Part::counts, [&](const Pen& here, const PlacedPart& placed) {
        const EventCounts of_layer =
            placed.layer < counts.layers.size() ? counts.layers[placed.layer] : EventCounts{};
        return counts_block(here, placed.box.width, of_layer, *facts_of(layout, placed.layer),
                            !layout.facts.is_side_by_side());
    });
    draw_histogram_window(pen, layout, instant, counts.window, list);
    return list;
}

}  // namespace harmattan::layout
