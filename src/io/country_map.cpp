#include "io/country_map.h"

#include <stdexcept>

#include <fmt/core.h>

#include "base/resources.h"
#include "io/byte_source.h"
#include "io/csv_reader.h"
#include "io/feature_reader.h"
#include "io/parse_value.h"

namespace harmattan::io {
namespace {

using features::Country;
using features::CountryFinder;

constexpr std::size_t columns = 9;

[[noreturn]] void fail(const CsvReader& reader) {
    throw std::invalid_argument(fmt::format("CountryMap: line {} of disputed_land.csv is wrong", reader.line()));
}

double number_in(CsvReader& reader, std::size_t column) {
    const auto number = parse_number(reader.field(column));
    if (!number) fail(reader);
    return *number;
}

// "SDN;uncoded" -> their numbers; countries that the map does not have are left out.
std::vector<Country> countries_in(std::string_view codes, const CountryFinder& finder) {
    std::vector<Country> countries;
    while (!codes.empty()) {
        const auto end = std::min(codes.find(';'), codes.size());
        const std::string_view code = codes.substr(0, end);
        const Country country = code == "uncoded" ? CountryFinder::land_without_code : finder.country(code);
        if (country != CountryFinder::none) countries.push_back(country);
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
    return countries;
}

std::vector<DisputedArea> read_disputed(std::string_view csv, const CountryFinder& finder) {
    MemorySource source(csv, "disputed_land.csv");
    CsvReader reader(source);
    if (!reader.next() || reader.field_count() != columns) fail(reader);
    std::vector<DisputedArea> areas;
    while (reader.next()) {
        if (reader.field_count() != columns) fail(reader);
        DisputedArea& area = areas.emplace_back();
        area.english = reader.field(0);
        area.french = reader.field(1);
        area.box = {number_in(reader, 2), number_in(reader, 3), number_in(reader, 4), number_in(reader, 5)};
        for (const Country country : countries_in(reader.field(6), finder)) area.land.add(country);
        area.claimants = countries_in(reader.field(7), finder);
    }
    return areas;
}

}  // namespace

CountryMap::CountryMap(const features::FeatureTable& polygons, const features::FeatureTable& islets,
                       CountryNames names, std::string_view disputed, double tolerance_km)
    : finder_(polygons, islets, tolerance_km),
      names_(std::move(names)),
      disputed_(read_disputed(disputed, finder_)) {}

std::shared_ptr<const CountryMap> CountryMap::embedded(double tolerance_km) {
    const FeaturesRead polygons = read_features(base::resource("data/sahel/countries.fgb"), "countries.fgb");
    const FeaturesRead islets = read_points_csv(base::resource_text("data/sahel/islets.csv"), "islets.csv");
    return std::make_shared<CountryMap>(polygons.table, islets.table, CountryNames::embedded(),
                                        base::resource_text("data/disputed_land.csv"), tolerance_km);
}

ComingCountryMap CountryMap::coming() {
    return std::async(std::launch::async, [] { return embedded(); }).share();
}

const DisputedArea* CountryMap::disputed_area(geo::LonLat place) const {
    for (const DisputedArea& area : disputed_)
        if (area.box.contains(place) && finder_.may_be_in(place, area.land)) return &area;
    return nullptr;
}

}  // namespace harmattan::io
