#include "render/overlay_points.h"

#include <cmath>

namespace harmattan::render {

layout::DisplayList overlay_points(const scene::Scene& scene, const layout::MapView& view, float unit) {
    layout::DisplayList list;
    const auto& theme = scene::theme(scene.theme);
    const auto add_square = [&](layout::PointPx centre, float side, base::Colour colour) {
        list.shapes.push_back({layout::Shape::Kind::rect,
                               {centre.x - side / 2, centre.y - side / 2},
                               {centre.x + side / 2, centre.y + side / 2},
                               {},
                               0,
                               colour,
                               0,
                               0});
    };
    for (const auto& layer : scene.layers) {
        if (layer.role != scene::Role::overlay_points || !layer.visible) continue;
        for (const auto& vertex : layer.table->vertices()) {
            const auto planar = scene.projection->forward(vertex);
            if (!std::isfinite(planar.x_m) || !std::isfinite(planar.y_m)) continue;
            const auto at = view.to_px(planar);
            add_square(at, 6 * unit, theme.land);
            add_square(at, 4.4F * unit, theme.muted);
        }
    }
    return list;
}

}  // namespace harmattan::render
