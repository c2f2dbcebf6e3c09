// Map projections: PROJ does the work; axis order (longitude, latitude) and units (degrees, metres) are settled
// here.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "geo/extent.h"

namespace harmattan::geo {

// An immutable projection from WGS 84 longitude and latitude to the plane. Copies share one PROJ object; a lock
// inside makes const use safe from several threads.
class Projection {
  public:
    // An authority code ("EPSG:32630", "ESRI:54009") or a PROJ string ("+proj=laea +lat_0=15 +lon_0=0"). A
    // geographic CRS such as EPSG:4326 is drawn as plate carree (true along its standard parallel, the equator).
    // Whatever unit, order or direction the definition gives its axes, the plane is x to the east, y to the north,
    // in metres. Throws Error "projection.unreadable" (neither form), "projection.not_found", "projection.unknown"
    // (with PROJ's reason), "projection.not_planar" or "projection.has_file" (grids and init files are refused).
    static Projection from_text(std::string_view definition);

    // `auto`: an equal-area projection fitted to the extent. Lambert azimuthal about its centre (Snyder 1987,
    // "Map Projections: A Working Manual", USGS PP 1395, ch. 24); Equal Earth (Savric, Patterson & Jenny 2018)
    // when the extent is wider than 120 degrees or higher than 100.
    static Projection fitted(const Extent& extent);

    // Not finite where the projection is not defined.
    PlanarPoint forward(LonLat point) const;
    LonLat inverse(PlanarPoint point) const;

    // Many at once; the three spans have one length. Points outside the projection's domain become NaN.
    void forward(std::span<const double> lon_deg, std::span<const double> lat_deg,
                 std::span<PlanarPoint> points) const;

    // The box that holds the extent's projected outline and inside (sampled every 1/32 of each side; what the
    // projection does not define is left out). Throws Error "projection.extent_outside" when nothing remains.
    PlanarBox bounds_of(const Extent& extent) const;

    // Ground metres for one metre of the plane at `point`, along the plane's x axis: from the geodesic (WGS 84)
    // between two points 1 km apart in the plane. 1 where the scale is true.
    double ground_metres_per_metre(PlanarPoint point) const;

    // The definition given, or the PROJ string that `fitted` chose: from_text(definition()) is the same
    // projection.
    const std::string& definition() const;

    // A message key for the projection's name, "projection.laea" and so on; "projection.other" when unknown.
    std::string name_key() const;

  private:
    struct Impl;
    explicit Projection(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
    std::shared_ptr<const Impl> impl_;
};

// Geodesic distance on the WGS 84 ellipsoid in metres (Karney 2013).
double distance_m(LonLat a, LonLat b);

}  // namespace harmattan::geo
