#include "layout/label_space.h"

namespace harmattan::layout {

DisplayList map_labels(const scene::Scene& scene, const FrameLayout& layout, const TextShaper& shaper,
                       base::Day day) {
    const Pen pen(scene, shaper, layout.dress, layout.unit);
    const Ground ground(scene, layout.view);
    LabelSpace space(layout);
    DisplayList list;
    LabelContext context{pen, layout, ground, space, list};
    // What comes first finds the best place: the order is the order of importance.
    label_towns(context, 1, 1);
    label_countries(context);
    label_rivers(context);
    label_waters(context);
    label_delta(context);
    label_ethnic_areas(context, day);
    label_towns(context, 2, 2);
    label_lakes(context);
    label_towns(context, 3, 3);
    label_regions(context);
    label_towns(context, 4, 4);
    return list;
}

}  // namespace harmattan::layout
