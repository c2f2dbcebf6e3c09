// In which country a place lies, and whether it may lie in a country that is named.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/border_index.h"
#include "features/feature_table.h"
#include "geo/extent.h"

namespace harmattan::features {

// A country of one CountryFinder. 0 is none (the sea); 1 is land without a code.
using Country = Owner;

// Some countries of one CountryFinder.
class CountrySet {
  public:
    void add(Country country) {
        if (country >= has_.size()) has_.resize(std::size_t(country) + 1, 0);
        has_[country] = 1;
    }
    bool contains(Country country) const { return country < has_.size() && has_[country] != 0; }
    bool empty() const { return has_.empty(); }

  private:
    std::vector<std::uint8_t> has_;
};

enum class Where {
    inside,     // in the country
    near,       // not in it, but within the tolerance of its border or coast
    elsewhere,  // in another country
    at_sea      // in no country
};

// Immutable: any number of threads may ask one finder. Nearly every question costs one look into a raster of cells
// of a quarter of a degree; only cells that a border or a coast crosses are decided from its edges, exactly.
// Distances are on the sphere of mean radius, at most 0.6 % off the ellipsoid; antimeridian and poles are no
// exception.
class CountryFinder {
  public:
    // As far as a place of GED's precision 2 may be off ("near", about 25 km; GED codebook, where_prec).
    static constexpr double default_tolerance_km = 25;
    static constexpr Country none = 0, land_without_code = 1;

    // `polygons` has the column iso3 (ISO 3166-1 alpha-3); features with an empty text or -99 there are land
    // without a code. Countries do not overlap. `islets` are points with the same column, for islands that the
    // polygons leave out: near one is near its country. Makes the raster: about 20 ms for 150,000 vertices, and 16
    // MB. Throws std::invalid_argument for tables of another kind or without the column, more than 65,000 codes,
    // or a tolerance that is not between 0 and 1,000 km.
    explicit CountryFinder(const FeatureTable& polygons, double tolerance_km = default_tolerance_km);
    CountryFinder(const FeatureTable& polygons, const FeatureTable& islets,
                  double tolerance_km = default_tolerance_km);

    double tolerance_km() const { return tolerance_km_; }
    // `none` when the table has no such country. The code is in capitals.
    Country country(std::string_view iso3) const;
    // Empty for `none` and `land_without_code`.
    const std::string& iso3(Country country) const { return iso3_[country]; }

    // All functions below: a place outside -180..180 and -90..90 (or NaN) is at sea, far from all land.

    Country country_at(geo::LonLat place) const;
    Where where(geo::LonLat place, Country country) const;
    // Whether the place is `inside` or `near` one of the countries. The quickest question.
    bool may_be_in(geo::LonLat place, const CountrySet& countries) const;
    // Whether it lies on land or within the tolerance of it.
    bool is_near_land(geo::LonLat place) const;
    // 0 inside; infinite for `none`. Looks at all edges of the country (0.1 ms for a large
    // one).
    double distance_km(geo::LonLat place, Country country) const;

  private:
    std::vector<Owner> countries_of(const FeatureTable& table) const;

    double tolerance_km_ = default_tolerance_km;
    std::vector<std::string> iso3_;  // by country; from 2 on in alphabetical order
    BorderIndex index_;
};

}  // namespace harmattan::features
