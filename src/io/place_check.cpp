#include "io/place_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/core.h>

#include "base/number_format.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

using base::Language;
using features::Country;
using features::CountryFinder;
using geo::LonLat;

// A table with more spellings of countries than this is no table of countries; the memory stays bounded.
constexpr std::size_t most_known_texts = 4096;
constexpr double farthest_km = 2000;

bool is_whole(double degrees) {
    return degrees == std::floor(degrees);
}

// A fourth decimal that is not 0.
bool has_four_decimals(double degrees) {
    return std::abs(degrees * 1000 - std::round(degrees * 1000)) > 1e-4;
}

// In small letters of ASCII, with one blank around every word.
std::string spaced_words(std::string_view text) {
    std::string words = " ";
    for (const char c : text) {
        const bool is_capital = c >= 'A' && c <= 'Z';
        const bool is_letter = is_capital || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (is_letter)
            words += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (words.back() != ' ')
            words += ' ';
    }
    return words + ' ';
}

struct Words {
    std::string english, french;
};

Words where_it_lies(const CountryMap& map, LonLat place) {
    if (const DisputedArea* const area = map.disputed_area(place)) return {area->english, area->french};
    const Country country = map.finder().country_at(place);
    if (country == CountryFinder::none) return {"the sea", "mer"};
    if (country == CountryFinder::land_without_code) return {"land of no country", "terre sans pays"};
    const std::string& iso3 = map.finder().iso3(country);
    const auto name = [&](Language language) {
        const std::string_view plain = map.names().name_of(iso3, language);
        return plain.empty() ? iso3 : std::string(plain);
    };
    return {name(Language::en), name(Language::fr)};
}

Words how_far(double km) {
    if (!(km < farthest_km)) return {"far away", "très loin"};
    const auto whole_km = static_cast<std::int64_t>(std::lround(km));
    return {base::grouped(whole_km, Language::en) + " km away",
            "à " + base::grouped(whole_km, Language::fr) + " km"};
}

const char* message_key(PlaceProblem problem, bool names_country) {
    switch (problem) {
        case PlaceProblem::repeated_coordinate:
            return "row.repeated_coordinate";
        case PlaceProblem::swapped_coordinates:
            return "row.swapped_coordinates";
        case PlaceProblem::outside_country:
            return "row.outside_country";
        case PlaceProblem::at_sea:
            return names_country ? "row.at_sea_of_country" : "row.at_sea";
        case PlaceProblem::whole_degrees:
            break;
    }
    return "row.whole_degrees";
}

}  // namespace

bool is_at_sea_by_name(std::string_view place_name) {
    constexpr std::array water = {" sea ",     " ocean ",  " gulf ",     " strait ", " straits ",
                                  " channel ", " waters ", " offshore ", " bay of ", " mer ",
                                  " océan ",   " golfe ",  " détroit ",  " eaux ",   " au large "};
    const std::string words = spaced_words(place_name);
    return std::any_of(water.begin(), water.end(),
                       [&](const char* word) { return words.find(word) != std::string::npos; });
}

const CountryMap& PlaceCheck::map() {
    if (!map_) map_ = coming_.valid() ? coming_.get() : CountryMap::embedded();
    return *map_;
}

const PlaceCheck::Named& PlaceCheck::named(std::string_view country) {
    if (last_ != nullptr && country == last_text_) return *last_;
    auto entry = known_.find(country);
    if (entry == known_.end()) {
        if (known_.size() >= most_known_texts) known_.clear();
        entry = known_.emplace(country, look_up(country)).first;
    }
    last_text_ = country;
    last_ = &entry->second;
    return *last_;
}

PlaceCheck::Named PlaceCheck::look_up(std::string_view country) {
    Named found;
    const auto codes = map().names().iso3_of(country);
    found.is_known = !codes.empty();
    for (const std::string& code : codes)
        if (const Country on_map = map().finder().country(code); on_map != CountryFinder::none) {
            found.countries.push_back(on_map);
            found.set.add(on_map);
        }
    return found;
}

bool PlaceCheck::is_known(std::string_view country) {
    return named(country).is_known;
}

// A country that has no place on the map (a few islands) cannot be missed.
bool PlaceCheck::fits(LonLat place, const Named& named) {
    if (named.countries.empty()) return named.is_known || map().finder().is_near_land(place);
    if (map().finder().may_be_in(place, named.set)) return true;
    const DisputedArea* const area = map().disputed_area(place);
    if (area == nullptr) return false;
    return std::any_of(area->claimants.begin(), area->claimants.end(),
                       [&](Country claimant) { return named.set.contains(claimant); });
}

// For a place that does not fit. No value when the source itself puts it at sea, or nobody knows whose land it is.
std::optional<PlaceProblem> PlaceCheck::misplaced(LonLat place, const Named& named, std::string_view place_name) {
    const Country at = map().finder().country_at(place);
    if (at == CountryFinder::none && is_at_sea_by_name(place_name)) return std::nullopt;
    if (at == CountryFinder::land_without_code && map().disputed_area(place) == nullptr) return std::nullopt;
    const bool may_be_swapped = !named.countries.empty() && std::abs(place.lon_deg) <= 90;
    if (may_be_swapped && fits({place.lat_deg, place.lon_deg}, named)) return PlaceProblem::swapped_coordinates;
    return at == CountryFinder::none ? PlaceProblem::at_sea : PlaceProblem::outside_country;
}

std::optional<PlaceDoubt> PlaceCheck::doubt(LonLat place, std::string_view country, std::string_view place_name) {
    const Named& country_named = named(country);
    const bool is_repeated = place.lon_deg == place.lat_deg && place.lon_deg != 0;
    const bool is_fitting = fits(place, country_named);
    if (is_repeated && (!is_fitting || has_four_decimals(place.lon_deg)))
        return PlaceDoubt{PlaceProblem::repeated_coordinate, place};
    if (!is_fitting) {
        const auto problem = misplaced(place, country_named, place_name);
        return problem ? std::optional(PlaceDoubt{*problem, place}) : std::nullopt;
    }
    if (is_whole(place.lon_deg) && is_whole(place.lat_deg)) return PlaceDoubt{PlaceProblem::whole_degrees, place};
    return std::nullopt;
}

std::string PlaceCheck::key_of(const PlaceDoubt& doubt, std::string_view country) {
    return message_key(doubt.problem, !named(country).countries.empty());
}

base::NamedValues PlaceCheck::values_of(const PlaceDoubt& doubt, std::string_view country) {
    const Named& country_named = named(country);
    double nearest_km = std::numeric_limits<double>::infinity();
    for (const Country one : country_named.countries)
        nearest_km = std::min(nearest_km, map().finder().distance_km(doubt.place, one));
    const Words distance = how_far(nearest_km), lies_in = where_it_lies(map(), doubt.place);
    return {{"latitude", fmt::format("{}", doubt.place.lat_deg)},
            {"longitude", fmt::format("{}", doubt.place.lon_deg)},
            {"country", shortened(country)},
            {"lies_in_en", lies_in.english},
            {"lies_in_fr", lies_in.french},
            {"distance_en", distance.english},
            {"distance_fr", distance.french},
            {"tolerance", fmt::format("{:.0f}", map().finder().tolerance_km())}};
}

}  // namespace harmattan::io
