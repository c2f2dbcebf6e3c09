#include "layout/blocks.h"
#include "layout/event_facts.h"
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

struct Cell {
    Part part;
    Block block;
};

// Legend pieces side by side, in columns of equal width.
std::vector<std::vector<Cell>> legend_columns(const Narrow& n, float width) {
    const auto& scene = n.input.scene;
    const auto& facts = n.input.facts;
    const Pen& pen = n.pen;
    const auto* events = shown_events(scene);
    std::vector<std::vector<Cell>> columns;
    if (!n.is_portrait && events != nullptr)
        columns.push_back({{Part::counts, widest_counts_block(pen, width, facts, events->rejected)},
                           {Part::selection, selection_block(pen, width)}});
    if (!scene.furniture.legend) return columns;
    if (events == nullptr) {
        columns.push_back({{Part::neighbours, neighbours_block(pen, width)}});
        return columns;
    }
    columns.push_back(
        {{Part::types, types_block(pen, width, facts)}, {Part::neighbours, neighbours_block(pen, width)}});
    columns.push_back({{Part::sizes, sizes_block(pen, width, facts)}});
    columns.push_back(
        {{Part::age, age_block(pen, width, facts)}, {Part::places, places_block(pen, width, facts)}});
    return columns;
}

std::size_t column_count(const Narrow& n) {
    return n.is_portrait ? 3 : 4;
}

// Everything under the map, from `y` downwards; returns its lower edge.
float add_foot(const Narrow& n, FrameLayout& layout, float y) {
    const auto& scene = n.input.scene;
    const Pen& pen = n.pen;
    const auto* events = shown_events(scene);
    const auto add = [&](Part part, const Block& block, float gap_after) {
        if (block.height <= 0) return;
        add_part(layout, part, n.margin, y, n.inner, block);
        y += block.height + pen.px(gap_after);
    };
    y += pen.px(12);
    const float gap = pen.px(18), count = static_cast<float>(column_count(n));
    const float cell_width = (n.inner - gap * (count - 1)) / count;
    float x = n.margin, lowest = y;
    for (const auto& column : legend_columns(n, cell_width)) {
        float cell_y = y;
        for (const Cell& cell : column) {
            if (cell.block.height <= 0) continue;
            add_part(layout, cell.part, x, cell_y, cell_width, cell.block);
            lowest = std::max(lowest, cell_y + cell.block.height);
            cell_y += cell.block.height + pen.px(9);
        }
        x += cell_width + gap;
    }
    if (lowest > y) y = lowest + pen.px(10);
    if (scene.furniture.legend) add(Part::ethnic, ethnic_block(pen, n.inner), 10);
    if (n.is_portrait && events != nullptr) {
        add(Part::rule, {{}, n.inner, std::max(1.f, layout.unit)}, 9);
        add(Part::counts, widest_counts_block(pen, n.inner, n.input.facts, events->rejected), 4);
        add(Part::selection, selection_block(pen, n.inner), 6);
        y += pen.px(6);
    }
    if (n.input.histogram_days) {
        add(Part::histogram_caption, caption_block(pen, n.inner, n.input.facts, n.input.bars.by_month), 4);
        const float plot_height =
            !pen.dress().histogram_bars ? std::max(3.f, 3 * layout.unit) : std::max(n.height * 0.065f, pen.px(46));
        const float left = std::round(n.margin + histogram_left_px(pen, n.input.bars));
        HistogramPlace place;
        place.days = *n.input.histogram_days;
        place.plot = {left, std::round(y + histogram_top_px(pen)), n.margin + n.inner - left,
                      std::round(plot_height)};
        layout.histogram = place;
        const float height = place.plot.bottom() + histogram_below_px(pen) - y;
        layout.parts.push_back({Part::histogram, {n.margin, y, n.inner + pen.px(6), height}});
        y += height + pen.px(8);
    }
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
