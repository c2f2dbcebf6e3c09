// The events of a scene as a surface or as sums by place: what density, hexagons and areas are drawn from. Made
// once for a scene; a frame asks for its window and touches no event.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "features/area_finder.h"
#include "geo/hexagon_grid.h"
#include "geo/projection.h"
#include "scene/place_counts.h"
#include "scene/scene.h"

namespace harmattan::scene {

// An event as a kernel, the quartic (biweight): value = peak (1 - (d / radius)^2)^2 at a distance d below the
// radius (Silverman 1986, "Density Estimation", 4.2). Its sum over the ground is what the event counts.
struct KernelEvent {
    geo::PlanarPoint at;
    base::Day day;
    double radius_m = 0;  // in the plane
    double peak = 0;      // events (or deaths) per 10,000 km2 at its middle
};

// The kernel's radius in km for an event that is known within `uncertainty_km`: the kernel whose variance is that
// of the bandwidth's kernel and of a place drawn evenly from the disc of uncertainty together.
double kernel_radius_km(double bandwidth_km, double uncertainty_km);

// The cells of hexagons, in the plane of `projection`: the scene's where it is equal-area there, else an
// equal-area one fitted to the events.
struct HexagonCells {
    std::shared_ptr<const geo::Projection> projection;
    geo::HexagonGrid grid;
    std::vector<geo::Hexagon> cells;  // that have an event on any day, ascending
};

struct AreaCells {
    std::shared_ptr<const features::FeatureTable> table;  // a cell a feature
    std::string layer_id;
    std::shared_ptr<const features::AreaFinder> finder;
    std::vector<double> people;  // of each feature where they are asked for; NaN: no figure
};

// What is said of events that a surface or a sum does not show as it shows others.
struct SpreadGaps {
    std::uint64_t country_wide = 0;  // left out: known only to a country or wider
    std::uint64_t outside = 0;       // left out: in none of the areas
    std::uint64_t coarse = 0;        // counted in the cell of their point, though known less exactly than a cell
};

class EventSpread {
  public:
    // The primary source's events as `scene.display` says, which is a surface (is_surface). Where the source is
    // hidden or empty there is nothing in it. Throws Error "display.no_areas" (text, known) where there is no
    // visible layer of polygons of that id or none at all, "display.no_people" (layer, columns) where rates lack a
    // column, "display.selection" for a density or rate of hand-picked events.
    explicit EventSpread(const Scene& scene);

    const DisplayStyle& style() const { return style_; }
    const Classes& classes() const { return classes_; }
    // Of density: sorted by day.
    const std::vector<KernelEvent>& kernels() const { return kernels_; }
    // The range of kernels that a window holds.
    std::pair<std::size_t, std::size_t> kernels_in(base::DayRange window) const;
    // One of them, for hexagons and areas.
    const std::optional<HexagonCells>& hexagons() const { return hexagons_; }
    const std::optional<AreaCells>& areas() const { return areas_; }
    const PlaceCounts& counts() const { return counts_; }

    SpreadGaps gaps(base::DayRange window) const;
    // The value of a hexagon or area: as SpreadValue says. NaN where the people are not known.
    double value(std::size_t cell, base::DayRange window) const;
    // By cell: a class (0 to class_count - 1), `no_class` where the value is 0, `no_figure` where it is not known.
    static constexpr std::uint8_t no_class = 255, no_figure = 254;
    std::vector<std::uint8_t> classes_in(base::DayRange window) const;
    bool has_no_figures() const;
    // The hexagon or area at a place of the scene's plane.
    std::optional<std::size_t> cell_at(geo::LonLat place) const;

  private:
    void add_kernels(const Scene& scene, const EventLayer& layer);
    void add_hexagons(const Scene& scene, const EventLayer& layer);
    void add_areas(const Scene& scene, const EventLayer& layer);
    void add_counts(const Scene& scene, const EventLayer& layer, const std::vector<std::uint32_t>& cell_of_row);

    DisplayStyle style_;
    Classes classes_;
    std::vector<KernelEvent> kernels_;
    std::optional<HexagonCells> hexagons_;
    std::optional<AreaCells> areas_;
    PlaceCounts counts_;
    PlaceCounts gaps_;  // of three places: as SpreadGaps has them
};

// The spread that the scene's display wants; null for symbols and trails.
std::shared_ptr<const EventSpread> make_event_spread(const Scene& scene);

// Of all windows that the time line shows at the end of a day, the one in which most happens (events or deaths).
base::DayRange densest_window(const Scene& scene, const events::EventTable& table, SpreadValue value);

// The sum of kernels at a point of the plane: what the density surface has there.
double density_at(std::span<const KernelEvent> kernels, geo::PlanarPoint point);

// The columns of a table of areas that are called like a number of people ("population", "pop_est" and the like),
// in the table's order.
std::vector<std::string> people_columns(const features::FeatureTable& table);

}  // namespace harmattan::scene
