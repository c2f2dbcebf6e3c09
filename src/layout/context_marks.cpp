#include "layout/context_marks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

#include "layout/context_glyph.h"
#include "layout/pen.h"

namespace harmattan::layout {
namespace {

// In sides of a symbol.
constexpr float rise_sides = 1.5F;  // from a place to the middle of the first row above it
constexpr float near_sides = 1.9F;  // places no farther apart share a row
constexpr int most_rises = 4;

bool overlap(base::DayRange a, base::DayRange b) {
    return !a.empty() && !b.empty() && a.first <= b.last && b.first <= a.last;
}

// Calls use(layer, table, kind of each feature) for what is visible.
template <typename Use>
void for_each_layer(const scene::Scene& scene, Use&& use) {
    for (std::size_t layer = 0; layer < scene.layers.size(); ++layer) {
        const scene::FeatureLayer& of = scene.layers[layer];
        if (of.role == scene::Role::context && of.visible && of.table) use(layer, *of.table);
    }
}

}  // namespace

ContextMarks::ContextMarks(const scene::Scene& scene, const FrameLayout& layout)
    : side_px_(context_glyph_design_px * layout.unit) {
    for_each_layer(scene, [&](std::size_t layer, const features::FeatureTable& table) {
        const features::FeatureDays days(table);
        for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
            const auto kind = scene::parse_context_kind(table.text(feature, "kind"));
            const auto parts = table.parts_of(feature);
            if (!kind || parts.empty()) continue;
            const auto plane = scene.projection->forward(table.vertices()[parts.front().first_vertex]);
            if (!std::isfinite(plane.x_m) || !std::isfinite(plane.y_m)) continue;
            const PointPx at = layout.view.to_px(plane);
            if (layout.map.contains(at)) add({*kind, days.days_of(feature), at, {layer, feature}});
        }
    });
    arrange(layout);
}

void ContextMarks::add(const Event& event) {
    const auto is_near = [&](const Row& row) {
        return std::hypot(row.at.x - event.at.x, row.at.y - event.at.y) <= near_sides * side_px_;
    };
    auto row = std::find_if(rows_.begin(), rows_.end(), is_near);
    if (row == rows_.end()) row = rows_.insert(row, {event.at, 0, {}});
    row->events.push_back(event);
}

// Of a symbol in its row, with the number beside it.
float ContextMarks::width_px(std::size_t count) const {
    return side_px_ * (count > 1 ? 1.5F : 1.15F);
}

// Rows keep clear of each other as if all of their kinds held at once, so that none jumps as time goes on.
void ContextMarks::arrange(const FrameLayout& layout) {
    constexpr base::DayRange always{base::Day{INT32_MIN}, base::Day{INT32_MAX}};
    const float height = side_px_ * 1.15F, first = rise_sides * side_px_;
    std::vector<RectPx> taken;
    for (Row& row : rows_) {
        float width = 0;
        for (const ContextMark& mark : marks_of(row, always)) width += width_px(mark.of.size());
        const auto box_at = [&](float rise) {
            return RectPx{row.at.x - width / 2, row.at.y - rise - height / 2, width, height};
        };
        const auto is_free = [&](float rise) {
            const RectPx box = box_at(rise);
            return box.y >= layout.map.y && std::none_of(taken.begin(), taken.end(),
                                                         [&](const RectPx& other) { return other.overlaps(box); });
        };
        row.rise_px = first;
        for (int i = 1; i <= most_rises && !is_free(row.rise_px); ++i)
            row.rise_px = first + static_cast<float>(i) * height;
        if (!is_free(row.rise_px))
            row.rise_px = is_free(-first) || box_at(first).y < layout.map.y ? -first : first;
        taken.push_back(box_at(row.rise_px));
    }
}

std::vector<ContextMark> ContextMarks::marks_of(const Row& row, base::DayRange window) const {
    std::vector<ContextMark> marks;
    float width = 0;
    for (std::size_t kind = 0; kind < scene::context_kind_count; ++kind) {
        ContextMark mark{static_cast<scene::ContextKind>(kind), {}, {}};
        for (const Event& event : row.events)
            if (event.kind == mark.kind && overlap(event.days, window)) mark.of.push_back(event.source);
        if (mark.of.empty()) continue;
        width += width_px(mark.of.size());
        marks.push_back(std::move(mark));
    }
    float x = row.at.x - width / 2;
    for (ContextMark& mark : marks) {
        mark.box = {x, row.at.y - row.rise_px - side_px_ / 2, side_px_, side_px_};
        x += width_px(mark.of.size());
    }
    return marks;
}

std::vector<ContextMark> ContextMarks::of_window(base::DayRange window) const {
    std::vector<ContextMark> all;
    for (const Row& row : rows_) {
        auto marks = marks_of(row, window);
        all.insert(all.end(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
    }
    return all;
}

DisplayList ContextMarks::draw(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                               base::DayRange window) const {
    const Pen pen(scene, shaper, layout.dress, layout.unit);
    const auto& theme = pen.theme();
    DisplayList list;
    for (const Row& row : rows_) {
        const PointPx foot{row.at.x, row.at.y - row.rise_px + std::copysign(side_px_ * 0.45F, row.rise_px)};
        for (const auto& [width, colour] : {std::pair(2.6F, base::faded(theme.land, 0.7)), {1.1F, theme.title}})
            for (const Event& event : row.events)
                if (overlap(event.days, window))
                    list.shapes.push_back({Shape::Kind::segment, event.at, foot, {}, width * layout.unit, colour});
        for (const ContextMark& mark : marks_of(row, window)) {
            const PointPx centre{mark.box.x + side_px_ / 2, mark.box.y + side_px_ / 2};
            add_context_glyph(list, mark.kind, centre, side_px_, theme);
            if (mark.of.size() < 2) continue;
            TextStyle style = pen.style(Face::bold, 10, theme.title);
            style.halo = theme.land;
            style.halo_px = pen.px(2);
            shaper.add_text(list, pen.grouped(mark.of.size()),
                            {mark.box.right() + side_px_ * 0.02F, mark.box.y + side_px_ * 0.4F}, style);
        }
    }
    return list;
}

std::array<bool, scene::context_kind_count> context_kinds(const scene::Scene& scene) {
    std::array<bool, scene::context_kind_count> kinds{};
    for_each_layer(scene, [&](std::size_t, const features::FeatureTable& table) {
        const features::FeatureDays days(table);
        for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
            const auto kind = scene::parse_context_kind(table.text(feature, "kind"));
            if (kind && overlap(days.days_of(feature), scene.timeline.bounds))
                kinds[static_cast<std::size_t>(*kind)] = true;
        }
    });
    return kinds;
}

}  // namespace harmattan::layout
