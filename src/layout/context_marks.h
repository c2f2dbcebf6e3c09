// Coups, interventions, talks, agreements and the like on the map, while they hold.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "features/feature_days.h"
#include "layout/frame_layout.h"
#include "scene/context_kind.h"
#include "scene/scene.h"

namespace harmattan::layout {

// One symbol of a frame: all of one kind that hold at one place, or at places next to each other.
struct ContextMark {
    scene::ContextKind kind = scene::ContextKind::coup;
    RectPx box;  // of the symbol
    struct Source {
        std::size_t layer = 0, feature = 0;  // of the scene's layers; of the layer's table
    };
    std::vector<Source> of;
};

// The scene's context events by place; what does not depend on the playhead is worked out once.
class ContextMarks {
  public:
    ContextMarks() = default;
    // Of all visible layers with scene::Role::context. Places next to each other have one row of symbols above
    // them, joined to each by a line, so that they do not lie on the events there; rows that would touch stand one
    // above the other.
    ContextMarks(const scene::Scene& scene, const FrameLayout& layout);

    // Those that hold on some day of the window, row by row, by kind.
    std::vector<ContextMark> of_window(base::DayRange window) const;

    // The same drawn: symbols, lines to their places, and how many of one kind there are.
    DisplayList draw(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                     base::DayRange window) const;

  private:
    struct Event {
        scene::ContextKind kind;
        base::DayRange days;
        PointPx at;
        ContextMark::Source source;
    };
    struct Row {
        PointPx at;         // the first of its places
        float rise_px = 0;  // from there to the middle of the row; negative where it stands below
        std::vector<Event> events;
    };
    void add(const Event& event);
    void arrange(const FrameLayout& layout);
    float width_px(std::size_t count) const;
    std::vector<ContextMark> marks_of(const Row& row, base::DayRange window) const;

    std::vector<Row> rows_;
    float side_px_ = 0;
};

// The kinds that the scene's visible layers hold within its time line, in the order of the enumeration.
std::array<bool, scene::context_kind_count> context_kinds(const scene::Scene& scene);

}  // namespace harmattan::layout
