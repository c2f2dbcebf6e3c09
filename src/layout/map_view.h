// From the projected plane to the frame's pixels.
#pragma once

#include "base/image.h"
#include "geo/extent.h"

namespace harmattan::layout {

using base::PixelSize;

// Pixels from the frame's upper left corner, y downwards; the centre of the first pixel is (0.5, 0.5).
struct PointPx {
    float x = 0;
    float y = 0;
};

struct RectPx {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(PointPx p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool overlaps(const RectPx& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
};

// A similarity: no rotation, one scale.
struct MapView {
    PixelSize size;
    geo::PlanarPoint centre;  // of the plane, drawn at centre_px
    double centre_x_px = 0, centre_y_px = 0;
    double metres_per_px = 1;

    PointPx to_px(geo::PlanarPoint p) const {
        return {static_cast<float>(centre_x_px + (p.x_m - centre.x_m) / metres_per_px),
                static_cast<float>(centre_y_px - (p.y_m - centre.y_m) / metres_per_px)};
    }
    geo::PlanarPoint to_planar(double x_px, double y_px) const {
        return {centre.x_m + (x_px - centre_x_px) * metres_per_px,
                centre.y_m - (y_px - centre_y_px) * metres_per_px};
    }
    friend bool operator==(const MapView&, const MapView&) = default;

    // What of the plane the whole frame shows.
    geo::PlanarBox visible_box() const {
        const auto a = to_planar(0, size.height), b = to_planar(size.width, 0);
        return {a.x_m, a.y_m, b.x_m, b.y_m};
    }
};

// The view that shows the whole box inside `free`, centred there.
MapView fitted(const geo::PlanarBox& box, PixelSize size, const RectPx& free);

}  // namespace harmattan::layout
