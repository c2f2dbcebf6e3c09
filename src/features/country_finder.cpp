#include "features/country_finder.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace harmattan::features {
namespace {

using geo::LonLat;

// From a cell's sample to its farthest corner.
constexpr double cell_reach_km =
    (0.5 / BorderIndex::cells_per_degree + 1e-5) * std::numbers::sqrt2 * std::numbers::pi / 180 * earth_radius_km;

bool is_on_earth(LonLat place) {
    return std::abs(place.lon_deg) <= 180 && std::abs(place.lat_deg) <= 90;  // false for NaN
}

std::string_view code_of(const FeatureTable& polygons, std::size_t feature) {
    const std::string_view code = polygons.text(feature, "iso3");
    return code == "-99" ? std::string_view() : code;
}

double checked_tolerance(double tolerance_km) {
    if (!(tolerance_km >= 0 && tolerance_km <= 1000))
        throw std::invalid_argument("CountryFinder: the tolerance is not between 0 and 1,000 km");
    return tolerance_km;
}

const FeatureTable& checked(const FeatureTable& table, GeometryKind kind) {
    if (table.kind() != kind || !table.has_column("iso3"))
        throw std::invalid_argument("CountryFinder: polygons and points with a column iso3 are needed");
    return table;
}

// The texts of all countries in alphabetical order, after two empty ones for `none` and `land_without_code`.
std::vector<std::string> codes_in(const FeatureTable& polygons, const FeatureTable& islets) {
    std::vector<std::string> codes(2);
    for (const FeatureTable* table : {&polygons, &islets})
        for (std::size_t i = 0; i < table->feature_count(); ++i)
            if (!code_of(*table, i).empty()) codes.emplace_back(code_of(*table, i));
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin() + 2, codes.end()), codes.end());
    if (codes.size() > 65000) throw std::invalid_argument("CountryFinder: more than 65,000 codes");
    return codes;
}

FeatureTable no_islets() {
    return FeatureTableBuilder(GeometryKind::point, {"iso3"}).build();
}

}  // namespace

CountryFinder::CountryFinder(const FeatureTable& polygons, double tolerance_km)
    : CountryFinder(polygons, no_islets(), tolerance_km) {}

CountryFinder::CountryFinder(const FeatureTable& polygons, const FeatureTable& islets, double tolerance_km)
    : tolerance_km_(checked_tolerance(tolerance_km)),
      iso3_(codes_in(checked(polygons, GeometryKind::polygon), checked(islets, GeometryKind::point))),
      index_(polygons, countries_of(polygons), islets, countries_of(islets), tolerance_km_) {}

std::vector<Owner> CountryFinder::countries_of(const FeatureTable& table) const {
    std::vector<Owner> countries;
    for (std::size_t i = 0; i < table.feature_count(); ++i) {
        const std::string_view code = code_of(table, i);
        countries.push_back(code.empty() ? land_without_code : country(code));
    }
    return countries;
}

Country CountryFinder::country(std::string_view iso3) const {
    const auto found = std::lower_bound(iso3_.begin() + 2, iso3_.end(), iso3);
    if (found == iso3_.end() || *found != iso3) return none;
    return static_cast<Country>(found - iso3_.begin());
}

Country CountryFinder::country_at(LonLat place) const {
    if (!is_on_earth(place)) return none;
    const std::size_t cell = BorderIndex::cell_of(place);
    const Country at_sample = index_.owner_of_sample(cell);
    if (!index_.has_edges(cell)) return at_sample;
    if (at_sample != none && index_.is_inside(place, at_sample)) return at_sample;
    Country refused = at_sample;
    for (const BorderIndex::Edge edge : index_.edges_in(cell)) {
        if (edge.owner == refused) continue;
        if (index_.is_inside(place, edge.owner)) return edge.owner;
        refused = edge.owner;
    }
    return none;
}

Where CountryFinder::where(LonLat place, Country country) const {
    if (!is_on_earth(place)) return Where::at_sea;
    if (country != none) {
        if (index_.is_inside(place, country)) return Where::inside;
        if (index_.is_near(place, [country](Country near) { return near == country; })) return Where::near;
    }
    return country_at(place) == none ? Where::at_sea : Where::elsewhere;
}

bool CountryFinder::may_be_in(LonLat place, const CountrySet& countries) const {
    if (!is_on_earth(place)) return false;
    const std::size_t cell = BorderIndex::cell_of(place);
    const Country at_sample = index_.owner_of_sample(cell);
    if (at_sample != none && countries.contains(at_sample)) {
        // The sample lies in the country and no place of its cell is farther from it than the tolerance.
        if (tolerance_km_ >= cell_reach_km || !index_.has_edges(cell) || index_.is_inside(place, at_sample))
            return true;
    }
    if (index_.is_near(place, [&countries](Country near) { return countries.contains(near); })) return true;
    return index_.has_edges(cell) && countries.contains(country_at(place));
}

bool CountryFinder::is_near_land(LonLat place) const {
    if (!is_on_earth(place)) return false;
    const std::size_t cell = BorderIndex::cell_of(place);
    const bool is_sample_on_land = index_.owner_of_sample(cell) != none;
    if (is_sample_on_land && (tolerance_km_ >= cell_reach_km || !index_.has_edges(cell))) return true;
    return index_.is_near(place, [](Country) { return true; }) || country_at(place) != none;
}

double CountryFinder::distance_km(LonLat place, Country country) const {
    if (is_on_earth(place) && country != none && index_.is_inside(place, country)) return 0;
    return index_.distance_to_edges_km(place, country);
}

}  // namespace harmattan::features
