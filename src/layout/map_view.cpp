#include "layout/map_view.h"

#include <algorithm>

namespace harmattan::layout {

MapView fitted(const geo::PlanarBox& box, PixelSize size, const RectPx& free) {
    MapView view;
    view.size = size;
    view.centre = box.centre();
    view.centre_x_px = static_cast<double>(free.x) + static_cast<double>(free.width) / 2;
    view.centre_y_px = static_cast<double>(free.y) + static_cast<double>(free.height) / 2;
    // A box of no size (one point) is shown as 1 m: any scale shows it whole.
    view.metres_per_px = std::max({box.width_m() / std::max(1.0, static_cast<double>(free.width)),
                                   box.height_m() / std::max(1.0, static_cast<double>(free.height)), 1e-3});
    return view;
}

}  // namespace harmattan::layout
