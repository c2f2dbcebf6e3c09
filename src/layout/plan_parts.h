// The two ways of arranging a frame. Internal to layout.
#pragma once

#include "layout/ground.h"
#include "layout/pen.h"

namespace harmattan::layout {

// What both arrangements start from.
struct PlanInput {
    const scene::Scene& scene;
    PixelSize size;
    const TextShaper& shaper;
    EventFacts facts;
    std::optional<base::DayRange> histogram_days;
    std::vector<HistogramBars> bars;  // of each of facts.sources
    bool has_locator = false;
};

struct Draft {
    FrameLayout layout;
    bool fits = false;
};

// A draft places the furniture and says whether there is room; only the draft that is taken is finished: it gets
// its view, and what follows from the view. Column at the left, band at the foot: aspect 1.45 and wider.
Draft draft_wide(const PlanInput& input, const Dress& dress);
// Strip above the map, legend, histogram and sources below it: everything narrower.
Draft draft_narrow(const PlanInput& input, const Dress& dress);
void finish_wide(const PlanInput& input, FrameLayout& layout);
void finish_narrow(const PlanInput& input, FrameLayout& layout);

inline constexpr float least_wide_aspect = 1.45f;
inline constexpr float greatest_portrait_aspect = 0.8f;

inline float aspect_of(PixelSize size) {
    return static_cast<float>(size.width) / static_cast<float>(size.height);
}
inline float shorter_side_px(PixelSize size) {
    return static_cast<float>(std::min(size.width, size.height));
}

// A layout with what does not depend on the arrangement.
FrameLayout begun_layout(const PlanInput& input, const Dress& dress);

// `layer`: for counts and selection, of which event layer.
void add_part(FrameLayout& layout, Part part, float x, float y, float width, const Block& block,
              std::size_t layer = 0);

// Scale bar and graticule labels, once the view stands.
void add_map_marks(const Pen& pen, FrameLayout& layout);

// Where graticule labels may stand.
RectPx graticule_window(const FrameLayout& layout);
// Middle of the map that one sees.
PointPx map_centre(const FrameLayout& layout);

}  // namespace harmattan::layout
