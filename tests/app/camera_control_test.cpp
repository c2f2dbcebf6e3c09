#include "app/camera_control.h"

#include "support/catch.h"

using namespace harmattan;
using app::panned;
using app::zoomed;

namespace {

const base::PixelSize size{1280, 676};
const layout::RectPx free_rect{250, 10, 1020, 560};
const geo::PlanarBox sahel{-1.8e6, -1.2e6, 1.9e6, 1.3e6};

layout::MapView view_of(const geo::PlanarBox& box) {
    return layout::fitted(box, size, free_rect);
}

}  // namespace

TEST_CASE("zooming keeps the point of the plane that lies under the pointer") {
    const auto before = view_of(sahel);
    for (const double factor : {1.25, 2.0, 0.5, 1 / 1.25}) {
        for (const auto& [x, y] : {std::pair{300.0, 40.0}, std::pair{900.5, 411.0}, std::pair{0.0, 676.0}}) {
            CAPTURE(factor, x, y);
            const auto point = before.to_planar(x, y);
            const auto after = view_of(zoomed(sahel, before, x, y, factor));
            const auto again = after.to_planar(x, y);
            CHECK(again.x_m == Approx(point.x_m).margin(1e-3));
            CHECK(again.y_m == Approx(point.y_m).margin(1e-3));
            CHECK(after.metres_per_px == Approx(before.metres_per_px / factor));
        }
    }
}

TEST_CASE("zooming in and out again gives the same box") {
    const auto before = view_of(sahel);
    const auto nearer = zoomed(sahel, before, 700, 200, 1.25);
    const auto back = zoomed(nearer, view_of(nearer), 700, 200, 1 / 1.25);
    CHECK(back.min_x_m == Approx(sahel.min_x_m));
    CHECK(back.max_y_m == Approx(sahel.max_y_m));
}

TEST_CASE("panning moves what lies under the hand with it, to the pixel") {
    const auto before = view_of(sahel);
    const auto after = view_of(panned(sahel, before, 37, -12));
    const auto point = before.to_planar(600, 300), moved = after.to_planar(637, 288);
    CHECK(moved.x_m == Approx(point.x_m).margin(1e-3));
    CHECK(moved.y_m == Approx(point.y_m).margin(1e-3));
    CHECK(after.metres_per_px == before.metres_per_px);
}

TEST_CASE("zoom ends at 1 km and at the whole globe") {
    geo::PlanarBox box = sahel;
    for (int i = 0; i < 200; ++i) box = zoomed(box, view_of(box), 700, 300, 1.25);
    CHECK(box.width_m() == Approx(1000));
    for (int i = 0; i < 200; ++i) box = zoomed(box, view_of(box), 700, 300, 1 / 1.25);
    CHECK(box.width_m() == Approx(app::greatest_side_m));
    const geo::PlanarBox beyond{-4e7, -4e7, 4e7, 4e7};
    CHECK(zoomed(beyond, view_of(beyond), 700, 300, 0.5).width_m() == Approx(8e7));
    CHECK(zoomed(beyond, view_of(beyond), 700, 300, 4).width_m() == Approx(2e7));
}

TEST_CASE("the camera cannot get lost") {
    const auto lost = panned(sahel, view_of(sahel), -1e9, 1e9);
    CHECK(lost.centre().x_m == Approx(app::farthest_centre_m));
    CHECK(lost.centre().y_m == Approx(app::farthest_centre_m));
    CHECK(lost.width_m() == Approx(sahel.width_m()));
}
