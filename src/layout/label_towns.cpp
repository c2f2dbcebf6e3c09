// Towns: a square mark and a name at one of eight places around it.
// Method: E. Imhof, "Positioning Names on Maps" (1975): right before left, above before below, coast towns at sea.
#include <cmath>

#include "layout/label_space.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

struct Town {
    std::string name;
    PointPx at;
    int rank = 4;
};

struct RankStyle {
    Face face;
    float text_px, mark_px;
    double all_metres;   // per design pixel: at this scale every town that finds room is named
    double none_metres;  // from this scale on none is; between the two, only those in the open
};

constexpr std::array<RankStyle, 4> rank_styles{{{Face::bold, 15, 7, 12000, 25000},
                                                {Face::regular, 13.5f, 6, 2400, 8000},
                                                {Face::regular, 12, 4.6f, 1500, 3800},
                                                {Face::regular, 11.5f, 3.2f, 700, 1500}}};
constexpr float greatest_elbow_px = 30;
constexpr float text_halo_px = 3.2f;

const RankStyle& style_of(int rank) {
    return rank_styles.at(static_cast<std::size_t>(std::clamp(rank, 1, 4) - 1));
}

// The towns of some ranks that the map shows, in order of rank and then of the table.
std::vector<Town> towns_of(const LabelContext& context, int first_rank, int last_rank) {
    std::vector<Town> towns;
    const auto* table = visible_table(context.pen.scene(), scene::Role::towns);
    if (table == nullptr) return towns;
    for (const auto& part : table->parts()) {
        const int rank = std::clamp(static_cast<int>(table->number(part.feature, "rank").value_or(4)), 1, 4);
        if (rank < first_rank || rank > last_rank) continue;
        if (context.metres_per_design_px() > style_of(rank).none_metres) continue;
        const auto at = context.pixel_of(table->vertices()[part.first_vertex]);
        if (at && context.space.map().contains(*at))
            towns.push_back({name_of(context.pen.scene(), *table, part.feature), *at, rank});
    }
    std::stable_sort(towns.begin(), towns.end(), [](const Town& a, const Town& b) { return a.rank < b.rank; });
    return towns;
}

// The mark's square, on whole pixels.
RectPx mark_box(const LabelContext& context, const Town& town) {
    const float side = std::max(2.f, std::round(context.px(style_of(town.rank).mark_px)));
    return {std::round(town.at.x - side / 2), std::round(town.at.y - side / 2), side, side};
}

// Room that a name wants around itself: the less the scale is made for its rank, the more.
float elbow_room(const LabelContext& context, const RankStyle& rank) {
    const double share = (context.metres_per_design_px() - rank.all_metres) / (rank.none_metres - rank.all_metres);
    return context.px(greatest_elbow_px) * static_cast<float>(std::clamp(share, 0.0, 1.0));
}

RectPx inset(const RectPx& box, float by) {
    return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
}

void draw_mark(LabelContext& context, const Town& town) {
    const RectPx box = mark_box(context, town);
    const base::Colour ink = context.theme().town, ground = context.theme().land;
    const float line = std::max(1.f, std::round(context.px(1.2f)));
    add_rect(context.list, inset(box, -line), base::faded(ground, 0.75));
    add_rect(context.list, box, ink);
    if (town.rank <= 2) add_rect(context.list, inset(box, line), ground);
    if (town.rank == 1)
        add_rect(context.list, inset(box, box.width / 2 - std::max(1.f, std::round(box.width * 0.22f))), ink);
}

// Left ends of the base line for the eight places, best first.
std::array<PointPx, 8> candidates(const RectPx& mark, float width, float cap, float gap) {
    const float right = mark.right() + gap, left = mark.x - gap - width;
    const float centre = mark.x + mark.width / 2 - width / 2, middle = mark.y + mark.height / 2 + cap / 2;
    const float raised = mark.y + mark.height * 0.3f, lowered = mark.bottom() + cap - mark.height * 0.3f;
    return {{{right, middle},
             {right, raised},
             {left, middle},
             {left, raised},
             {right, lowered},
             {left, lowered},
             {centre, mark.y - gap},
             {centre, mark.bottom() + gap + cap}}};
}

RectPx text_box(PointPx base_line, float width, float cap, float size) {
    const float margin = size * 0.14f;
    return {base_line.x - margin, base_line.y - cap - size * 0.26f, width + 2 * margin, cap + size * 0.52f};
}

bool is_at_sea(const LabelContext& context, const RectPx& box) {
    const float y = box.y + box.height / 2;
    for (const float share : {0.02f, 0.25f, 0.5f, 0.75f, 0.98f})
        if (context.ground.is_land({box.x + box.width * share, y})) return false;
    return true;
}

bool is_on_coast(const LabelContext& context, PointPx at) {
    const float reach = context.px(13);
    for (int i = 0; i < 8; ++i) {
        const float angle = static_cast<float>(i) * 0.785398f;
        if (!context.ground.is_land({at.x + reach * std::cos(angle), at.y + reach * std::sin(angle)})) return true;
    }
    return false;
}

// The elbow room may reach beyond the map's edge, the name may not.
bool is_free_with_elbow(const LabelContext& context, const RectPx& box, float elbow) {
    if (!context.space.is_free({&box, 1})) return false;
    const RectPx& map = context.space.map();
    const RectPx wide = inset(box, -elbow);
    const float x = std::max(wide.x, map.x), y = std::max(wide.y, map.y);
    const RectPx clipped{x, y, std::min(wide.right(), map.right()) - x, std::min(wide.bottom(), map.bottom()) - y};
    return elbow <= 0 || context.space.is_free({&clipped, 1});
}

std::optional<PointPx> place_of_name(const LabelContext& context, const Town& town, const TextStyle& style) {
    const RectPx mark = mark_box(context, town);
    const float width = context.pen.shaper().width_px(town.name, style);
    const float cap = context.pen.shaper().cap_height_px(style.face, style.size_px);
    std::optional<PointPx> first;
    const float elbow = elbow_room(context, style_of(town.rank));
    const bool wants_sea = is_on_coast(context, town.at);
    for (const PointPx at : candidates(mark, width, cap, context.px(4))) {
        const RectPx box = text_box(at, width, cap, style.size_px);
        if (!is_free_with_elbow(context, box, elbow)) continue;
        if (!wants_sea || is_at_sea(context, box)) return at;
        if (!first) first = at;
    }
    return first;
}

}  // namespace

void label_towns(LabelContext& context, int first_rank, int last_rank) {
    // On a map of the world the names of one region's towns would only cover countries.
    if (context.metres_per_design_px() > 12000) return;
    const auto towns = towns_of(context, first_rank, last_rank);
    // All capitals' marks stand before the first name is placed, so that no name runs over one.
    // On a map of a continent or more they would crowd there without their names.
    const bool marks_stay = first_rank == 1 && context.metres_per_design_px() < 6000;
    std::vector<Town> kept;
    for (const Town& town : towns) {
        const RectPx mark = mark_box(context, town);
        if (!context.space.is_free({&mark, 1})) continue;
        if (marks_stay) {
            context.space.take({&mark, 1});
            draw_mark(context, town);
        }
        kept.push_back(town);
    }
    for (const Town& town : kept) {
        const RankStyle& rank = style_of(town.rank);
        const RectPx mark = mark_box(context, town);
        // A name placed meanwhile may have taken the mark's place.
        if (town.name.empty() || (!marks_stay && !context.space.is_free({&mark, 1}))) continue;
        TextStyle style = context.style(rank.face, rank.text_px, context.theme().town, 0, text_halo_px, town.at);
        const auto at = place_of_name(context, town, style);
        if (!at) continue;
        const float width = context.pen.shaper().width_px(town.name, style);
        const float cap = context.pen.shaper().cap_height_px(style.face, style.size_px);
        const std::array<RectPx, 2> boxes{mark, text_box(*at, width, cap, style.size_px)};
        context.space.take(boxes);
        if (!marks_stay) draw_mark(context, town);
        style = context.style(rank.face, rank.text_px, context.theme().town, 0, text_halo_px,
                              {at->x + width / 2, at->y - cap / 2});
        context.pen.shaper().add_text(context.list, town.name, *at, style);
    }
}

}  // namespace harmattan::layout
