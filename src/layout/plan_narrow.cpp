#include "layout/blocks.h"
#include "layout/histogram.h"
#include "layout/plan_parts.h"

namespace harmattan::layout {
namespace {

constexpr float least_map_share = 0.36f;  // of the frame's height

struct Narrow {
    const PlanInput& input;
    Pen pen;
    bool is_portrait;
    float width, height, margin, inner;
};

// Title, date and window above the map. Returns the strip's lower edge.
float add_strip(const Narrow& n, FrameLayout& layout) {
    const Pen& pen = n.pen;
    const float top = n.is_portrait ? n.margin * 1.1f : n.margin * 0.8f;
    const float date_width = n.is_portrait ? n.inner : std::round(n.inner * 0.42f);
    const Block date = widest_date_block(pen, date_width);
    const float title_width = n.is_portrait ? n.inner : n.inner - std::ceil(date.width) - pen.px(24);
    float y = top;
    if (n.input.scene.furniture.title) {
        const Block title = title_block(pen, title_width);
        add_part(layout, Part::title, n.margin, y, title_width, title);
        y += title.height;
    }
    if (n.is_portrait) {
        y += n.input.scene.furniture.title ? pen.px(8) : 0;
        add_part(layout, Part::date, n.margin, y, date_width, date);
        y += date.height;
    } else {
        // At the right, but from a fixed left edge: what is written changes its width from frame to frame.
        const float x = n.margin + n.inner - std::min(date_width, std::ceil(date.width));
        add_part(layout, Part::date, x, top, date_width, date);
        layout.parts.back().box.width = n.margin + n.inner - x;
        y = std::max(y, top + date.height);
    }
    return std::round(y + pen.px(12));
}

constexpr float column_gap_px = 18;

struct Cell {
    Part part;
    Block block;
    std::size_t layer = 0;
};

// The counts stand in a row of their own below the legend; else they are the legend's first column.
bool has_counts_row(const Narrow& n) {
    return n.is_portrait || n.input.facts.is_side_by_side();
}

std::vector<Cell> source_cells(const Narrow& n, const SourceFacts& source, float width) {
    const bool is_alone = !n.input.facts.is_side_by_side();
    std::vector<Cell> cells{{Part::counts, widest_counts_block(n.pen, width, source, is_alone), source.layer}};
    const auto& layer = n.input.scene.event_layers[source.layer];
    if (is_alone) cells.push_back({Part::selection, selection_block(n.pen, width, layer), source.layer});
    return cells;
}

// Legend pieces side by side, in columns of equal width.
std::vector<std::vector<Cell>> legend_columns(const Narrow& n, float width) {
    const auto& scene = n.input.scene;
    const auto& facts = n.input.facts;
    const Pen& pen = n.pen;
    std::vector<std::vector<Cell>> columns;
    if (!has_counts_row(n) && !facts.sources.empty()) columns.push_back(source_cells(n, facts.sources[0], width));
    if (!scene.furniture.legend) {
        columns.push_back({{Part::caution, caution_block(pen, width)}});
        return columns;
    }
    if (facts.sources.empty()) {
        columns.push_back({{Part::neighbours, neighbours_block(pen, width)}});
        return columns;
    }
    if (scene.spread) {
        columns.push_back({{Part::spread, spread_block(pen, width)}});
        columns.push_back({{Part::spread_notes, spread_notes_block(pen, width, facts)},
                           {Part::context, context_block(pen, width)}});
        columns.push_back(
            {{Part::caution, caution_block(pen, width)}, {Part::neighbours, neighbours_block(pen, width)}});
        return columns;
    }
    columns.push_back(
        {{Part::colours, colours_block(pen, width, facts)}, {Part::neighbours, neighbours_block(pen, width)}});
    columns.push_back({{Part::sizes, sizes_block(pen, width, facts)}, {Part::context, context_block(pen, width)}});
    columns.push_back({{Part::age, age_block(pen, width, facts)},
                       {Part::places, places_block(pen, width, facts)},
                       {Part::trail, trail_block(pen, width)},
                       {Part::caution, caution_block(pen, width)}});
    return columns;
}

std::size_t column_count(const Narrow& n) {
    return has_counts_row(n) ? 3 : 4;
}

// Columns of equal width from `y` downwards; returns the lower edge of the longest, `y` where all are empty.
float add_columns(const Narrow& n, FrameLayout& layout, const std::vector<std::vector<Cell>>& columns,
                  float cell_width, float y, float gap_below_cell) {
    float x = n.margin, lowest = y;
    for (const auto& column : columns) {
        float cell_y = y;
        for (const Cell& cell : column) {
            if (cell.block.height <= 0) continue;
            add_part(layout, cell.part, x, cell_y, cell_width, cell.block, cell.layer);
            lowest = std::max(lowest, cell_y + cell.block.height);
            cell_y += cell.block.height + n.pen.px(gap_below_cell);
        }
        x += cell_width + n.pen.px(column_gap_px);
    }
    return lowest;
}

float width_of_columns(const Narrow& n, std::size_t count) {
    const auto columns = static_cast<float>(count);
    return (n.inner - n.pen.px(column_gap_px) * (columns - 1)) / columns;
}

// The counts of several sources side by side, a column each.
float add_sources(const Narrow& n, FrameLayout& layout, float y) {
    const auto& sources = n.input.facts.sources;
    const float width = width_of_columns(n, sources.size());
    std::vector<std::vector<Cell>> columns;
    for (const SourceFacts& source : sources) columns.push_back(source_cells(n, source, width));
    return add_columns(n, layout, columns, width, y, 0) + n.pen.px(7);
}

// The chart with its caption; returns where the next part may begin.
float add_chart(const Narrow& n, FrameLayout& layout, float y) {
    const Pen& pen = n.pen;
    const EventFacts& facts = n.input.facts;
    const Block caption = caption_block(pen, n.inner, facts, n.input.bars.front().by_month);
    add_part(layout, Part::histogram_caption, n.margin, y, n.inner, caption);
    y += caption.height + pen.px(4);
    const std::size_t rows = histogram_row_count(pen, facts);
    const float share = rows == 1 ? 0.065f : 0.04f * static_cast<float>(rows);
    const float least = least_plot_px(pen, rows);
    const float plot_height = pen.dress().histogram_bars ? std::max(n.height * share, least) : least;
    const float left = std::round(n.margin + histogram_left_px(pen, facts, n.input.bars));
    const RectPx plot{left, std::round(y + histogram_top_px(pen)), n.margin + n.inner - left,
                      std::round(plot_height)};
    layout.histogram = histogram_in(pen, plot, *n.input.histogram_days, rows);
    const float height = plot.bottom() + histogram_below_px(pen) - y;
    layout.parts.push_back({Part::histogram, {n.margin, y, n.inner + pen.px(6), height}});
    return y + height + pen.px(8);
}

// Everything under the map, from `y` downwards; returns its lower edge.
float add_foot(const Narrow& n, FrameLayout& layout, float y) {
    const auto& scene = n.input.scene;
    const Pen& pen = n.pen;
    const EventFacts& facts = n.input.facts;
    const auto add = [&](Part part, const Block& block, float gap_after, std::size_t layer = 0) {
        if (block.height <= 0) return;
        add_part(layout, part, n.margin, y, n.inner, block, layer);
        y += block.height + pen.px(gap_after);
    };
    y += pen.px(12);
    const float cell_width = width_of_columns(n, column_count(n));
    const float lowest = add_columns(n, layout, legend_columns(n, cell_width), cell_width, y, 9);
    if (lowest > y) y = lowest + pen.px(10);
    if (scene.furniture.legend) add(Part::rasters, rasters_block(pen, n.inner), 10);
    if (scene.furniture.legend) add(Part::ethnic, ethnic_block(pen, n.inner), 10);
    if (has_counts_row(n) && !facts.sources.empty()) {
        add(Part::rule, {{}, n.inner, std::max(1.f, layout.unit)}, 9);
        if (facts.is_side_by_side()) {
            y = add_sources(n, layout, y);
            if (!n.input.histogram_days) add(Part::not_added, not_added_block(pen, n.inner), 6);
        } else {
            const SourceFacts& source = facts.sources.front();
            add(Part::counts, widest_counts_block(pen, n.inner, source, true), 4, source.layer);
            const auto& layer = scene.event_layers[source.layer];
            add(Part::selection, selection_block(pen, n.inner, layer), 6, source.layer);
        }
        y += pen.px(6);
    }
    if (n.input.histogram_days) y = add_chart(n, layout, y);
    const Block foot = foot_block(pen, n.inner);
    add_part(layout, Part::foot, n.margin, y, n.inner, foot);
    // Phones cover the lowest part of an upright film with their own buttons.
    return y + foot.height + (n.is_portrait ? n.height * 0.035f : pen.px(10));
}

}  // namespace

Draft draft_narrow(const PlanInput& input, const Dress& dress) {
    Draft draft{begun_layout(input, dress), false};
    FrameLayout& layout = draft.layout;
    const Pen pen(input.scene, input.shaper, dress, layout.unit);
    const float width = static_cast<float>(input.size.width), height = static_cast<float>(input.size.height);
    const bool is_portrait = width / height < greatest_portrait_aspect;
    const float margin = std::round(shorter_side_px(input.size) * (is_portrait ? 0.044f : 0.028f));
    const Narrow narrow{input, pen, is_portrait, width, height, margin, width - 2 * margin};

    const float map_top = add_strip(narrow, layout);
    // The foot is as high as what it holds; the map takes the rest.
    FrameLayout trial = begun_layout(input, dress);
    const float foot_height = std::ceil(add_foot(narrow, trial, 0));
    const float map_bottom = std::max(map_top + 1, height - foot_height);
    add_foot(narrow, layout, map_bottom);

    layout.panels.push_back({0, 0, width, map_top});
    layout.panels.push_back({0, map_bottom, width, height - map_bottom});
    layout.occupied = layout.panels;
    layout.map = {0, map_top, width, map_bottom - map_top};
    const float inset = pen.px(8);
    layout.free = {inset, map_top + inset, width - 2 * inset, std::max(1.f, layout.map.height - 2 * inset)};
    draft.fits = layout.map.height >= height * least_map_share;
    return draft;
}

void finish_narrow(const PlanInput& input, FrameLayout& layout) {
    layout.view = fitted(input.scene.camera.box, input.size, layout.free);
    add_map_marks(Pen(input.scene, input.shaper, layout.dress, layout.unit), layout);
}

}  // namespace harmattan::layout
