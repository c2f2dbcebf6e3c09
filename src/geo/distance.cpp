#include <geodesic.h>

#include "geo/projection.h"

namespace harmattan::geo {

double distance_m(LonLat a, LonLat b) {
    geod_geodesic wgs84;
    geod_init(&wgs84, 6378137, 1 / 298.257223563);
    double metres = 0;
    geod_inverse(&wgs84, a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, &metres, nullptr, nullptr);
    return metres;
}

}  // namespace harmattan::geo
