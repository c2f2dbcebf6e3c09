#include <cmath>

#include "layout/event_facts.h"
#include "layout/histogram.h"
#include "layout/locator.h"
#include "layout/map_marks.h"
#include "layout/plan_parts.h"

namespace harmattan::layout {
namespace {

constexpr float design_lines = 1080;
constexpr float readable_from_lines = 720;  // from here on no text is smaller than 9 px
constexpr float least_readable_px = 9, least_small_px = 6;
constexpr float portrait_enlargement = 1.3f;

// Pixels per design pixel of text. Text does not shrink in step with a small frame: the furniture takes more room.
float text_unit(PixelSize size) {
    const float lines = shorter_side_px(size);
    const float unit = lines / design_lines;
    const float least = 0.8f * std::min(1.f, std::sqrt(lines / readable_from_lines));
    const bool is_portrait = aspect_of(size) < greatest_portrait_aspect;
    return std::max(unit * (is_portrait ? portrait_enlargement : 1.f), least);
}

// What is left out when space runs out, from the first to the last.
constexpr std::array<bool Dress::*, 7> drop_order{
    &Dress::locator,  &Dress::graticule_labels, &Dress::histogram_rows, &Dress::age,
    &Dress::subtitle, &Dress::histogram_labels, &Dress::histogram_bars};

bool is_wide(PixelSize size) {
    return aspect_of(size) >= least_wide_aspect;
}

Draft drafted(const PlanInput& input, const Dress& dress) {
    return is_wide(input.size) ? draft_wide(input, dress) : draft_narrow(input, dress);
}

FrameLayout finished(const PlanInput& input, Draft&& draft) {
    if (is_wide(input.size))
        finish_wide(input, draft.layout);
    else
        finish_narrow(input, draft.layout);
    return std::move(draft.layout);
}

// Leaves out as little as possible: drops in order until it fits, then takes back what was dropped in vain.
std::optional<Draft> fitted_dress(const PlanInput& input, Dress dress) {
    Draft draft = drafted(input, dress);
    std::size_t dropped = 0;
    const Dress whole = dress;
    while (!draft.fits && dropped < drop_order.size()) {
        const auto member = drop_order[dropped++];
        if (!(whole.*member)) continue;
        dress.*member = false;
        draft = drafted(input, dress);
    }
    if (!draft.fits) return std::nullopt;
    for (std::size_t i = dropped; i-- > 0;) {
        if (!(whole.*drop_order[i])) continue;
        Dress richer = dress;
        richer.*drop_order[i] = true;
        if (Draft trial = drafted(input, richer); trial.fits) {
            dress = richer;
            draft = std::move(trial);
        }
    }
    return draft;
}

}  // namespace

const RectPx* FrameLayout::box_of(Part part) const {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const PlacedPart& placed) { return placed.part == part; });
    return found == parts.end() ? nullptr : &found->box;
}

FrameLayout begun_layout(const PlanInput& input, const Dress& dress) {
    FrameLayout layout;
    layout.unit = shorter_side_px(input.size) / design_lines;
    layout.dress = dress;
    layout.facts = input.facts;
    layout.bars = input.bars;
    return layout;
}

void add_part(FrameLayout& layout, Part part, float x, float y, float width, const Block& block,
              std::size_t layer) {
    if (block.height > 0) layout.parts.push_back({part, {x, y, width, block.height}, layer});
}

RectPx graticule_window(const FrameLayout& layout) {
    const float x = std::max(layout.map.x, layout.free.x);
    return {x, layout.map.y, layout.map.right() - x, layout.map.height};
}

PointPx map_centre(const FrameLayout& layout) {
    return {layout.free.x + layout.free.width / 2, layout.free.y + layout.free.height / 2};
}

void add_map_marks(const Pen& pen, FrameLayout& layout) {
    if (pen.scene().furniture.scale_bar) {
        const Block bar = scale_bar_block(pen, layout.view, map_centre(layout), layout.free.width);
        if (bar.height > 0) {
            const RectPx box{layout.free.x + pen.px(14), layout.map.bottom() - pen.px(16) - bar.height, bar.width,
                             bar.height};
            layout.parts.push_back({Part::scale_bar, box});
            layout.occupied.push_back(
                {box.x - pen.px(6), box.y - pen.px(4), box.width + pen.px(12), box.height + pen.px(8)});
        }
    }
    if (!pen.scene().furniture.graticule || !pen.dress().graticule_labels) return;
    for (const auto& label : graticule_labels(pen, layout.view, graticule_window(layout))) {
        const RectPx* bar = layout.box_of(Part::scale_bar);
        if (bar != nullptr && bar->overlaps(label.box)) continue;
        layout.parts.push_back({Part::graticule_label, label.box});
        layout.occupied.push_back(label.box);
    }
}

FrameLayout plan_frame(const scene::Scene& scene, PixelSize size, const TextShaper& shaper) {
    PlanInput input{scene, size, shaper, event_facts(scene), histogram_days(scene), {}, false};
    input.has_locator = scene.furniture.locator && is_wide(size) && can_draw_locator(scene);
    for (const SourceFacts& source : input.facts.sources)
        if (input.histogram_days)
            input.bars.push_back(
                histogram_bars(scene.event_layers[source.layer], scene.colour_by, *input.histogram_days));
    const bool must_be_readable = shorter_side_px(size) >= readable_from_lines;
    Dress dress;
    dress.text_unit = text_unit(size);
    dress.histogram_rows = input.bars.size() > 1;
    dress.least_text_px = must_be_readable ? least_readable_px : least_small_px;
    // Smaller text is the last resort; below 9 px it goes only where the frame is small anyway, or where nothing
    // else would keep one text off another.
    constexpr float shrink = 0.92f;
    for (int attempt = 0; attempt < 12; ++attempt) {
        if (auto draft = fitted_dress(input, dress)) return finished(input, std::move(*draft));
        dress.text_unit *= shrink;
        if (attempt >= 4) dress.least_text_px *= shrink;
    }
    for (const auto member : drop_order) dress.*member = false;
    return finished(input, drafted(input, dress));
}

}  // namespace harmattan::layout
