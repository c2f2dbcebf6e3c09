// Countries as names, as land and as claims: what checking a place needs.
#pragma once

#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "features/country_finder.h"
#include "geo/extent.h"
#include "io/country_names.h"

namespace harmattan::io {

// Land that several countries claim, or to which the base map gives no code.
struct DisputedArea {
    std::string english, french;
    geo::Extent box;
    features::CountrySet land;                 // whose polygons in the box are meant
    std::vector<features::Country> claimants;  // a row may name any of these
};

class CountryMap;
// One that another thread is making, for all who want it.
using ComingCountryMap = std::shared_future<std::shared_ptr<const CountryMap>>;

// Immutable: any number of threads may ask one map.
class CountryMap {
  public:
    // `disputed` is the table of data/disputed_land.csv. Throws std::invalid_argument for a table that cannot be
    // read, and what CountryFinder throws.
    CountryMap(const features::FeatureTable& polygons, const features::FeatureTable& islets, CountryNames names,
               std::string_view disputed, double tolerance_km = features::CountryFinder::default_tolerance_km);

    // With the tables that are part of the program. Takes about 35 ms and 16 MB.
    static std::shared_ptr<const CountryMap> embedded(
        double tolerance_km = features::CountryFinder::default_tolerance_km);

    // The same, made by a thread of its own.
    static ComingCountryMap coming();

    const features::CountryFinder& finder() const { return finder_; }
    const CountryNames& names() const { return names_; }
    // The area that holds the place; null for none.
    const DisputedArea* disputed_area(geo::LonLat place) const;

  private:
    features::CountryFinder finder_;
    CountryNames names_;
    std::vector<DisputedArea> disputed_;
};

}  // namespace harmattan::io
