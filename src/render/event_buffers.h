// A table's events on the GPU, in the order in which they are drawn.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "events/event_table.h"
#include "geo/projection.h"
#include "render/gl/mesh.h"

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

// Discs in eight classes of size, each sorted by day; and the footprints of events that are known only to a
// district or wider, largest first is not needed there. Uploaded once for a table and a projection.
class EventBuffers {
  public:
    // `points`: the table's rows in the plane; rows that are not finite are left out.
    EventBuffers(const events::EventTable& table, const std::vector<geo::PlanarPoint>& points,
                 const geo::Projection& projection);

    // The runs of discs that a range of days holds: two binary searches a class.
    std::array<Run, size_class_count> disc_runs(base::DayRange days) const;
    // The run of footprints, in vertices (six an event).
    Run footprint_run(base::DayRange days) const;

    const gl::Mesh& discs() const { return discs_; }
    const gl::Mesh& footprints() const { return footprints_; }
    base::Day first_day() const { return first_day_; }
    double greatest_diameter_px() const { return greatest_diameter_px_; }

    // Rows of the table in the order of drawing, class by class (for hit tests).
    const std::vector<std::uint32_t>& disc_rows() const { return disc_rows_; }

  private:
    gl::Mesh discs_;
    gl::Mesh footprints_;
    base::Day first_day_;
    double greatest_diameter_px_ = 0;
    std::array<std::size_t, size_class_count + 1> class_start_{};
    std::vector<std::uint32_t> disc_rows_;
    std::vector<base::Day> disc_days_;  // of disc_rows_
    std::vector<base::Day> footprint_days_;
};

}  // namespace harmattan::render
