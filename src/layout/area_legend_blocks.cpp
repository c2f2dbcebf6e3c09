#include <numbers>

#include "layout/blocks.h"
#include "layout/symbols.h"
#include "scene/event_colours.h"

namespace harmattan::layout {
namespace {

constexpr float entry_design_px = 12;
constexpr std::size_t most_groups = 16;  // more would be a list, not a legend

struct Group {
    std::string name;
    scene::Hatch hatch = scene::Hatch::grey;
    bool is_dashed = false;
};

// Each name once, in the order of the layer, on whatever days its areas hold: one legend serves a whole film.
void add_groups(const scene::Scene& scene, const features::FeatureTable& table, std::vector<Group>& groups) {
    for (std::size_t i = 0; i < table.feature_count(); ++i) {
        const auto name = scene::in_language(scene, table.text(i, "name_en"), table.text(i, "name_fr"));
        const auto settlement = table.text(i, "settlement");
        const bool is_known =
            std::any_of(groups.begin(), groups.end(), [&](const Group& group) { return group.name == name; });
        if (!name.empty() && !is_known)
            groups.push_back({std::string(name), scene::parse_hatch(table.text(i, "hatch")),
                              settlement == "migrant" || settlement == "dispersed"});
    }
}

// The map's hatch in small: the same tint, and lines as steep.
void add_hatch_swatch(DisplayList& list, const RectPx& box, base::Colour colour, scene::Hatch hatch, float unit) {
    add_rect(list, box, base::faded(colour, 0.13));
    const double angle_rad = scene::hatch_angle_deg(hatch) * std::numbers::pi / 180;
    list.shapes.push_back({Shape::Kind::hatch,
                           {box.x, box.y},
                           {box.right(), box.bottom()},
                           {},
                           1.6f * unit,
                           colour,
                           6 * unit,
                           static_cast<float>(angle_rad)});
}

// Entries flow from left to right and wrap.
void add_entries(const Pen& pen, Stack& stack, const std::vector<Group>& groups, const TextStyle& style) {
    const float swatch_width = pen.px(18), gap = pen.px(7), pitch = style.size_px * 1.5f;
    float x = 0;
    const auto place = [&](float entry_width) {
        if (x > 0 && x + entry_width > stack.width()) {
            x = 0;
            stack.gap(pitch);
        }
    };
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Group& group = groups[i];
        const float entry_width = swatch_width + gap + pen.shaper().width_px(group.name, style);
        place(entry_width);
        add_hatch_swatch(stack.list(), {x, stack.y() + pitch / 2 - pen.px(6), swatch_width, pen.px(12)},
                         scene::hatch_colour(pen.theme(), group.hatch, pen.scene().colour_by), group.hatch,
                         pen.unit());
        pen.shaper().add_text(stack.list(), group.name,
                              {x + swatch_width + gap, stack.y() + pitch / 2 + style.size_px * 0.36f}, style);
        stack.widen(x + entry_width);
        x += entry_width + pen.px(14);
    }
    stack.gap(pitch);
}

}  // namespace

Block neighbours_block(const Pen& pen, float width) {
    if (pen.scene().focus_iso3.empty()) return {};
    const TextStyle style = pen.style(Face::regular, entry_design_px, pen.theme().body);
    const RectPx swatch{0, pen.px(2), pen.px(18), pen.px(12)};
    Stack stack(pen, width);
    add_rect(stack.list(), swatch, pen.theme().neighbour);
    add_outline(stack.list(), swatch, std::max(1.f, 0.8f * pen.unit()), base::faded(pen.theme().country, 0.6));
    stack.text(pen.say("legend.neighbours"), style, 1.35f, swatch.right() + pen.px(8));
    return std::move(stack).done();
}

Block ethnic_block(const Pen& pen, float width) {
    std::vector<Group> groups;
    for (const auto* layer : scene::visible_layers(pen.scene(), scene::Role::ethnic))
        add_groups(pen.scene(), *layer->table, groups);
    if (groups.empty()) return {};
    const TextStyle style = pen.style(Face::regular, entry_design_px, pen.theme().body);
    Stack stack(pen, width);
    stack.text(pen.say("legend.ethnic"), pen.style(Face::bold, 12.5f, pen.theme().body), 1.3f);
    stack.gap(pen.px(4));
    if (groups.size() <= most_groups)
        add_entries(pen, stack, groups, style);
    else
        stack.text(pen.say("legend.ethnic.many", {{"count", pen.grouped(groups.size())}}), style, 1.3f);
    stack.gap(pen.px(3));
    stack.text(pen.say("legend.ethnic.caution"), pen.style(Face::bold, entry_design_px, pen.theme().body), 1.3f);
    return std::move(stack).done();
}

}  // namespace harmattan::layout
