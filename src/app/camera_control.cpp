#include "app/camera_control.h"

#include <algorithm>

namespace harmattan::app {
namespace {

geo::PlanarBox shifted(const geo::PlanarBox& box, double dx_m, double dy_m) {
    const auto centre = box.centre();
    const double x_m = std::clamp(centre.x_m + dx_m, -farthest_centre_m, farthest_centre_m) - centre.x_m;
    const double y_m = std::clamp(centre.y_m + dy_m, -farthest_centre_m, farthest_centre_m) - centre.y_m;
    return {box.min_x_m + x_m, box.min_y_m + y_m, box.max_x_m + x_m, box.max_y_m + y_m};
}

}  // namespace

geo::PlanarBox panned(const geo::PlanarBox& box, const layout::MapView& view, double dx_px, double dy_px) {
    return shifted(box, -dx_px * view.metres_per_px, dy_px * view.metres_per_px);
}

geo::PlanarBox zoomed(const geo::PlanarBox& box, const layout::MapView& view, double x_px, double y_px,
                      double factor) {
    const double side_m = std::max(box.width_m(), box.height_m());
    // A box that is already beyond a limit (a story may ask for one) is not pushed back, only not let farther.
    const double least = std::min(side_m, least_side_m), greatest = std::max(side_m, greatest_side_m);
    const double scale = std::clamp(side_m / factor, least, greatest) / side_m;
    const auto fixed = view.to_planar(x_px, y_px);
    return shifted({fixed.x_m + (box.min_x_m - fixed.x_m) * scale, fixed.y_m + (box.min_y_m - fixed.y_m) * scale,
                    fixed.x_m + (box.max_x_m - fixed.x_m) * scale, fixed.y_m + (box.max_y_m - fixed.y_m) * scale},
                   0, 0);
}

}  // namespace harmattan::app
