#include "layout/blocks.h"
#include "layout/histogram.h"
#include "layout/plan_parts.h"

namespace harmattan::layout {
namespace {

constexpr float column_share = 0.194f, band_share = 0.139f, margin_share = 0.028f;
constexpr float free_inset_px = 10;
constexpr float least_column_px = 250;        // design pixels of text: a window's dates in two lines
constexpr double greatest_land_share = 0.08;  // of the column, for a text that stands over the sea

struct Wide {
    const PlanInput& input;
    Pen pen;
    float width, height, margin, column, inner;
};

// Sources, histogram and its caption. Returns the upper edge of the band.
float add_band(const Wide& w, FrameLayout& layout) {
    const Pen& pen = w.pen;
    const bool has_bars = pen.dress().histogram_bars;
    const float line_width = w.width - 2 * w.margin;
    const Block foot = foot_block(pen, line_width);
    const float foot_y = w.height - pen.px(9) - foot.height;
    add_part(layout, Part::foot, w.margin, foot_y, line_width, foot);
    if (!w.input.histogram_days) return foot_y - pen.px(10);

    const EventFacts& facts = w.input.facts;
    const std::size_t rows = histogram_row_count(pen, facts);
    const Block caption = caption_block(pen, w.inner, facts, w.input.bars.front().by_month);
    const float above = pen.px(12) + histogram_top_px(pen), below = histogram_below_px(pen) + pen.px(5);
    const float plot_height = least_plot_px(pen, rows);
    const float needed = std::max(above + plot_height + below, pen.px(12) + caption.height + pen.px(6));
    const float band_y = std::round(std::min(has_bars ? w.height * (1 - band_share) : w.height, foot_y - needed));
    add_part(layout, Part::histogram_caption, w.margin, band_y + pen.px(12), w.inner, caption);

    const float left = w.margin + w.inner + pen.px(18);
    const float plot_x = std::round(left + histogram_left_px(pen, facts, w.input.bars));
    const float bottom = std::round(foot_y - below);
    const float top = has_bars ? band_y + above : bottom - plot_height;
    layout.histogram =
        histogram_in(pen, {plot_x, top, w.width - w.margin - plot_x, bottom - top}, *w.input.histogram_days, rows);
    layout.parts.push_back({Part::histogram,
                            {left, top - histogram_top_px(pen), w.width - w.margin - left + pen.px(6),
                             histogram_top_px(pen) + bottom - top + histogram_below_px(pen)}});
    return band_y;
}

// The column's pieces from above; returns the lower edge of the last.
float add_column(const Wide& w, FrameLayout& layout) {
    const auto& scene = w.input.scene;
    const auto& facts = w.input.facts;
    const Pen& pen = w.pen;
    float y = w.margin;
    const auto add = [&](Part part, const Block& block, float gap_before, std::size_t layer = 0) {
        if (block.height <= 0) return;
        y += pen.px(y > w.margin ? gap_before : 0);
        add_part(layout, part, w.margin, y, w.inner, block, layer);
        y += block.height;
    };
    if (scene.furniture.title) add(Part::title, title_block(pen, w.inner), 0);
    add(Part::date, widest_date_block(pen, w.inner), 14);
    const bool has_events = !facts.sources.empty();
    if (has_events) add(Part::rule, {{}, w.inner, std::max(1.f, layout.unit)}, 12);
    const bool is_alone = !facts.is_side_by_side();
    for (const SourceFacts& source : facts.sources) {
        add(Part::counts, widest_counts_block(pen, w.inner, source, is_alone), 12, source.layer);
        if (is_alone)
            add(Part::selection, selection_block(pen, w.inner, scene.event_layers[source.layer]), 3, source.layer);
    }
    if (!is_alone && !w.input.histogram_days) add(Part::not_added, not_added_block(pen, w.inner), 9);
    if (!scene.furniture.legend) {
        add(Part::caution, caution_block(pen, w.inner), 12);
        return y;
    }
    if (has_events && scene.spread) {
        add(Part::spread, spread_block(pen, w.inner), 16);
        add(Part::spread_notes, spread_notes_block(pen, w.inner, facts), 7);
    } else if (has_events) {
        add(Part::colours, colours_block(pen, w.inner, facts), 16);
        add(Part::sizes, sizes_block(pen, w.inner, facts), 12);
        add(Part::age, age_block(pen, w.inner, facts), 14);
        add(Part::places, places_block(pen, w.inner, facts), 12);
        add(Part::trail, trail_block(pen, w.inner), 12);
    }
    add(Part::rasters, rasters_block(pen, w.inner), 14);
    add(Part::caution, caution_block(pen, w.inner), 12);
    add(Part::context, context_block(pen, w.inner), 12);
    add(Part::ethnic, ethnic_block(pen, w.inner), 14);
    add(Part::neighbours, neighbours_block(pen, w.inner), 12);
    return y;
}

}  // namespace

Draft draft_wide(const PlanInput& input, const Dress& dress) {
    Draft draft{begun_layout(input, dress), false};
    FrameLayout& layout = draft.layout;
    const Pen pen(input.scene, input.shaper, dress, layout.unit);
    const float margin = std::round(shorter_side_px(input.size) * margin_share);
    const float width = static_cast<float>(input.size.width), height = static_cast<float>(input.size.height);
    const float column = std::round(std::max(width * column_share, pen.px(least_column_px) + margin));
    const Wide wide{input, pen, width, height, margin, column, column - margin - pen.px(12)};

    const float band_y = add_band(wide, layout);
    const float column_end = add_column(wide, layout);
    layout.panels.push_back({0, band_y, width, height - band_y});
    const float inset = pen.px(free_inset_px);
    layout.free = {column + inset, inset, width - column - 2 * inset, band_y - 2 * inset};
    draft.fits = column_end <= band_y - pen.px(8) && band_y > height * 0.5f;
    if (dress.locator && input.has_locator) {
        const float side = pen.px(120);
        const RectPx box{margin, band_y - margin - side, side, side};
        draft.fits = draft.fits && column_end + pen.px(14) <= box.y;
        layout.parts.push_back({Part::locator, box});
    }
    return draft;
}

void finish_wide(const PlanInput& input, FrameLayout& layout) {
    const float width = static_cast<float>(input.size.width), band_y = layout.panels.front().y;
    const Pen pen(input.scene, input.shaper, layout.dress, layout.unit);
    const RectPx column{0, 0, std::round(layout.free.x - pen.px(free_inset_px)), band_y};
    layout.view = fitted(input.scene.camera.box, input.size, layout.free);
    const Ground ground(input.scene, layout.view);
    const double land_share = ground.land_share(column, 28, 48);
    layout.column_over_map = land_share <= greatest_land_share;
    if (!layout.column_over_map) layout.panels.push_back(column);
    // Islands behind the text are covered, if no coast reaches the column's edge: there a cover would cut it.
    const RectPx edge{column.right() - pen.px(4), 0, pen.px(24), band_y};
    if (layout.column_over_map && land_share > 0 && ground.land_share(edge, 4, 64) == 0) layout.sea_cover = column;
    const bool map_is_behind = layout.column_over_map && !layout.sea_cover;
    const float map_x = map_is_behind ? 0 : column.right();
    layout.map = {map_x, 0, width - map_x, band_y};
    layout.occupied = {column, layout.panels.front()};
    add_map_marks(pen, layout);
}

}  // namespace harmattan::layout
