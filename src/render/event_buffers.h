// A table's events on the GPU, in the order in which they are drawn.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "events/event_table.h"
#include "geo/projection.h"
#include "render/gl/mesh.h"
#include "scene/event_places.h"
#include "scene/scene.h"

namespace harmattan::render {

inline constexpr std::size_t size_class_count = 8;

// The class of a diameter in design pixels: 0 holds the largest discs. Large ones are drawn first, so that none
// hides a small one.
std::size_t size_class(double diameter_px);

// One contiguous run of vertices.
struct Run {
    std::int32_t first = 0;
    std::int32_t count = 0;
};

// Events as vertices in the order of drawing: discs in eight classes of size, each sorted by day, and footprints
// of events that are known only to a district or wider. Made once for a table and a projection; no OpenGL here, so
// that it can be made on another thread.
struct EventVertices {
    struct Disc {
        float x_high, y_high, x_low, y_low;
        float day, length_days;
        float diameter_px, low_px, high_px;                     // by best, low and high estimate
        std::uint8_t class_low, class_high, is_hollow, unused;  // scene::event_class
        float offset_x_px, offset_y_px;                         // scene::EventPlaces::offset
        float greatest_scale_m;  // metres of the plane a design pixel may stand for: above, it is not drawn
    };
    struct Footprint {
        float x_high, y_high, x_low, y_low;
        float day, length_days;
        float radius_m;
        float diameter_px;
        std::uint8_t class_low, class_high, is_hatched, unused;  // hatched: known to a country or wider
    };

    std::vector<Disc> discs;
    std::array<std::size_t, size_class_count + 1> class_start{};
    std::vector<std::uint32_t> disc_rows;  // of the table, by disc
    std::vector<base::Day> disc_days;
    std::vector<Footprint> footprints;      // six an event
    std::vector<base::Day> footprint_days;  // by event
    base::Day first_day;                    // of the table: the vertices' days count from it
    double greatest_diameter_px = 0;
    std::vector<float> greatest_scale_m;  // by place of scene::EventPlaces, in metres of the plane
};

// `points`: the rows of the layer's table in the plane; rows that are not finite are left out. `reference`:
// scene::size_scale.
EventVertices make_event_vertices(const scene::EventLayer& layer, scene::ColourBy colour_by,
                                  const std::vector<geo::PlanarPoint>& points, const geo::Projection& projection,
                                  const scene::EventPlaces& places, std::int32_t reference);

// The same on the GPU.
class EventBuffers {
  public:
    explicit EventBuffers(EventVertices vertices);

    // The runs of discs that a range of days holds: two binary searches a class.
    std::array<Run, size_class_count> disc_runs(base::DayRange days) const;
    // The run of footprints, in vertices (six an event).
    Run footprint_run(base::DayRange days) const;

    const gl::Mesh& discs() const { return discs_; }
    const gl::Mesh& footprints() const { return footprints_; }
    base::Day first_day() const { return kept_.first_day; }
    double greatest_diameter_px() const { return kept_.greatest_diameter_px; }
    const std::vector<float>& greatest_scale_m() const { return kept_.greatest_scale_m; }

    // Rows of the table in the order of drawing, class by class (for hit tests).
    const std::vector<std::uint32_t>& disc_rows() const { return kept_.disc_rows; }

  private:
    gl::Mesh discs_;
    gl::Mesh footprints_;
    EventVertices kept_;  // without the vertices themselves
};

}  // namespace harmattan::render
