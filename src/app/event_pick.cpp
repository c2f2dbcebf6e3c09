#include "app/event_pick.h"

#include <algorithm>

namespace harmattan::app {

std::optional<EventPick> find_event(const scene::Scene& scene, const std::string& file, std::uint64_t position) {
    for (std::size_t layer = 0; layer < scene.event_layers.size(); ++layer) {
        const auto& table = scene.event_layers[layer].table;
        if (!table) continue;
        const auto& files = table->files();
        const auto& origins = table->origin();
        for (std::size_t row = 0; row < origins.size(); ++row) {
            const auto origin = origins[row];
            if (origin.position == position && origin.file < files.size() && files[origin.file].name == file)
                return EventPick{layer, row};
        }
    }
    return std::nullopt;
}

geo::PlanarPoint place_of(const scene::Scene& scene, const EventPick& pick) {
    const auto& table = *scene.event_layers[pick.layer].table;
    return scene.projection->forward({table.lon_deg()[pick.row], table.lat_deg()[pick.row]});
}

geo::PlanarBox box_around(const geo::PlanarBox& box, const layout::MapView& view, geo::PlanarPoint place,
                          layout::PointPx at, double widest_m) {
    const double shrink = std::min(1.0, widest_m / std::max(box.width_m(), box.height_m()));
    const double metres_per_px = view.metres_per_px * shrink;
    // The box's centre is drawn at the view's centre, whatever the scale.
    const double x_m = place.x_m - (static_cast<double>(at.x) - view.centre_x_px) * metres_per_px;
    const double y_m = place.y_m + (static_cast<double>(at.y) - view.centre_y_px) * metres_per_px;
    const double half_x = box.width_m() * shrink / 2, half_y = box.height_m() * shrink / 2;
    return {x_m - half_x, y_m - half_y, x_m + half_x, y_m + half_y};
}

}  // namespace harmattan::app
